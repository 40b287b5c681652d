/** A Place's services, and who answered for it. */
import { note, paragraph } from '../../../adapters/pdf/blocks.ts';
import { h2 } from '../../../adapters/pdf/headings.ts';
import { skip, type PdfDocument } from '../../../adapters/pdf/sheet.ts';
import { headedTable } from '../../../adapters/pdf/table.ts';
import type { TableSpec } from '../../../adapters/pdf/table.types.ts';
import type { ServiceView } from '../place-map.view.ts';
import type { PlaceReportView } from '../place-report.view.ts';
import { writeTable } from './titled-table.ts';

export function writeServices(doc: PdfDocument, { services, names, place }: PlaceReportView): void {
  const coverage: TableSpec = {
    title: 'Running services by sector and level',
    columns: [
      { label: 'Sector', isRowHeader: true },
      { label: 'Universal', width: 58, align: 'right', isTabular: true },
      { label: 'Targeted', width: 58, align: 'right', isTabular: true },
      { label: 'Specialist', width: 58, align: 'right', isTabular: true },
      { label: 'Agencies of the sector', width: 160 },
    ],
    padding: { row: 3.5, right: 12 },
    rows: services.coverage.map(({ sector, asked, said, ...counts }) => ({
      cells: [
        sector,
        ...[counts.universal, counts.targeted, counts.specialist].map((count) =>
          asked ? String(count) : '–',
        ),
        said,
      ],
    })),
  };
  headedTable(doc, 'Services by sector and level', coverage, { name: 'services' });
  skip(doc, 5);
  note(doc, 'Running services whose level is known. A nought is a gap; a dash: nobody is asked.');
  writeServiceList(doc, `Every service entered for ${place}`, services.services, names);
  if (services.unplaced.length > 0) {
    writeServiceList(doc, 'Services that name no Place', services.unplaced, names);
    note(doc, 'They are listed here and counted nowhere.', { before: 5 });
  }
}

function writeServiceList(
  doc: PdfDocument,
  heading: string,
  services: readonly ServiceView[],
  names: boolean,
): void {
  if (services.length === 0) return;
  writeTable(doc, `${heading}: ${services.length}`, {
    title: heading,
    columns: [
      { label: 'Service', isRowHeader: true },
      { label: 'Sector', width: 128 },
      { label: 'State', width: 76 },
      ...(names ? [{ label: 'Agency', width: 132 }] : []),
    ],
    padding: { row: 3.5, right: 8 },
    rows: services.map(({ name, sector, status, agency }) => ({
      cells: [name, sector, status, ...(names ? [agency] : [])],
    })),
  });
}

/** By name where names may be seen, else how many. */
export function writeAnswerers(doc: PdfDocument, view: PlaceReportView): void {
  const { answerers, answered } = view;
  if (answerers.length === 0) {
    h2(doc, 'Who answered', { name: 'answered' });
    paragraph(doc, answered);
    return;
  }
  headedTable(doc, 'Who answered', answererTable(view), { name: 'answered' });
  skip(doc, 5);
  note(doc, `${answered} This copy names agencies: it is for reviewers and the coordinator.`);
}

function answererTable({ place, answerers, asksGrid, asksMap }: PlaceReportView): TableSpec {
  return {
    title: `Agencies asked about ${place}`,
    columns: [
      { label: 'Agency', isRowHeader: true },
      { label: 'Sectors', width: 128 },
      ...(asksGrid ? [{ label: 'Grid', width: 104 }] : []),
      ...(asksMap ? [{ label: 'Service map', width: 104 }] : []),
    ],
    padding: { row: 3.5, right: 8 },
    rows: answerers.map(({ agency, sectors, grid, map }) => ({
      cells: [agency, sectors, ...(asksGrid ? [grid] : []), ...(asksMap ? [map] : [])],
    })),
  };
}
