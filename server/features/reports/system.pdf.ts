/** The system's report as a PDF; run by a worker, or by the command line. */
import { closeDocument } from '../../adapters/pdf/document.ts';
import { h2 } from '../../adapters/pdf/headings.ts';
import type { PdfDocument } from '../../adapters/pdf/sheet.ts';
import { colourTally, DOMAINS, ELEMENTS, type Coloured } from './pdf/colour-tally.ts';
import { methodPart, openPaper, writeHead, type Paper } from './pdf/paper.ts';
import { writeGaps } from './pdf/system-gaps.ts';
import { writeDomainMatrix, writeElementMatrix } from './pdf/system-matrix.ts';
import type { SystemReportView } from './system-report.view.ts';

/** Finding and figures first, then the matrices of domains and of elements. */
export function render(paper: Paper<SystemReportView>): Promise<Buffer> {
  const { view } = paper;
  const [grid, map] = [view.tables.length > 0, view.elementTables.length > 0];
  const doc = openPaper(paper, `${view.system}: system report`);
  writeHead(doc, paper);
  if (grid || map) writeTally(doc, view, grid);
  writeGaps(doc, view.tables);
  if (grid) writeDomainMatrix(doc, view);
  if (map) writeElementMatrix(doc, view);
  methodPart(doc, paper, view.rulesHref !== '').write();
  return closeDocument(doc);
}

/** Of the grid where there is one: it is what the finding at the top is about. */
function writeTally(doc: PdfDocument, view: SystemReportView, grid: boolean): void {
  const tables = grid ? view.tables : view.elementTables;
  const cells = tables.flatMap(({ rows }) => rows.flatMap((row): readonly Coloured[] => row.cells));
  h2(doc, `${cells.length} ${grid ? 'levels' : 'colours'} at a glance`, {
    before: 16,
    after: 6,
    keep: 60,
  });
  colourTally(doc, cells, grid ? DOMAINS : ELEMENTS);
}
