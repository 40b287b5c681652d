/** A Place's services, and who answered for it. */
import { note, paragraph } from '../../../adapters/pdf/blocks.ts';
import { h2 } from '../../../adapters/pdf/headings.ts';
import { skip, type PdfDocument } from '../../../adapters/pdf/sheet.ts';
import { headedTable } from '../../../adapters/pdf/table.ts';
import type { TableSpec } from '../../../adapters/pdf/table.types.ts';
import type { CoverageRow, PlaceServicesView, ServiceView } from '../place-map.view.ts';
import type { PlaceReportView } from '../place-report.view.ts';
import { writeTable } from './titled-table.ts';

/** Which sector offers how much at each level: where the elements' colours come from. */
export function writeCoverage(doc: PdfDocument, { coverage }: PlaceServicesView): void {
  const spec: TableSpec = {
    title: 'Running services by sector and level',
    columns: [
      { label: 'Sector', isRowHeader: true },
      { label: 'Universal', width: 58, align: 'right' },
      { label: 'Targeted', width: 58, align: 'right' },
      { label: 'Specialist', width: 58, align: 'right' },
      { label: 'Agencies of the sector', width: 160 },
    ],
    padding: { row: 3.5, right: 12 },
    rows: coverage.map(({ sector, cells, said }) => ({
      cells: [sector, ...cells.map(coverageText), said],
    })),
  };
  headedTable(doc, 'Services by sector and level', spec, { name: 'coverage' });
  skip(doc, 5);
  note(doc, 'Running services whose level is known. A nought is a gap; a dash: nobody is asked.');
}

/** The count, and below a nought that there is an action. */
function coverageText({ count, gap }: CoverageRow['cells'][number]): string {
  return gap?.action ? `${count}\n${gap.action.text.toLowerCase()}` : count;
}

const SERVICES = { name: 'services' } as const;

/** Every service that was entered, those that name no Place apart. */
export function writeServices(doc: PdfDocument, view: PlaceReportView): void {
  const { services, unplaced } = view.services;
  const heading = `Every service entered for ${view.place}: ${services.length}`;
  if (services.length === 0) h2(doc, heading, { name: 'services' });
  else headedTable(doc, heading, serviceTable('Services entered', services, view), SERVICES);
  if (unplaced.length > 0) {
    const title = 'Services that name no Place';
    writeTable(doc, `${title}: ${unplaced.length}`, serviceTable(title, unplaced, view));
    note(doc, 'They are listed here and counted nowhere.', { before: 5 });
  }
}

function serviceTable(
  title: string,
  services: readonly ServiceView[],
  { names }: PlaceReportView,
): TableSpec {
  return {
    title,
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
  };
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
