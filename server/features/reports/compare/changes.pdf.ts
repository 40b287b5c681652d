/** What changed between two rounds as a PDF; run by a worker. */
import { note, paragraph } from '../../../adapters/pdf/blocks.ts';
import { closeDocument } from '../../../adapters/pdf/document.ts';
import { h2 } from '../../../adapters/pdf/headings.ts';
import { skip, type PdfDocument } from '../../../adapters/pdf/sheet.ts';
import { table, tableStartHeight } from '../../../adapters/pdf/table.ts';
import type { TableCell, TableSpec } from '../../../adapters/pdf/table.types.ts';
import { COLOUR, PAGE, TYPE } from '../../../adapters/pdf/tokens.ts';
import { methodPart, openReport, writeContents, writeHead } from '../pdf/paper.ts';
import type { Paper, Part } from '../pdf/paper.ts';
import type { MoveCell, MoveSection, MoveTable } from './change-sections.ts';
import type { ChangesView } from './changes.view.ts';

/** The page's tables in its order, then how levels and colours come about. */
export function render(paper: Paper<ChangesView>): Promise<Buffer> {
  const { view } = paper;
  const doc = openReport(paper, `${view.system}: two rounds compared`);
  writeHead(doc, paper);
  const parts: Part[] = [
    ...view.sections.map((section, n) => ({
      name: section.id,
      title: section.heading,
      write: () => writeSection(doc, section, n === 0),
    })),
    methodPart(doc, paper, view.asksMap),
  ];
  if (view.left !== '') note(doc, view.left, { after: 6 });
  writeContents(doc, parts);
  for (const { write } of parts) write();
  return closeDocument(doc);
}

/** a line of text below the heading, and the space around it */
const LEDE = 2 * TYPE.body.leading + 11;

/** The first says at the head of the paper how many moved. */
function writeSection(doc: PdfDocument, section: MoveSection, isFirst: boolean): void {
  const { id, heading, text, tables } = section;
  const specs = tables.map(moveTable);
  const [first] = specs;
  const tableHeight = first ? tableStartHeight(doc, first) : 0;
  h2(doc, heading, { name: id, before: 14, after: 5, keep: tableHeight + (isFirst ? 0 : LEDE) });
  if (!isFirst || !first) paragraph(doc, text);
  for (const [index, spec] of specs.entries()) {
    if (index > 0) skip(doc, 16);
    table(doc, spec);
  }
}

/** the narrowest first column, and the widest of a Place */
const FIRST_WIDTH = 104;
const WIDEST_PLACE = 122;
const ROW_HEAD = { ...TYPE.matrix, size: 8.5, leading: 10 };

function moveTable({ caption, of, places, rows }: MoveTable): TableSpec {
  const width = Math.min(WIDEST_PLACE, (PAGE.measure - FIRST_WIDTH) / places.length);
  return {
    title: caption,
    padding: { row: 2.2, right: 5 },
    columns: [
      { label: of, isRowHeader: true },
      ...places.map(({ name }) => ({ label: name, width, headInset: 4 })),
    ],
    rows: rows.map(({ name, cells }) => ({
      cells: [{ text: name, style: ROW_HEAD }, ...cells.map(moveCell)],
    })),
  };
}

/** What moved stands out; what stayed, or can't be compared, is quiet. */
function moveCell({ text, change, why }: MoveCell): TableCell {
  const hasMoved = change !== null && change.kind !== 'same';
  const below = change ? change.text : why;
  return {
    text: [
      hasMoved ? { text, font: 'semibold' } : { text, font: 'regular', colour: COLOUR.soft },
      ...(below === ''
        ? []
        : [{ text: `\n${below}`, font: 'regular' as const, colour: COLOUR.soft }]),
    ],
    style: TYPE.matrix,
  };
}
