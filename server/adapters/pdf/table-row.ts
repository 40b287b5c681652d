/** Draws a row of a table; one that is higher than a page goes on overleaf, line by line. */
import { drawBlank } from './blank.ts';
import { drawFigure } from './figure.ts';
import { drawLines } from './paint.ts';
import { startPage } from './sheet.ts';
import type { Box, PdfDocument } from './sheet.ts';
import { addTableAttributes, artifact, keepingState, openElement } from './structure.ts';
import type { StructElement } from './structure.ts';
import { repeatHead } from './table-head.ts';
import type { MeasuredCell, MeasuredRow, MeasuredTable } from './table-measure.ts';
import type { CellArea, CellFigure } from './table.types.ts';
import { COLOUR, PAGE } from './tokens.ts';

/** What one page shows of a row: for each cell the lines from `from` up to `to`. */
interface Part {
  readonly isFirst: boolean;
  readonly height: number;
  readonly slices: readonly { readonly from: number; readonly to: number }[];
}

/** A part of a tall row shows at least so many lines at the foot of a page. */
const FEWEST_LINES = 4;

/** sums of heights are not exact */
const ROUNDING = 0.01;

/** Draws the row below the cursor, and moves the cursor below it. */
export function drawRow(
  doc: PdfDocument,
  table: MeasuredTable,
  row: MeasuredRow,
  body: StructElement,
): void {
  const element = openElement(doc.pdf, body, 'TR');
  const cells = row.cells.map((cell) => openCell(doc, row, cell, element));
  let part: Part | undefined;
  do {
    if (part !== undefined) continueTable(doc, table);
    part = nextPart(row, part, PAGE.bottom - doc.y);
    drawBackgrounds(doc, table, row, part);
    for (const [index, cell] of row.cells.entries()) {
      drawCell(doc, table, { row, part, index }, cell, cells[index] ?? element);
    }
    doc.y += part.height;
  } while (!isComplete(row, part));
  for (const cell of cells) cell.end();
  element.end();
}

/** Goes on with a table on a new page, under its repeated head. */
export function continueTable(doc: PdfDocument, table: MeasuredTable): void {
  startPage(doc);
  if (repeatsHead(table)) repeatHead(doc, table);
}

/** Height that a page has for rows, below the repeated head. */
export function rowsHeight(table: MeasuredTable): number {
  return PAGE.body - (repeatsHead(table) ? table.headHeight : 0);
}

/** Height that the row must find free to start on a page. */
export function rowStartHeight(table: MeasuredTable, row: MeasuredRow): number {
  if (row.height <= rowsHeight(table)) return row.height;
  const leading = Math.max(0, ...row.cells.map(({ style }) => style.leading));
  return 2 * row.padding + FEWEST_LINES * leading;
}

/** A head that fills half a page would leave no room for what it heads. */
function repeatsHead(table: MeasuredTable): boolean {
  return table.headHeight > 0 && table.headHeight <= PAGE.body / 2;
}

function openCell(
  doc: PdfDocument,
  { row }: MeasuredRow,
  { cell, isHeader }: MeasuredCell,
  parent: StructElement,
): StructElement {
  const scope = row.isHeading === true ? 'Column' : 'Row';
  const element = isHeader
    ? openElement(doc.pdf, parent, 'TH', { scope })
    : openElement(doc.pdf, parent, 'TD');
  if (cell.span !== undefined && cell.span > 1) {
    addTableAttributes(element, { ColSpan: cell.span });
  }
  return element;
}

/** The next part of a row: all that is left if it fits, else as many lines as do, at least one a cell. */
function nextPart(row: MeasuredRow, last: Part | undefined, room: number): Part {
  const isFirst = last === undefined;
  if (isFirst && row.height <= room + ROUNDING) {
    const slices = row.cells.map(({ lines }) => ({ from: 0, to: lines.length }));
    return { isFirst, height: row.height, slices };
  }
  const slices = row.cells.map(({ lines, style, drop }, index) => {
    const from = last?.slices[index]?.to ?? 0;
    const fitting = Math.floor((room - 2 * row.padding - drop) / style.leading);
    return { from, to: Math.min(lines.length, from + Math.max(1, fitting)) };
  });
  const heights = row.cells.map(({ style, drop }, index) => {
    const { from, to } = slices[index] ?? { from: 0, to: 0 };
    return (to - from) * style.leading + drop;
  });
  return { isFirst, height: Math.max(...heights) + 2 * row.padding, slices };
}

function isComplete(row: MeasuredRow, part: Part): boolean {
  return row.cells.every(({ lines }, index) => (part.slices[index]?.to ?? 0) >= lines.length);
}

/** Tints, art and the rule below: drawn before the text, each as decoration. */
function drawBackgrounds(
  doc: PdfDocument,
  table: MeasuredTable,
  row: MeasuredRow,
  part: Part,
): void {
  const { pdf, y } = doc;
  artifact(pdf, () => {
    for (const cell of row.cells) {
      const fill = cell.cell.background ?? row.row.background;
      if (fill !== undefined) pdf.rect(cell.x, y, cell.width, part.height).fill(fill);
      const area = cellArea(table, row, cell, y, part.height);
      if (part.isFirst) keepingState(pdf, () => cell.cell.art?.(area));
    }
    const isStrong = row.row.isLastOfGroup === true;
    pdf.lineWidth(isStrong ? 0.9 : 0.5).strokeColor(isStrong ? COLOUR.soft : table.ruleColour);
    const bottom = y + part.height;
    pdf
      .moveTo(table.x, bottom)
      .lineTo(table.x + table.width, bottom)
      .stroke();
  });
}

function cellArea(
  table: MeasuredTable,
  row: MeasuredRow,
  { x, width }: MeasuredCell,
  y: number,
  height: number,
): CellArea {
  const inner: Box = {
    x,
    y: y + row.padding,
    width: width - table.paddingRight,
    height: height - 2 * row.padding,
  };
  return { inner, whole: { x, y, width, height } };
}

function drawCell(
  doc: PdfDocument,
  table: MeasuredTable,
  { row, part, index }: { row: MeasuredRow; part: Part; index: number },
  measured: MeasuredCell,
  element: StructElement,
): void {
  const { cell, style, align } = measured;
  const { inner, whole } = cellArea(table, row, measured, doc.y, part.height);
  if (part.isFirst && cell.figure !== undefined) {
    drawCellFigure(doc, element, cell.figure, { inner, whole });
  }
  const { from, to } = part.slices[index] ?? { from: 0, to: 0 };
  const lines = measured.lines.slice(from, to);
  const height = lines.length * style.leading;
  const drop = cell.isMiddle === true ? (inner.height - height) / 2 : measured.drop;
  const x = inner.x + (cell.indent ?? 0);
  const column = { x, y: inner.y + drop, width: measured.textWidth, align };
  drawLines(doc, element, lines, column, style);
}

function drawCellFigure(
  doc: PdfDocument,
  element: StructElement,
  { alt, blank, draw }: CellFigure,
  { inner, whole }: CellArea,
): void {
  if (blank === undefined) {
    const options = { alt, box: whole, placement: 'Inline' as const };
    drawFigure(doc, element, options, () => draw(inner));
  } else {
    drawBlank(doc, element, { kind: blank, words: alt }, () => draw(inner));
  }
}
