/** Entries on paper: who has none, what the choices mean, then one form to copy for each entry. */
import { list, note, paragraph } from '../../../adapters/pdf/blocks.ts';
import { h2, h3 } from '../../../adapters/pdf/headings.ts';
import type { PdfDocument } from '../../../adapters/pdf/sheet.ts';
import { table } from '../../../adapters/pdf/table.ts';
import type { TableSpec } from '../../../adapters/pdf/table.types.ts';
import { PAGE, TYPE } from '../../../adapters/pdf/tokens.ts';
import { blanksRow } from '../../../adapters/pdf/writing.ts';
import type { EntriesBlockView, FormView } from './form.view.ts';
import { COLUMN } from './measures.ts';
import { tickCell, writingCell } from './write-tables.ts';
import { writeQuestions } from './write-questions.ts';
import { writeTerms } from './write-terms.ts';

/** Words are explained before the form of one entry: what comes after it would be copied with it. */
export function writeEntries(doc: PdfDocument, block: EntriesBlockView, view: FormView): void {
  const { noun, absence } = block;
  h3(doc, block.title);
  if (block.help !== '') paragraph(doc, block.help, { style: TYPE.small, after: 0 });
  blanksRow(doc, [{ before: `How many ${noun.many} do you enter?`, width: 60 }], COLUMN);
  h3(doc, `${absence.label}: where you have nothing to enter`, { before: 12, keep: 80 });
  note(doc, absence.help, { after: 3 });
  table(doc, absenceTable(doc, block));
  writeMeanings(doc, block);
  writeTerms(doc, view);
  writeOne(doc, block);
}

const ANYWHERE_WIDTH = 92;
const PLACES_WIDTH = 210;

function absenceTable(
  doc: PdfDocument,
  { absence, groupTitle, groups }: EntriesBlockView,
): TableSpec {
  return {
    title: absence.label,
    style: { ...TYPE.small, leading: 12 },
    padding: { row: 2.5, right: 6 },
    columns: [
      { label: groupTitle, isRowHeader: true },
      { label: `${absence.label} in any Place`, width: ANYWHERE_WIDTH, align: 'center' },
      { label: `${absence.label} in these Places only`, width: PLACES_WIDTH },
    ],
    rows: groups.map((group) => ({
      cells: [
        group,
        tickCell(doc, `${absence.label} in any Place: ${group}`),
        writingCell(doc, `${group}: names of Places`),
      ],
    })),
  };
}

function writeMeanings(doc: PdfDocument, { meanings }: EntriesBlockView): void {
  if (meanings.length === 0) return;
  h2(doc, 'What the choices mean');
  for (const { title, choices } of meanings) {
    h3(doc, title, { style: { ...TYPE.h3, size: 10, leading: 13 }, before: 6, after: 1 });
    const items = choices.map(({ label, help }) => [
      { text: `${label}: `, font: 'semibold' as const },
      { text: help },
    ]);
    list(doc, items, { style: TYPE.cell, gap: 0.5 });
  }
}

/** The form of one entry begins a page: that page and those after it are copied. */
function writeOne(doc: PdfDocument, { noun, sections }: EntriesBlockView): void {
  h2(doc, `One form for each ${noun.one}`, { keep: PAGE.body - 30, after: 2 });
  note(doc, `Copy the pages from here on, once for each ${noun.one}, before you write on them.`);
  const number = `${capital(noun.one)} number`;
  blanksRow(
    doc,
    [
      { before: number, width: 50 },
      { before: 'of', width: 50 },
    ],
    COLUMN,
  );
  for (const { title, help, optional, questions } of sections) {
    const aside = [optional ? 'Optional.' : '', help].filter((part) => part !== '').join(' ');
    h3(doc, title, { style: { ...TYPE.h2, size: 12, leading: 15 }, before: 12, keep: 70 });
    if (aside !== '') note(doc, aside, { after: 0 });
    writeQuestions(doc, questions, { heads: false });
  }
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
