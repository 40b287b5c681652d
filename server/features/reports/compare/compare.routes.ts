/** Comparisons: a round with an earlier one, and two Places of a round. */
import type { ResultsDeps } from '../../../results/load.ts';
import { paths } from '../../../web/paths.ts';
import { page } from '../../../web/reply.ts';
import { get, param, type Route } from '../../../web/route.ts';
import { creditsOf } from '../report.view.ts';
import { changesPage, toChangesView } from './changes.view.ts';
import { loadChanges, loadPlaces } from './compare.load.ts';
import { placesPage, toPlacesView } from './places.view.ts';

/** Whoever reads the results may compare them, as far as they may see them. */
export function compareRoutes(deps: ResultsDeps): Route[] {
  const crumbs = ({ slug, name }: { readonly slug: string; readonly name: string }) => [
    { text: 'Results', href: paths.rounds() },
    { text: `${name}: system matrix`, href: paths.systemReport(slug) },
  ];
  return [
    get('/rounds/:round/changes', 'results.read', async (request) => {
      const facts = await loadChanges(deps, request.scope, {
        roundSlug: param(request, 'round'),
        since: request.query['since'] ?? '',
      });
      const { now } = facts;
      const view = toChangesView(facts);
      return page(changesPage, view, {
        title: `${view.heading}, ${now.round.name}`,
        credits: creditsOf(now.grid, now.map),
        crumbs: crumbs(now.round),
      });
    }),
    get('/rounds/:round/compare', 'results.read', async (request) => {
      const { query } = request;
      const facts = await loadPlaces(deps, request.scope, {
        roundSlug: param(request, 'round'),
        asked: [query['one'] ?? '', query['other'] ?? ''],
      });
      const { round, grid, map } = facts;
      const view = toPlacesView(facts);
      return page(placesPage, view, {
        title: `${view.heading}, ${round.name}`,
        credits: creditsOf(grid, map),
        crumbs: crumbs(round),
      });
    }),
  ];
}
