/** Loads what the service map tells, of a Place or of all that the reader may see, in a constant number of queries. */
import { may } from '../../../domain/access/may.ts';
import type { Scope } from '../../../domain/access/scope.ts';
import { leastAgencies } from '../../../domain/access/small-numbers.ts';
import { notFound } from '../../../domain/errors.ts';
import { loadActionMarks } from '../../../results/action-marks.ts';
import { loadAbsences, loadMap, loadRound, type ResultsDeps } from '../../../results/load.ts';
import { loadNeed, loadNeeds } from '../../../results/needs.ts';
import type { PlaceInsightFacts } from './place-insight.view.ts';
import type { SystemInsightFacts } from './system-insight.view.ts';

interface PlaceAsked {
  readonly roundSlug: string;
  readonly placeSlug: string;
  /** "2026-11-21" */
  readonly today: string;
}

/** @throws not found, see `loadRound`; also where this Place may not be seen */
export async function loadPlaceInsight(
  deps: ResultsDeps,
  scope: Scope,
  { roundSlug, placeSlug, today }: PlaceAsked,
): Promise<PlaceInsightFacts> {
  const { round, places } = await loadRound(deps, scope, roundSlug);
  const place = places.find(({ slug }) => slug === placeSlug);
  if (!place) throw notFound();
  const [map, absences, need, actions] = await Promise.all([
    loadMap(deps, scope, { round, places: [place] }),
    loadAbsences(deps, scope, { round, place }),
    loadNeed(deps, scope, { round, place }),
    loadActionMarks(deps, scope, { round, places: [place] }),
  ]);
  return {
    system: scope.systemName,
    round,
    place,
    map,
    absences,
    need,
    actions,
    raises: may(scope, 'actions.raise'),
    today,
    leastAgencies: leastAgencies(scope, round.status),
  };
}

/** @throws not found, see `loadRound` */
export async function loadSystemInsight(
  deps: ResultsDeps,
  scope: Scope,
  { roundSlug, today }: Omit<PlaceAsked, 'placeSlug'>,
): Promise<SystemInsightFacts> {
  const { round, places } = await loadRound(deps, scope, roundSlug);
  const [map, needs] = await Promise.all([
    loadMap(deps, scope, { round, places }),
    loadNeeds(deps, scope, { round, places }),
  ]);
  const least = leastAgencies(scope, round.status);
  return { system: scope.systemName, round, places, map, needs, today, leastAgencies: least };
}
