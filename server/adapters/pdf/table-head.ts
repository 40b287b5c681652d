/** The head of a table: tagged once, and repeated as decoration on every page that the table reaches. */
import { drawLines, paintLines } from './paint.ts';
import type { Column } from './paint.ts';
import type { PdfDocument } from './sheet.ts';
import { addElement, artifact, openElement } from './structure.ts';
import type { StructElement } from './structure.ts';
import { HEAD_PADDING } from './table-measure.ts';
import type { MeasuredTable, PlacedColumn } from './table-measure.ts';
import { COLOUR, TYPE } from './tokens.ts';

const STYLE = TYPE.columnHead;

/** Draws the head as the table's THead, and moves the cursor below it. */
export function drawHead(doc: PdfDocument, table: MeasuredTable, parent: StructElement): void {
  drawHeadArt(doc, table);
  addElement(doc.pdf, parent, 'THead', {}, (head) => {
    addElement(doc.pdf, head, 'TR', {}, (row) => {
      for (const column of table.columns) {
        const cell = openHeadCell(doc, row, column);
        drawLines(doc, cell, column.headLines, textColumn(doc, table, column), STYLE);
        cell.end();
      }
    });
  });
  doc.y += table.headHeight;
}

/** Draws the head again on a later page; the structure keeps its one THead. */
export function repeatHead(doc: PdfDocument, table: MeasuredTable): void {
  drawHeadArt(doc, table);
  artifact(
    doc.pdf,
    () => {
      for (const column of table.columns) {
        paintLines(doc, column.headLines, textColumn(doc, table, column), STYLE);
      }
    },
    'Pagination',
  );
  doc.y += table.headHeight;
}

function openHeadCell(doc: PdfDocument, row: StructElement, column: PlacedColumn): StructElement {
  // a heading without words would head nothing
  return column.headLines.length === 0
    ? openElement(doc.pdf, row, 'TD')
    : openElement(doc.pdf, row, 'TH', { scope: 'Column' });
}

/** Headings stand at the foot of the head. */
function textColumn(doc: PdfDocument, table: MeasuredTable, placed: PlacedColumn): Column {
  const { column, x, width, headLines } = placed;
  return {
    x,
    y: doc.y + table.headHeight - HEAD_PADDING - headLines.length * STYLE.leading,
    width: width - table.paddingRight,
    align: column.align ?? 'left',
  };
}

function drawHeadArt(doc: PdfDocument, table: MeasuredTable): void {
  const { pdf, y } = doc;
  artifact(pdf, () => {
    const bottom = y + table.headHeight;
    pdf.lineWidth(1).strokeColor(COLOUR.ink);
    pdf
      .moveTo(table.x, bottom)
      .lineTo(table.x + table.width, bottom)
      .stroke();
    for (const { column, x, width } of table.columns) {
      column.headArt?.({ x, y, width, height: table.headHeight });
    }
  });
}
