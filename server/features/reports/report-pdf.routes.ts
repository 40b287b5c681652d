/** The reports as PDFs, drawn away from the event loop from the view models of their pages. */
import type { PdfPool } from '../../adapters/pdf/pool.ts';
import type { ResultsDeps } from '../../results/load.ts';
import { fileName, madeAt } from '../../web/made.ts';
import { paths } from '../../web/paths.ts';
import { file, type Reply } from '../../web/reply.ts';
import { get, param, type Route, type SignedInRequest } from '../../web/route.ts';
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

type Extent = 'summary' | 'full';

const systemDocuments: Readonly<Record<Extent, URL>> = {
  summary: new URL('./summary/system-summary.pdf.ts', import.meta.url),
  full: new URL('./system.pdf.ts', import.meta.url),
};
const placeDocuments: Readonly<Record<Extent, URL>> = {
  summary: new URL('./summary/place-summary.pdf.ts', import.meta.url),
  full: new URL('./place.pdf.ts', import.meta.url),
};

/** The modules that draw them, for a worker to load before anybody asks. */
export const reportDocuments = [
  placeDocuments.summary,
  systemDocuments.summary,
  placeDocuments.full,
  systemDocuments.full,
  boardDocument,
  ...compareDocuments,
] as const;

/** Who may read a page may have its PDFs, and sees the same in them; that one was taken away is written down. */
export function reportPdfRoutes(deps: ReportPdfDeps): Route[] {
  return [
    get('/rounds/:round/report.pdf', 'results.read', sendSystem(deps, 'summary')),
    get('/rounds/:round/report-full.pdf', 'results.read', sendSystem(deps, 'full')),
    get('/rounds/:round/places/:place/report.pdf', 'results.read', sendPlace(deps, 'summary')),
    get('/rounds/:round/places/:place/report-full.pdf', 'results.read', sendPlace(deps, 'full')),
  ];
}

type Answer = (request: SignedInRequest) => Promise<Reply>;

function sendSystem(deps: ReportPdfDeps, extent: Extent): Answer {
  const { pdf, now, baseUrl } = deps;
  return async (request) => {
    const roundSlug = param(request, 'round');
    const facts = await loadSystem(deps, request.scope, roundSlug);
    const view = toSystemReportView(facts, { today: dayOf(now()) });
    const made = madeAt(now(), baseUrl + paths.systemReport(roundSlug));
    const body = await pdf.render(systemDocuments[extent], { view, made });
    await recordDownload(deps, request, { round: facts.round });
    return file(body, 'application/pdf', fileName(view.system, view, kind[extent]));
  };
}

function sendPlace(deps: ReportPdfDeps, extent: Extent): Answer {
  const { pdf, now, baseUrl } = deps;
  return async (request) => {
    const [roundSlug, placeSlug] = [param(request, 'round'), param(request, 'place')];
    const today = dayOf(now());
    const facts = await loadPlace(deps, request.scope, { roundSlug, placeSlug, today });
    const view = toPlaceReportView(facts);
    const made = madeAt(now(), baseUrl + paths.placeReport(roundSlug, placeSlug));
    const body = await pdf.render(placeDocuments[extent], { view, made });
    await recordDownload(deps, request, facts);
    return file(body, 'application/pdf', fileName(view.place, view, kind[extent]));
  };
}

/** in a file's name */
const kind: Readonly<Record<Extent, string>> = { summary: '', full: 'full report' };
