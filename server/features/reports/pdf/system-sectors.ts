/** What each sector offers in each Place, six Places to a table. */
import { paragraph } from '../../../adapters/pdf/blocks.ts';
import { h2 } from '../../../adapters/pdf/headings.ts';
import { skip, type PdfDocument } from '../../../adapters/pdf/sheet.ts';
import { table, tableStartHeight } from '../../../adapters/pdf/table.ts';
import type { TableSpec } from '../../../adapters/pdf/table.types.ts';
import { PAGE, TYPE } from '../../../adapters/pdf/tokens.ts';
import type { SectorCellView, SectorTable } from '../sector-table.view.ts';
import type { SystemReportView } from '../system-report.view.ts';

const FIRST_WIDTH = 104;
const WIDEST_PLACE = 122;
/** a line below the heading, with the gaps above and below it */
const LEDE = 5 + TYPE.body.leading + 6;

export function writeSectorMatrix(doc: PdfDocument, { sectors }: SystemReportView): void {
  if (!sectors) return;
  const specs = sectors.tables.map(sectorTable);
  const [first] = specs;
  if (!first) return;
  const keep = tableStartHeight(doc, first) + LEDE;
  h2(doc, sectors.heading, { name: 'sectors', before: 14, after: 5, keep });
  paragraph(doc, sectors.lede);
  for (const [index, spec] of specs.entries()) {
    if (index > 0) skip(doc, 16);
    table(doc, spec);
  }
}

function sectorTable({ caption, places, rows }: SectorTable): TableSpec {
  const width = Math.min(WIDEST_PLACE, (PAGE.measure - FIRST_WIDTH) / places.length);
  return {
    title: caption,
    padding: { row: 2.2, right: 4 },
    columns: [
      { label: 'Sector', isRowHeader: true },
      ...places.map(({ name, note }) => ({ label: `${name}\n${note}`, width })),
    ],
    rows: rows.map(({ name, cells }) => ({
      cells: [
        { text: name, style: { ...TYPE.matrix, size: 8.5, leading: 10 } },
        ...cells.map((cell) => ({ text: cellText(cell), style: TYPE.matrix })),
      ],
    })),
  };
}

/** "2 gaps" and below it what there is at each level */
function cellText({ text, offers }: SectorCellView): string {
  return [text, ...offers.map((offer) => `${offer.level} ${offer.text}`)].join('\n');
}
