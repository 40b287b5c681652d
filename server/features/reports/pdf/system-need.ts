/** Need against capacity of every Place, and their sum. */
import { note, paragraph } from '../../../adapters/pdf/blocks.ts';
import { h2 } from '../../../adapters/pdf/headings.ts';
import type { PdfDocument } from '../../../adapters/pdf/sheet.ts';
import type { SystemNeedView } from '../system-need.view.ts';
import { writeTable } from './titled-table.ts';

const TITLE = 'Babies in need and shortfall by Place, a year';

export function writeSystemNeed(doc: PdfDocument, view: SystemNeedView): void {
  h2(doc, 'Need against capacity', { name: 'need' });
  paragraph(doc, view.sentence);
  writeTable(doc, TITLE, {
    title: TITLE,
    columns: [
      { label: 'Place', isRowHeader: true },
      { label: 'Births', width: 72, align: 'right' },
      { label: 'Babies who need specialist help', width: 78, align: 'right' },
      { label: 'Of them missed', width: 70, align: 'right' },
      { label: 'Shortfall, targeted', width: 90, align: 'right' },
      { label: 'Shortfall, specialist', width: 96, align: 'right' },
    ],
    padding: { row: 3.5, right: 8 },
    rows: [...view.rows, ...(view.total ? [view.total] : [])].map((row) => ({
      cells: [row.name, row.births, row.need, row.missed, row.targeted, row.specialist],
    })),
  });
  note(doc, view.note, { before: 4 });
}
