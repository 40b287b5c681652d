/** The reports as PDFs, drawn away from the event loop from the view models of their pages. */
import type { PdfPool } from '../../adapters/pdf/pool.ts';
import { recordAudit } from '../../db/audit.ts';
import { paths } from '../../web/paths.ts';
import { file } from '../../web/reply.ts';
import { get, param, type Route, type SignedInRequest } from '../../web/route.ts';
import { dayOf } from '../../web/time.ts';
import { fileName, madeAt } from './pdf/made.ts';
import { loadPlaceReport, loadRound, loadSystemReport, type ReportDeps } from './reports.load.ts';

interface ReportPdfDeps extends ReportDeps {
  readonly pdf: PdfPool;
  readonly now: () => Date;
  readonly baseUrl: string;
}

const systemDocument = new URL('./system.pdf.ts', import.meta.url);
const placeDocument = new URL('./place.pdf.ts', import.meta.url);

/** The modules that draw them, for a worker to load before anybody asks. */
export const reportDocuments = [placeDocument, systemDocument] as const;

/** Who may read a page may have its PDF, and sees the same in it; that it was taken away is written down. */
export function reportPdfRoutes(deps: ReportPdfDeps): Route[] {
  const { pdf, now, baseUrl } = deps;
  return [
    get('/rounds/:round/report.pdf', 'results.read', async (request) => {
      const roundSlug = param(request, 'round');
      const view = await loadSystemReport(deps, request.scope, roundSlug);
      const made = madeAt(now(), baseUrl + paths.systemReport(roundSlug));
      const body = await pdf.render(systemDocument, { view, made });
      await recordDownload(deps, request, roundSlug);
      return file(body, 'application/pdf', fileName(view.system, view));
    }),
    get('/rounds/:round/places/:place/report.pdf', 'results.read', async (request) => {
      const [roundSlug, placeSlug] = [param(request, 'round'), param(request, 'place')];
      const today = dayOf(now());
      const view = await loadPlaceReport(deps, request.scope, { roundSlug, placeSlug, today });
      const made = madeAt(now(), baseUrl + paths.placeReport(roundSlug, placeSlug));
      const body = await pdf.render(placeDocument, { view, made });
      await recordDownload(deps, request, roundSlug, placeSlug);
      return file(body, 'application/pdf', fileName(view.place, view));
    }),
  ];
}

/** @param placeSlug left out: the system's report */
async function recordDownload(
  deps: ReportPdfDeps,
  { scope }: SignedInRequest,
  roundSlug: string,
  placeSlug?: string,
): Promise<void> {
  const { round, places } = await loadRound(deps, scope, roundSlug);
  const place = places.find(({ slug }) => slug === placeSlug);
  await recordAudit(deps.db, {
    systemId: scope.systemId,
    personId: scope.personId,
    act: 'report.downloaded',
    subjectType: place ? 'place' : 'round',
    subjectId: (place ?? round).id,
    happenedAt: deps.now(),
    details: place ? { round: round.name } : {},
  });
}
