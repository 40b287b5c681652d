/** The start page. */
import { mayForAgency } from '../../domain/access/may.ts';
import { hasRole, ownAgencies, type Scope } from '../../domain/access/scope.ts';
import { allows } from '../../domain/round/response.ts';
import { isPublished } from '../../domain/round/round.ts';
import type { ResponseInRound } from '../../db/responses.queries.ts';
import type { Outlook } from '../../web/outlook.ts';
import { paths } from '../../web/paths.ts';
import { page } from '../../web/reply.ts';
import { get, type Route } from '../../web/route.ts';
import type { CopyDeps } from './copy-to-keep/answers.routes.ts';
import { listColleagues } from './colleagues.queries.ts';
import { readContents } from './content.queries.ts';
import { listCommented, listCorrected, listDrafts } from './home-check.queries.ts';
import { loadAskedHere } from './home-questions.ts';
import { toOwnView, type OwnView } from './home-own.view.ts';
import { listAsked, listSystemRounds } from './home-rounds.queries.ts';
import { lookedAt, toRoundsView, type RoundsView } from './home-rounds.view.ts';
import type { Work } from './home-task.view.ts';
import { homePage, toHomeView } from './home.view.ts';
import type { ResponseDeps } from './opened.ts';
import { listOwnResponses } from './own.queries.ts';
import { listSectionWork } from './section-work.queries.ts';
import { progressOf, toState } from './state.ts';

export interface HomeDeps extends CopyDeps {
  /** a round's results at a glance, of a round that the person may see */
  readonly outlook: (scope: Scope, roundSlug: string) => Promise<Outlook>;
}

export function homeRoutes(deps: HomeDeps): Route[] {
  return [
    get(paths.home(), 'signed-in', async ({ scope }) => {
      const { works, own } = await ownWork(deps, scope);
      const rounds = seesSystem(scope) ? await systemRounds(deps, scope) : null;
      const { systemName } = scope;
      const view = toHomeView({ systemName, works, own, rounds, now: deps.now() });
      const credits = new Set(works.map(({ definition }) => definition.source.credit));
      return page(homePage, view, { title: view.heading, credits: [...credits] });
    }),
  ];
}

const seesSystem = (scope: Scope): boolean =>
  hasRole(scope, 'reviewer') || hasRole(scope, 'coordinator') || hasRole(scope, 'icb-lead');

const seesComments = (scope: Scope): boolean =>
  hasRole(scope, 'reviewer') || hasRole(scope, 'coordinator');

async function systemRounds(deps: HomeDeps, scope: Scope): Promise<RoundsView> {
  const rounds = await listSystemRounds(deps.db, scope);
  const waitedFor = rounds.filter(({ status }) => !isPublished(status)).map(({ id }) => id);
  const looks = lookedAt(scope, rounds).map(
    async ({ id, slug }) => [id, await deps.outlook(scope, slug)] as const,
  );
  const [asked, commented, corrected, outlooks] = await Promise.all([
    listAsked(deps.db, scope, waitedFor),
    seesComments(scope) ? listCommented(deps.db, scope) : [],
    hasRole(scope, 'coordinator') ? listCorrected(deps.db, scope) : [],
    Promise.all(looks),
  ]);
  const facts = { scope, rounds, asked, commented, corrected, outlooks: new Map(outlooks) };
  return toRoundsView({ ...facts, now: deps.now() });
}

async function ownWork(
  deps: ResponseDeps,
  scope: Scope,
): Promise<{ readonly works: readonly Work[]; readonly own: OwnView | null }> {
  const agencies = ownAgencies(scope);
  if (agencies.length === 0) return { works: [], own: null };
  const responses = await listOwnResponses(deps.db, scope);
  const works = await loadWorks(deps, scope, responses.filter(isAlive));
  const own = toOwnView({
    works,
    finished: responses.filter((response) => !isAlive(response)),
    colleagues: await listColleagues(deps.db, scope, agencies),
    sections: await listSectionWork(
      deps.db,
      scope,
      works.map(({ response }) => response.id),
    ),
    asked: await loadAskedHere(deps.db, scope, responses),
    drafts: await listDrafts(deps.db, scope),
    personId: scope.personId,
    maySubmit: (agencyId) => mayForAgency(scope, 'response.submit', agencyId),
    now: deps.now(),
  });
  return { works, own };
}

/** In an open round, submitted or not; later only where it was returned. */
function isAlive({ roundStatus, status }: ResponseInRound): boolean {
  return roundStatus === 'open' || allows('write', status, roundStatus);
}

async function loadWorks(
  { db, definitions }: ResponseDeps,
  scope: Scope,
  responses: readonly ResponseInRound[],
): Promise<Work[]> {
  const contents = await readContents(
    db,
    scope,
    responses.map(({ id }) => id),
  );
  const works = responses.map(async (response): Promise<Work[]> => {
    const content = contents.get(response.id);
    if (!content) return [];
    const definition = await definitions(response.versionId);
    return [
      {
        response,
        definition,
        content,
        progress: progressOf(definition, toState(definition, content)),
      },
    ];
  });
  return (await Promise.all(works)).flat();
}
