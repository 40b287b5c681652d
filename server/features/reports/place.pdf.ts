/** The Place report as a PDF, with all workings; run by a worker, or by the command line. */
import { closeDocument } from '../../adapters/pdf/document.ts';
import type { PdfDocument } from '../../adapters/pdf/sheet.ts';
import { writeEditions } from './pdf/editions.ts';
import { methodPart, openReport, partsOf, writeContents, writeHead } from './pdf/paper.ts';
import type { Paper, Part } from './pdf/paper.ts';
import { writeActions } from './pdf/place-actions.ts';
import { writeAges } from './pdf/place-ages.ts';
import { writeContradictions } from './pdf/place-contradictions.ts';
import { writeDomainSections } from './pdf/place-domain-sections.ts';
import { writeDomains } from './pdf/place-domains.ts';
import { writeElements } from './pdf/place-elements.ts';
import { writeFindings } from './pdf/place-map.ts';
import { writeNeed } from './pdf/place-need.ts';
import { writeNextLevels } from './pdf/place-next-levels.ts';
import { writeAnswerers, writeCoverage, writeServices } from './pdf/place-services.ts';
import { writeProfile } from './pdf/place-profile.ts';
import { writeTrend } from './pdf/place-trend.ts';
import { writeElementWorkings } from './pdf/place-workings.ts';
import type { PlaceReportView } from './place-report.view.ts';

/** A Board member reads the first page; the second answers what stands behind it; the workings come last. */
export function render(paper: Paper<PlaceReportView>): Promise<Buffer> {
  const { view } = paper;
  const doc = openReport(paper, `${view.place}: Place report`);
  writeHead(doc, paper);
  writePlace(doc, paper, [methodPart(doc, paper, view.asksMap)]);
  return closeDocument(doc);
}

/** All that stands below the head. @param last what closes it */
export function writePlace(
  doc: PdfDocument,
  paper: Paper<PlaceReportView>,
  last: readonly Part[] = [],
): void {
  const parts = [...bodyOf(doc, paper), ...last];
  writeContents(doc, parts);
  if (paper.view.domains.length > 0) writeDomains(doc, paper.view);
  for (const { write } of parts) write();
}

function bodyOf(doc: PdfDocument, { view, made }: Paper<PlaceReportView>): Part[] {
  const { domains, elements, ages, services, insight, need, contradictions, actions } = view;
  const [grid, map] = [domains.length > 0, elements.length > 0];
  const hasServices = services.services.length + services.unplaced.length > 0;
  const hasEditions = view.corrected.editions.length > 0;
  const hasNext = domains.some(({ working }) => working.next !== null);
  return partsOf([
    [map, 'elements', 'Elements', () => writeElements(doc, elements)],
    [map, 'coverage', 'Sectors', () => writeCoverage(doc, services)],
    [map && insight !== null, 'map', 'Service map', () => insight && writeFindings(doc, insight)],
    [
      contradictions !== null,
      'contradictions',
      'Map and grid',
      () => contradictions && writeContradictions(doc, contradictions),
    ],
    [need !== null, 'need', 'Need', () => need && writeNeed(doc, need)],
    [grid, 'profile', 'Profile', () => writeProfile(doc, view)],
    [
      view.trend !== null,
      'trend',
      'Round by round',
      () => view.trend && writeTrend(doc, view.trend),
    ],
    [ages !== null, 'ages', 'Ages', () => ages && writeAges(doc, ages)],
    [grid, 'domains', 'Domains', () => writeDomainSections(doc, view)],
    [hasServices, 'services', 'Services', () => writeServices(doc, view)],
    [
      actions !== null,
      'actions',
      'Actions',
      () => actions && writeActions(doc, actions, made.address),
    ],
    [true, 'answered', 'Who answered', () => writeAnswerers(doc, view)],
    [map, 'workings', 'Workings', () => writeElementWorkings(doc, elements)],
    [hasNext, 'next-levels', 'Next levels', () => writeNextLevels(doc, domains)],
    [hasEditions, 'changed', 'What changed', () => writeEditions(doc, view.corrected)],
  ]);
}
