/** The system summary as a PDF, three or four pages for up to six Places; run by a worker, or by the command line. */
import { paragraph } from '../../../adapters/pdf/blocks.ts';
import { closeDocument } from '../../../adapters/pdf/document.ts';
import { h2 } from '../../../adapters/pdf/headings.ts';
import type { PdfDocument } from '../../../adapters/pdf/sheet.ts';
import { openReport, partsOf, writeContents, writeHead } from '../pdf/paper.ts';
import type { Paper, Part } from '../pdf/paper.ts';
import { writeGaps } from '../pdf/system-gaps.ts';
import { writeDomainMatrix, writeElementMatrix } from '../pdf/system-matrix.ts';
import { writeSystemNeed } from '../pdf/system-need.ts';
import { writeTallies } from '../pdf/system-tallies.ts';
import { captionOf } from '../report.view.ts';
import type { SystemReportView } from '../system-report.view.ts';
import { methodInShort } from './method.ts';

/** Finding, figures and equity gaps on the first page; then the matrices, the sectors in a sentence, and the need. */
export function render(paper: Paper<SystemReportView>): Promise<Buffer> {
  const { view } = paper;
  const doc = openReport(paper, `${view.system}: system summary`);
  const caption = captionOf('System summary', view, view.corrected);
  writeHead(doc, { ...paper, view: { ...view, caption } });
  const parts = [...bodyOf(doc, view), methodOf(doc, paper)];
  writeContents(doc, parts, new URL(view.fullHref, paper.made.address).href);
  writeTallies(doc, leading(view));
  writeGaps(doc, view.tables);
  for (const { write } of parts) write();
  return closeDocument(doc);
}

/** The page counts the colours of the half that leads it, and no others. */
const leading = (view: SystemReportView): SystemReportView =>
  view.tables.length > 0 ? { ...view, elementTables: [] } : view;

function bodyOf(doc: PdfDocument, view: SystemReportView): Part[] {
  const [grid, map] = [view.tables.length > 0, view.elementTables.length > 0];
  const { sectors, need } = view;
  return partsOf([
    [grid, 'matrix', 'Every domain', () => writeDomainMatrix(doc, view)],
    [map, 'elements', 'Elements of support', () => writeElementMatrix(doc, view)],
    [sectors !== null, 'sectors', 'Sectors', () => writeSectors(doc, view)],
    [need !== null, 'need', 'Need against capacity', () => need && writeSystemNeed(doc, need)],
  ]);
}

function writeSectors(doc: PdfDocument, { sectors }: SystemReportView): void {
  if (!sectors) return;
  h2(doc, sectors.heading, { name: 'sectors' });
  paragraph(doc, sectors.lede);
}

function methodOf(doc: PdfDocument, paper: Paper<SystemReportView>): Part {
  const { rulesHref, need } = paper.view;
  return methodInShort(doc, paper, {
    asksMap: rulesHref !== '',
    showsNeed: need !== null,
    said: [],
  });
}
