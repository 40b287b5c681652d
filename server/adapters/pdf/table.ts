/** Tables: real headers with their scope, rows that are never cut, the head repeated on every page. */
import { plainText } from './characters.ts';
import { h2 } from './headings.ts';
import type { HeadingOptions } from './headings.ts';
import { drawRule, ensureSpace } from './sheet.ts';
import type { PdfDocument } from './sheet.ts';
import { addElement, addTableAttributes } from './structure.ts';
import { drawHead } from './table-head.ts';
import { measureTable } from './table-measure.ts';
import type { MeasuredRow, MeasuredTable } from './table-measure.ts';
import { continueTable, drawRow, rowStartHeight } from './table-row.ts';
import type { TableSpec } from './table.types.ts';
import { COLOUR, PAGE } from './tokens.ts';

/** A table up to this height stays whole on one page; a longer one starts with at least two rows. */
const TALLEST_WHOLE = 200;

/** Writes a table at the cursor and moves the cursor below it. */
export function table(doc: PdfDocument, spec: TableSpec): void {
  drawTable(doc, spec, measureTable(doc, spec));
}

/** A second heading that stays with its table. */
export function headedTable(
  doc: PdfDocument,
  heading: string,
  spec: TableSpec,
  options: HeadingOptions = {},
): void {
  const measured = measureTable(doc, spec);
  h2(doc, heading, { ...options, keep: startHeight(measured) });
  drawTable(doc, spec, measured);
}

/** Height that must be free for the table to start on this page. */
export function tableStartHeight(doc: PdfDocument, spec: TableSpec): number {
  return startHeight(measureTable(doc, spec));
}

function drawTable(doc: PdfDocument, spec: TableSpec, measured: MeasuredTable): void {
  ensureSpace(doc, startHeight(measured));
  if (measured.hasTopRule) {
    const { x, width } = measured;
    drawRule(doc, { x, y: doc.y, width }, { width: 0.75, colour: COLOUR.rule });
  }
  addElement(doc.pdf, doc.parent, 'Table', { title: plainText(spec.title) }, (element) => {
    if (spec.summary !== undefined) {
      addTableAttributes(element, { Summary: plainText(spec.summary) });
    }
    if (measured.headHeight > 0) drawHead(doc, measured, element);
    addElement(doc.pdf, element, 'TBody', {}, (body) => {
      for (const [index, row] of measured.rows.entries()) {
        const isTooHigh = doc.y + heightWithNext(measured, row, index) > PAGE.bottom;
        if (isTooHigh) continueTable(doc, measured);
        drawRow(doc, measured, row, body);
      }
    });
  });
}

/** Height of a row, and with a heading row that of the row it heads. */
function heightWithNext(measured: MeasuredTable, row: MeasuredRow, index: number): number {
  const own = rowStartHeight(measured, row);
  const next = measured.rows[index + 1];
  if (row.row.isHeading !== true || next === undefined) return own;
  return own + rowStartHeight(measured, next);
}

function startHeight(measured: MeasuredTable): number {
  const total = measured.rows.reduce((sum, row) => sum + row.height, measured.headHeight);
  if (total <= (measured.isWhole ? PAGE.body : TALLEST_WHOLE)) return total;
  return measured.rows
    .slice(0, 2)
    .reduce((sum, row) => sum + rowStartHeight(measured, row), measured.headHeight);
}
