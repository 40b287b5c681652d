/** The minutes of a Place's review, to take away: for its reviewers and for coordinators. */
import type { PdfPool } from '../../adapters/pdf/pool.ts';
import { recordAudit } from '../../db/audit.ts';
import { fileName, madeAt } from '../../web/made.ts';
import { paths } from '../../web/paths.ts';
import { file, type Reply } from '../../web/reply.ts';
import { get, type Route, type SignedInRequest } from '../../web/route.ts';
import { toMinutesView } from './minutes.view.ts';
import { loadReview, type ReviewDeps, type ReviewFacts } from './review.load.ts';
import { asked } from './review.pages.ts';

interface MinutesDeps extends ReviewDeps {
  readonly pdf: PdfPool;
  readonly baseUrl: string;
}

/** The module that draws them, for a worker to load before anybody asks. */
export const minutesDocument = new URL('./minutes.pdf.ts', import.meta.url);

export function minutesRoutes(deps: MinutesDeps): Route[] {
  return [
    get('/rounds/:round/places/:place/review/minutes.pdf', 'review.read', (request) =>
      minutes(deps, request),
    ),
  ];
}

async function minutes(deps: MinutesDeps, request: SignedInRequest): Promise<Reply> {
  const { pdf, now, baseUrl } = deps;
  const facts = await loadReview(deps, request.scope, asked(request));
  const view = toMinutesView(facts, request.scope.systemName);
  const made = madeAt(now(), baseUrl + paths.workshopDecisions(facts.round.slug, facts.place.slug));
  const body = await pdf.render(minutesDocument, { view, made });
  await recordDownload(deps, request, facts);
  return file(body, 'application/pdf', fileName(`${view.place}, minutes`, view));
}

/** Nothing is taken away by asking for the headers alone. */
async function recordDownload(
  { db, now }: MinutesDeps,
  { scope, wantsBody }: SignedInRequest,
  { round, place }: ReviewFacts,
): Promise<void> {
  if (!wantsBody) return;
  await recordAudit(db, {
    systemId: scope.systemId,
    personId: scope.personId,
    act: 'minutes.downloaded',
    subjectType: 'place',
    subjectId: place.id,
    happenedAt: now(),
    details: { round: round.name },
  });
}
