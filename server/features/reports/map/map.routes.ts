/** What the service map tells: of a Place, and of the system's Places side by side. */
import type { ResultsDeps } from '../../../results/load.ts';
import { paths } from '../../../web/paths.ts';
import { page } from '../../../web/reply.ts';
import { get, param, type Route } from '../../../web/route.ts';
import { dayOf } from '../../../web/time.ts';
import { loadPlaceInsight, loadSystemInsight } from './map.load.ts';
import { placeInsightPage, toPlaceInsight } from './place-insight.view.ts';
import { systemInsightPage, toSystemInsight } from './system-insight.view.ts';

interface MapRouteDeps extends ResultsDeps {
  readonly now: () => Date;
}

export function mapRoutes(deps: MapRouteDeps): Route[] {
  const { now } = deps;
  return [
    get('/rounds/:round/map', 'results.read', async (request) => {
      const roundSlug = param(request, 'round');
      const today = dayOf(now());
      const facts = await loadSystemInsight(deps, request.scope, { roundSlug, today });
      const view = toSystemInsight(facts);
      return page(systemInsightPage, view, {
        title: `Service map, ${view.round}`,
        credits: view.credits,
        crumbs: [
          { text: 'Results', href: paths.rounds() },
          { text: `${view.round}: system matrix`, href: view.systemHref },
        ],
      });
    }),
    get('/rounds/:round/places/:place/map', 'results.read', async (request) => {
      const roundSlug = param(request, 'round');
      const facts = await loadPlaceInsight(deps, request.scope, {
        roundSlug,
        placeSlug: param(request, 'place'),
        today: dayOf(now()),
      });
      const view = toPlaceInsight(facts);
      return page(placeInsightPage, view, {
        title: `Service map of ${view.place}, ${view.round}`,
        credits: view.credits,
        crumbs: [
          { text: 'Results', href: paths.rounds() },
          { text: `${view.round}: system matrix`, href: paths.systemReport(roundSlug) },
          { text: view.place, href: view.placeHref },
        ],
      });
    }),
  ];
}
