/** A response's answers as a PDF to keep: what the page that checks them shows; run by a worker. */
import { eyebrow, lede, note, paragraph, stamp } from '../../../adapters/pdf/blocks.ts';
import { closeDocument, openDocument } from '../../../adapters/pdf/document.ts';
import { factStrip } from '../../../adapters/pdf/facts.ts';
import { h1, h2, h3 } from '../../../adapters/pdf/headings.ts';
import type { Run, Text } from '../../../adapters/pdf/lines.ts';
import { panel, panelRows, type PanelRow } from '../../../adapters/pdf/panel.ts';
import { TITLE_WIDTH } from '../../../adapters/pdf/paper.ts';
import { skip, type PdfDocument } from '../../../adapters/pdf/sheet.ts';
import { table } from '../../../adapters/pdf/table.ts';
import { COLOUR, TYPE } from '../../../adapters/pdf/tokens.ts';
import type { BlockView } from '../blocks.view.ts';
import type { EntriesView } from '../entries.view.ts';
import type { LineView, MarksView, RowView } from '../summary.view.ts';
import type { AnswersView } from './answers.view.ts';

export interface AnswersPaper {
  readonly view: AnswersView;
  readonly madeAt: Date;
}

/** the names of questions are longer than those of reasons */
const TERMS = 132;

export function render({ view, madeAt }: AnswersPaper): Promise<Buffer> {
  const isDraft = view.draft !== '';
  const about = `${view.title}: ${view.agency}`;
  const doc = openDocument({
    title: `${about}, ${view.round}${isDraft ? ', draft' : ''}`,
    subject: view.version,
    author: view.agency,
    createdAt: madeAt,
    isDraft,
    furniture: {
      runningHead: `${about}, ${view.round}`,
      status: isDraft ? `DRAFT, ${view.draft}` : 'Submitted',
      footer: `${view.version} · made ${view.made}`,
      credit: `Source: ${view.credits.join(' ')} Statements are in our own words.`,
    },
  });
  writeHead(doc, view);
  for (const { title, answers, entries } of view.sections) {
    h2(doc, title);
    for (const block of answers.blocks) writeBlock(doc, block);
    if (entries) writeEntries(doc, entries);
  }
  const address = { text: view.address, href: view.address, colour: COLOUR.brand };
  note(doc, [{ text: 'Online: ' }, address], { before: 14 });
  return closeDocument(doc);
}

function writeHead(doc: PdfDocument, view: AnswersView): void {
  eyebrow(doc, 'Answers of an agency');
  h1(doc, view.title, { width: TITLE_WIDTH, balance: true });
  if (view.draft !== '') stamp(doc, 'DRAFT', view.draft);
  skip(doc, 14);
  factStrip(doc, view.facts);
  lede(doc, view.state);
  for (const text of view.notes) paragraph(doc, text, { before: 4, after: 0 });
  paragraph(doc, view.scope, { before: 6, after: 0 });
}

function writeBlock(doc: PdfDocument, { title, rows, marks }: BlockView): void {
  if (title === '') panelRows(doc, rows.map(toRow), TERMS);
  else panel(doc, title, { facts: [], rows: rows.map(toRow), labelWidth: TERMS });
  if (marks) writeMarks(doc, marks);
}

const toRow = ({ term, lines }: RowView): PanelRow => ({ label: term, text: toText(lines) });

/** A link is one on paper too, with its address in full. */
function toText(lines: readonly LineView[]): Text {
  return lines.map(({ text, href }, index): Run => {
    const ended = index < lines.length - 1 ? `${text}\n` : text;
    return href === '' ? { text: ended } : { text: ended, href, colour: COLOUR.brand };
  });
}

function writeMarks(doc: PdfDocument, { summary, groups }: MarksView): void {
  note(doc, `Statements: ${summary}`, { before: 6, after: 2, keep: 60 });
  table(doc, {
    title: 'Statements and what was marked',
    columns: [
      { label: 'Statement', isRowHeader: true },
      { label: 'Marked', width: 84 },
    ],
    padding: { row: 2.6, right: 6 },
    rows: groups.flatMap(({ level, marks }) => [
      { cells: [{ text: level, span: 2 }], isHeading: true, background: COLOUR.wash },
      ...marks.map(({ text, word }) => ({
        cells: [
          { text, style: TYPE.cell },
          { text: word, style: { ...TYPE.cell, font: 'semibold' as const } },
        ],
      })),
    ]),
  });
}

function writeEntries(doc: PdfDocument, { groups, empty }: EntriesView): void {
  if (empty !== '') paragraph(doc, empty);
  for (const { title, entries, absence } of groups) {
    for (const entry of entries) {
      const rows = entry.rows.map(toRow);
      panel(doc, `${title}: ${entry.title}`, { facts: [], rows, labelWidth: TERMS });
    }
    if (absence !== '') {
      if (entries.length === 0) h3(doc, title);
      paragraph(doc, absence, { before: 4 });
    }
  }
}
