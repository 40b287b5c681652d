/** The reports as PDFs, drawn away from the event loop from the view models of their pages. */
import type { PdfPool } from '../../adapters/pdf/pool.ts';
import type { ResultsDeps } from '../../results/load.ts';
import { fileName, madeAt } from '../../web/made.ts';
import { paths } from '../../web/paths.ts';
import { file } from '../../web/reply.ts';
import { get, param, type Route } from '../../web/route.ts';
import { dayOf } from '../../web/time.ts';
import { boardDocument } from './board/board-pdf.routes.ts';
import { compareDocuments } from './compare/compare.routes.ts';
import { recordDownload } from './download.ts';
import { toPlaceReportView } from './place-report.view.ts';
import { loadPlace, loadSystem } from './reports.load.ts';
import { toSystemReportView } from './system-report.view.ts';

interface ReportPdfDeps extends ResultsDeps {
  readonly pdf: PdfPool;
  readonly now: () => Date;
  readonly baseUrl: string;
}

const systemDocument = new URL('./system.pdf.ts', import.meta.url);
const placeDocument = new URL('./place.pdf.ts', import.meta.url);

/** The modules that draw them, for a worker to load before anybody asks. */
export const reportDocuments = [
  placeDocument,
  systemDocument,
  boardDocument,
  ...compareDocuments,
] as const;

/** Who may read a page may have its PDF, and sees the same in it; that it was taken away is written down. */
export function reportPdfRoutes(deps: ReportPdfDeps): Route[] {
  const { pdf, now, baseUrl } = deps;
  return [
    get('/rounds/:round/report.pdf', 'results.read', async (request) => {
      const roundSlug = param(request, 'round');
      const facts = await loadSystem(deps, request.scope, roundSlug);
      const view = toSystemReportView(facts, { today: dayOf(now()) });
      const made = madeAt(now(), baseUrl + paths.systemReport(roundSlug));
      const body = await pdf.render(systemDocument, { view, made });
      await recordDownload(deps, request, { round: facts.round });
      return file(body, 'application/pdf', fileName(view.system, view));
    }),
    get('/rounds/:round/places/:place/report.pdf', 'results.read', async (request) => {
      const [roundSlug, placeSlug] = [param(request, 'round'), param(request, 'place')];
      const today = dayOf(now());
      const facts = await loadPlace(deps, request.scope, { roundSlug, placeSlug, today });
      const view = toPlaceReportView(facts);
      const made = madeAt(now(), baseUrl + paths.placeReport(roundSlug, placeSlug));
      const body = await pdf.render(placeDocument, { view, made });
      await recordDownload(deps, request, facts);
      return file(body, 'application/pdf', fileName(view.place, view));
    }),
  ];
}
