/** The start page. */
import { hasRole, ownAgencies, type Scope } from '../../domain/access/scope.ts';
import { allows } from '../../domain/round/response.ts';
import type { ResponseInRound } from '../../db/responses.queries.ts';
import { paths } from '../../web/paths.ts';
import { page } from '../../web/reply.ts';
import { get, type Route } from '../../web/route.ts';
import { listColleagues } from './colleagues.queries.ts';
import { readContents } from './content.queries.ts';
import { toOwnView, type OwnView } from './home-own.view.ts';
import { listSystemRounds } from './home-rounds.queries.ts';
import { toRoundsView } from './home-rounds.view.ts';
import type { Work } from './home-task.view.ts';
import { homePage, toHomeView } from './home.view.ts';
import type { ResponseDeps } from './opened.ts';
import { listOwnResponses } from './own.queries.ts';
import { progressOf, toState } from './state.ts';

export function homeRoutes(deps: ResponseDeps): Route[] {
  return [
    get(paths.home(), 'signed-in', async ({ scope }) => {
      const { works, own } = await ownWork(deps, scope);
      const rounds = seesSystem(scope)
        ? toRoundsView(scope, await listSystemRounds(deps.db, scope))
        : null;
      const { systemName } = scope;
      const view = toHomeView({ systemName, works, own, rounds, now: deps.now() });
      const credits = new Set(works.map(({ definition }) => definition.source.credit));
      return page(homePage, view, { title: view.heading, credits: [...credits] });
    }),
  ];
}

const seesSystem = (scope: Scope): boolean =>
  hasRole(scope, 'reviewer') || hasRole(scope, 'coordinator') || hasRole(scope, 'icb-lead');

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
    personId: scope.personId,
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
