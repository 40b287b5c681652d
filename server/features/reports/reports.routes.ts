/** Results: the system's rounds, how its Places compare, and each Place by itself. */
import { loadRound, type ResultsDeps } from '../../results/load.ts';
import { paths } from '../../web/paths.ts';
import { page, redirect } from '../../web/reply.ts';
import { get, param, type Route } from '../../web/route.ts';
import { dayOf } from '../../web/time.ts';
import { loadMethod } from './method/method.load.ts';
import { readChoice } from './matrix.filter.ts';
import { methodPage } from './method/method.view.ts';
import { placeReportPage } from './place-report.view.ts';
import { loadPlaceReport, loadSystemReport } from './reports.load.ts';
import { listRounds } from './rounds.queries.ts';
import { roundsPage, toRoundsView } from './rounds.view.ts';
import { systemReportPage } from './system-report.view.ts';

interface ReportRouteDeps extends ResultsDeps {
  readonly now: () => Date;
}

export function reportRoutes(deps: ReportRouteDeps): Route[] {
  const { db, now } = deps;
  return [
    get(paths.rounds(), 'results.read', async ({ scope }) => {
      const rounds = await listRounds(db, scope);
      return page(roundsPage, toRoundsView(rounds, scope), { title: 'Results' });
    }),
    get('/rounds/:round', 'results.read', async (request) => {
      const { round } = await loadRound(deps, request.scope, param(request, 'round'));
      return redirect(paths.systemReport(round.slug));
    }),
    get('/rounds/:round/report', 'results.read', async (request) => {
      const roundSlug = param(request, 'round');
      const view = await loadSystemReport(deps, request.scope, {
        roundSlug,
        today: dayOf(now()),
        choice: readChoice(request.query),
      });
      return page(systemReportPage, view, {
        title: `System matrix, ${view.round}`,
        credits: view.credits,
        crumbs: [{ text: 'Results', href: paths.rounds() }],
      });
    }),
    get('/rounds/:round/places/:place/method', 'results.read', async (request) => {
      const roundSlug = param(request, 'round');
      const view = await loadMethod(deps, request.scope, {
        roundSlug,
        placeSlug: param(request, 'place'),
      });
      return page(methodPage, view, {
        title: view.heading,
        credits: view.credits,
        crumbs: [
          { text: 'Results', href: paths.rounds() },
          { text: `${view.round}: system matrix`, href: paths.systemReport(roundSlug) },
          { text: view.place, href: view.placeHref },
        ],
      });
    }),
    get('/rounds/:round/places/:place/report', 'results.read', async (request) => {
      const view = await loadPlaceReport(deps, request.scope, {
        roundSlug: param(request, 'round'),
        placeSlug: param(request, 'place'),
        today: dayOf(now()),
      });
      return page(placeReportPage, view, {
        title: `${view.place}, ${view.round}`,
        credits: view.credits,
        crumbs: [
          { text: 'Results', href: paths.rounds() },
          { text: `${view.round}: system matrix`, href: view.systemHref },
        ],
      });
    }),
  ];
}
