/** The system's report as a PDF, with all workings; run by a worker, or by the command line. */
import { paragraph } from '../../adapters/pdf/blocks.ts';
import { closeDocument } from '../../adapters/pdf/document.ts';
import { h2 } from '../../adapters/pdf/headings.ts';
import type { PdfDocument } from '../../adapters/pdf/sheet.ts';
import { writeEditions } from './pdf/editions.ts';
import { writeMoney } from './pdf/map-money.ts';
import { methodPart, openReport, partsOf, writeContents, writeHead } from './pdf/paper.ts';
import type { Paper, Part } from './pdf/paper.ts';
import { writeDomainSections } from './pdf/system-domain-sections.ts';
import { writeElementSections } from './pdf/system-element-sections.ts';
import { writeGaps } from './pdf/system-gaps.ts';
import { writeDomainMatrix, writeElementMatrix } from './pdf/system-matrix.ts';
import { writeSystemNeed } from './pdf/system-need.ts';
import { writeSectorMatrix } from './pdf/system-sectors.ts';
import { writeTallies } from './pdf/system-tallies.ts';
import type { SystemReportView } from './system-report.view.ts';

/** Finding, figures and equity gaps on the first page; then the matrices, and what stands behind each row. */
export function render(paper: Paper<SystemReportView>): Promise<Buffer> {
  const { view } = paper;
  const doc = openReport(paper, `${view.system}: system report`);
  writeHead(doc, paper);
  writeSystem(doc, view, [methodPart(doc, paper, view.rulesHref !== '')]);
  return closeDocument(doc);
}

/** All that stands below the head. @param last what closes it */
export function writeSystem(
  doc: PdfDocument,
  view: SystemReportView,
  last: readonly Part[] = [],
): void {
  const parts = [...bodyOf(doc, view), ...last];
  writeContents(doc, parts);
  writeTallies(doc, view);
  writeGaps(doc, view.tables);
  for (const { write } of parts) write();
}

function bodyOf(doc: PdfDocument, view: SystemReportView): Part[] {
  const [grid, map] = [view.tables.length > 0, view.elementTables.length > 0];
  const compares = [...view.tables, ...view.elementTables].some(({ places }) => places.length > 1);
  return partsOf([
    [grid, 'matrix', 'Every domain', () => writeDomainMatrix(doc, view)],
    [map, 'elements', 'Elements of support', () => writeElementMatrix(doc, view)],
    [view.sectors !== null, 'sectors', 'Sectors', () => writeSectorMatrix(doc, view)],
    [grid && compares, 'domains', 'Domains in turn', () => writeDomainSections(doc, view)],
    [map, 'element-reasons', 'Elements in turn', () => writeElementSections(doc, view)],
    [view.money !== null, 'money', 'Money at risk', () => writeRisk(doc, view)],
    [view.need !== null, 'need', 'Need against capacity', () => writeNeeds(doc, view)],
    [hasEditions(view), 'changed', 'What changed', () => writeEditions(doc, view.corrected)],
  ]);
}

const hasEditions = ({ corrected }: SystemReportView): boolean => corrected.editions.length > 0;

function writeRisk(doc: PdfDocument, { money }: SystemReportView): void {
  if (!money) return;
  h2(doc, 'Money at risk', { name: 'money', keep: 60 });
  paragraph(doc, money.sentence);
  writeMoney(doc, money);
}

function writeNeeds(doc: PdfDocument, { need }: SystemReportView): void {
  if (need) writeSystemNeed(doc, need);
}
