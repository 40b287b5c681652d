/** The Place report as a PDF; run by a worker, or by the command line. */
import { methodOf } from './pdf/method.ts';
import { closePaper, openPaper, writeHead, type Paper } from './pdf/paper.ts';
import { writeDomains } from './pdf/place-domains.ts';
import { writeElements } from './pdf/place-elements.ts';
import { writeReasons } from './pdf/place-reasons.ts';
import { writeAnswerers, writeServices } from './pdf/place-services.ts';
import { writeDomainWorkings, writeElementWorkings } from './pdf/place-workings.ts';
import type { PlaceReportView } from './place-report.view.ts';

/** Decision first: finding, domains, elements, reasons; then services and answers; the workings last. */
export function render(paper: Paper<PlaceReportView>): Promise<Buffer> {
  const { view } = paper;
  const { domains, elements } = view;
  const doc = openPaper(paper, `${view.place}: Place report`);
  writeHead(doc, paper);
  if (domains.length > 0) writeDomains(doc, view);
  if (elements.length > 0) writeElements(doc, elements);
  if (domains.length > 0) writeReasons(doc, domains);
  if (elements.length > 0) writeServices(doc, view);
  writeAnswerers(doc, view);
  if (domains.length > 0) writeDomainWorkings(doc, domains);
  if (elements.length > 0) writeElementWorkings(doc, elements);
  return closePaper(doc, paper, methodOf({ grid: view.asksGrid, map: view.asksMap }));
}
