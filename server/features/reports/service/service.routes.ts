/** The page of one service of a round's map, for whoever reads its results. */
import type { Scope } from '../../../domain/access/scope.ts';
import { notFound } from '../../../domain/errors.ts';
import { entrySight } from '../../../results/entry-sight.ts';
import { loadMap, loadRound, type ResultsDeps } from '../../../results/load.ts';
import { paths } from '../../../web/paths.ts';
import { page } from '../../../web/reply.ts';
import { get, param, type Route } from '../../../web/route.ts';
import { dayOf } from '../../../web/time.ts';
import { creditsOf } from '../report.view.ts';
import { servicePage, toServicePage, type ServiceFacts } from './service.view.ts';

interface ServiceDeps extends ResultsDeps {
  readonly now: () => Date;
}

export function servicePageRoutes(deps: ServiceDeps): Route[] {
  return [
    get('/rounds/:round/services/:service', 'results.read', async (request) => {
      const facts = await loadService(deps, request.scope, {
        roundSlug: param(request, 'round'),
        serviceId: param(request, 'service'),
      });
      const { round, entry, map } = facts;
      return page(servicePage, toServicePage(facts), {
        title: `${entry.name}, ${round.name}`,
        credits: creditsOf(null, map),
        crumbs: [
          { text: 'Results', href: paths.rounds() },
          { text: `${round.name}: system matrix`, href: paths.systemReport(round.slug) },
          { text: 'Services', href: paths.services(round.slug) },
        ],
      });
    }),
  ];
}

/** @throws not found, also where it was not submitted, or serves no Place that may be seen */
async function loadService(
  deps: ServiceDeps,
  scope: Scope,
  { roundSlug, serviceId }: { readonly roundSlug: string; readonly serviceId: string },
): Promise<ServiceFacts> {
  const { round, places } = await loadRound(deps, scope, roundSlug);
  const map = await loadMap(deps, scope, { round, places });
  const entry = map?.entries.find(({ id }) => id === serviceId);
  const sight = map && entry ? entrySight(entry, map, places) : null;
  if (!map || !entry || !sight) throw notFound();
  const today = dayOf(deps.now());
  return { system: scope.systemName, round, map, entry, sight, today };
}
