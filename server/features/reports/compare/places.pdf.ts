/** Two Places side by side as a PDF; run by a worker. */
import { paragraph } from '../../../adapters/pdf/blocks.ts';
import { ragCell } from '../../../adapters/pdf/cells.ts';
import { closeDocument } from '../../../adapters/pdf/document.ts';
import { h2 } from '../../../adapters/pdf/headings.ts';
import type { PdfDocument } from '../../../adapters/pdf/sheet.ts';
import { table, tableStartHeight } from '../../../adapters/pdf/table.ts';
import type { TableCell, TableSpec } from '../../../adapters/pdf/table.types.ts';
import { COLOUR, TYPE } from '../../../adapters/pdf/tokens.ts';
import { methodPart, openReport, writeContents, writeHead } from '../pdf/paper.ts';
import type { Paper, Part } from '../pdf/paper.ts';
import type { PlacesView } from './places.view.ts';
import type { SideCell, SideRow, SideTable } from './side-tables.ts';

/** The page's tables in its order, then how levels and colours come about. */
export function render(paper: Paper<PlacesView>): Promise<Buffer> {
  const { view } = paper;
  const doc = openReport(paper, `${view.heading}: two Places compared`);
  writeHead(doc, paper);
  const parts: Part[] = [
    ...view.tables.map((side, n) => ({
      name: side.id,
      title: side.heading,
      write: () => writeSide(doc, side, n === 0),
    })),
    methodPart(doc, paper, view.asksMap),
  ];
  writeContents(doc, parts);
  for (const { write } of parts) write();
  return closeDocument(doc);
}

/** two lines of text below the heading, and the space around them */
const LEDE = 2 * TYPE.body.leading + 11;

/** The first says at the head of the paper who is ahead. */
function writeSide(doc: PdfDocument, side: SideTable, isFirst: boolean): void {
  const spec = sideTable(doc, side);
  const keep = tableStartHeight(doc, spec) + (isFirst ? 0 : LEDE);
  h2(doc, side.heading, { name: side.id, before: 14, after: 5, keep });
  if (!isFirst) paragraph(doc, side.text);
  table(doc, spec);
}

const SIDE_WIDTH = 132;

function sideTable(doc: PdfDocument, side: SideTable): TableSpec {
  const { heading, of, difference, places, rows } = side;
  return {
    title: `${heading}: ${places.join(' beside ')}`,
    padding: { row: 3, right: 8 },
    columns: [
      { label: of, isRowHeader: true },
      ...places.map((label) => ({ label, width: SIDE_WIDTH })),
      { label: difference, width: 112 },
    ],
    rows: rows.map((row) => ({
      cells: [row.name, ...row.cells.map((cell) => sideCell(doc, cell)), aheadCell(row)],
    })),
  };
}

/** "6 of 8" stays on one line */
const unbroken = (count: string): string => count.replaceAll(' ', '\u00a0');

function sideCell(doc: PdfDocument, { rag, text, given }: SideCell): TableCell | string {
  const below = [text, unbroken(given)].filter(Boolean).join(' ');
  return rag === null ? below : ragCell(doc, rag.code, below);
}

function aheadCell({ ahead, isQuiet }: SideRow): TableCell {
  return {
    text: [isQuiet ? { text: ahead, colour: COLOUR.soft } : { text: ahead, font: 'semibold' }],
  };
}
