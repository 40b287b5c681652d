/** A domain of a grid on paper: every statement with its boxes, the level chosen, why, and what shows it. */
import { paragraph } from '../../../adapters/pdf/blocks.ts';
import { WRITING_LINE } from '../../../adapters/pdf/blank.ts';
import { h3 } from '../../../adapters/pdf/headings.ts';
import { startPage, type PdfDocument } from '../../../adapters/pdf/sheet.ts';
import { table } from '../../../adapters/pdf/table.ts';
import type { TableCell, TableRow, TableSpec } from '../../../adapters/pdf/table.types.ts';
import { measureTicks } from '../../../adapters/pdf/tick-list.ts';
import { COLOUR, PAGE, TYPE } from '../../../adapters/pdf/tokens.ts';
import { writingLines } from '../../../adapters/pdf/writing.ts';
import type { LevelBlockView, StatementView } from './form.view.ts';
import { COLUMN } from './measures.ts';
import { tickCell } from './write-tables.ts';

const MARKS = ['Met', 'Partly', 'Not met', 'Don’t know'];
const MARK_WIDTH = 44;

export function writeLevel(doc: PdfDocument, block: LevelBlockView): void {
  if (block.title !== '') h3(doc, block.title, { keep: PAGE.body / 2 });
  if (block.help !== '') paragraph(doc, block.help, { style: TYPE.small, after: 4 });
  table(doc, statementTable(doc, block));
  writePicks(doc, block);
  writeReasons(doc, block);
}

function statementTable(doc: PdfDocument, { levels }: LevelBlockView): TableSpec {
  return {
    title: 'Statements by level',
    summary: 'Tick one box in every row',
    style: STATEMENT,
    padding: { row: 3.4, right: 6 },
    columns: [
      { label: 'What is true in your Place today?', isRowHeader: true },
      ...MARKS.map((label) => ({ label, width: MARK_WIDTH, align: 'center' as const })),
    ],
    rows: levels.flatMap(({ word, summary, note, statements }): TableRow[] => [
      { cells: [levelCell(word, summary, note)], isHeading: true, background: COLOUR.wash },
      ...statements.map((statement) => ({
        cells: [statementCell(statement), ...MARKS.map((mark) => tickCell(doc, mark))],
      })),
    ]),
  };
}

const STATEMENT = { ...TYPE.cell, size: 9.5, leading: 11.8 } as const;
const SOFT = { font: 'regular', size: TYPE.note.size, colour: COLOUR.soft } as const;

function levelCell(word: string, summary: string, note: string): TableCell {
  return {
    span: MARKS.length + 1,
    text: [
      { text: word, font: 'bold', size: 10 },
      { text: `  ${summary}`, font: 'regular' },
      ...(note === '' ? [] : [{ text: `\n${note}`, ...SOFT }]),
    ],
  };
}

function statementCell({ text, help, optional }: StatementView): TableCell {
  const aside = [optional ? '(optional)' : '', help].filter((part) => part !== '').join(' ');
  return {
    text: [{ text, font: 'regular' }, ...(aside === '' ? [] : [{ text: `  ${aside}`, ...SOFT }])],
  };
}

/** Heads a part of the domain's answer. */
function label(doc: PdfDocument, text: string, hint: string, keep: number): void {
  const runs = [
    { text, font: 'semibold' as const },
    ...(hint === '' ? [] : [{ text: `  ${hint}`, ...SOFT }]),
  ];
  paragraph(doc, runs, { style: TYPE.small, before: 9, after: 2, keep });
}

function writePicks(doc: PdfDocument, { picks, needed }: LevelBlockView): void {
  const choices = picks.map((one) => ({ label: one, help: '' }));
  const ticks = measureTicks(doc, choices, COLUMN);
  const hint = 'Tick one. You decide; the statements suggest.';
  label(doc, `Which level fits best?${needed ? ' *' : ''}`, hint, ticks.height);
  ticks.draw();
}

/** Lines for why, for what shows it at least, and for why nothing does. */
const ROOMY = { reason: 2, evidence: 3, none: 1 };
const TIGHT = { reason: 1, evidence: 2, none: 1 };
const MOST_EVIDENCE = 12;
/** a label with what parts it from the lines above and below */
const LABEL_HEIGHT = 28;

type Lines = typeof ROOMY;

const heightOf = ({ reason, evidence, none }: Lines): number =>
  (reason + evidence + none) * WRITING_LINE + 3 * LABEL_HEIGHT;

/** On the page of the statements if they leave room for a few lines, else on one of their own. */
function writeReasons(doc: PdfDocument, { name, evidenceFrom }: LevelBlockView): void {
  const left = PAGE.bottom - doc.y;
  const lines = left < heightOf(ROOMY) && left >= heightOf(TIGHT) ? TIGHT : ROOMY;
  if (left < heightOf(lines)) {
    startPage(doc);
    paragraph(doc, `${name}, continued`, { style: TYPE.h3, after: 0 });
  }
  const reason = 'Why this level?';
  label(doc, reason, 'Needed where it is not the level that the statements suggest.', WRITING_LINE);
  writingLines(doc, reason, lines.reason, COLUMN);
  const evidence = 'What shows this?';
  label(
    doc,
    evidence,
    'A document, a figure, a decision; a web address in full. Never an identifiable family.',
    WRITING_LINE,
  );
  writingLines(doc, evidence, evidenceLines(doc, lines), COLUMN);
  const none = 'If nothing shows it yet, why?';
  label(doc, none, `Needed from ${evidenceFrom} up, without evidence.`, WRITING_LINE);
  writingLines(doc, none, lines.none, COLUMN);
}

/** What is left of the page is room for evidence. */
function evidenceLines({ y }: PdfDocument, { evidence, none }: Lines): number {
  const left = PAGE.bottom - y - LABEL_HEIGHT - none * WRITING_LINE;
  return Math.min(MOST_EVIDENCE, Math.max(evidence, Math.floor(left / WRITING_LINE)));
}
