/** Loads what is compared: two rounds of a system, or two Places of a round. */
import { resultsAccess } from '../../../domain/access/may.ts';
import type { Scope } from '../../../domain/access/scope.ts';
import { isPublished } from '../../../domain/round/round.ts';
import { loadCorrected, type Corrected } from '../../../results/editions.ts';
import type { Grid } from '../../../results/grid.ts';
import {
  loadAllAbsences,
  loadGrid,
  loadMap,
  loadRound,
  type ResultsDeps,
  type VisiblePlace,
  type VisibleRound,
} from '../../../results/load.ts';
import type { Absence } from '../../../results/map.queries.ts';
import type { ServiceMap } from '../../../results/service-map.ts';
import { listRounds } from '../rounds.queries.ts';

/** A round as it is compared; what it did not ask is null. */
export interface RoundSide extends VisibleRound {
  readonly grid: Grid | null;
  readonly map: ServiceMap | null;
  readonly absences: readonly Absence[];
}
export interface ChangesFacts {
  readonly system: string;
  /** of the later round */
  readonly corrected: Corrected;
  readonly now: RoundSide;
  /** null where no earlier round is published */
  readonly then: RoundSide | null;
  /** published before it, the newest first, as far as the reader may see them */
  readonly earlier: readonly { readonly slug: string; readonly name: string }[];
}

/** @param since slug of the earlier round; the newest of them for any other text. @throws not found */
export async function loadChanges(
  deps: ResultsDeps,
  scope: Scope,
  { roundSlug, since }: { readonly roundSlug: string; readonly since: string },
): Promise<ChangesFacts> {
  const now = await loadRound(deps, scope, roundSlug);
  const rounds = await listRounds(deps.db, scope);
  const earlier = rounds
    .slice(rounds.findIndex(({ slug }) => slug === now.round.slug) + 1)
    .filter(
      ({ status, places }) =>
        isPublished(status) && places.some(({ id }) => resultsAccess(scope, status, id)),
    );
  const chosen = earlier.find(({ slug }) => slug === since) ?? earlier[0];
  const then = chosen ? await loadRound(deps, scope, chosen.slug) : null;
  return {
    system: scope.systemName,
    corrected: await loadCorrected(deps, scope, now.round),
    now: await loadSide(deps, scope, now),
    then: then ? await loadSide(deps, scope, then) : null,
    earlier,
  };
}

async function loadSide(deps: ResultsDeps, scope: Scope, seen: VisibleRound): Promise<RoundSide> {
  const [grid, map, absences] = await Promise.all([
    loadGrid(deps, scope, seen),
    loadMap(deps, scope, seen),
    loadAllAbsences(deps, scope, seen),
  ]);
  return { ...seen, grid, map, absences };
}

export interface PlacesFacts extends VisibleRound {
  readonly system: string;
  readonly corrected: Corrected;
  /** null where there are not two */
  readonly pair: readonly [VisiblePlace, VisiblePlace] | null;
  readonly grid: Grid | null;
  readonly map: ServiceMap | null;
  readonly absences: readonly Absence[];
}

/** @param asked slugs of the Places; the first that are left for any other text. @throws not found */
export async function loadPlaces(
  deps: ResultsDeps,
  scope: Scope,
  { roundSlug, asked }: { readonly roundSlug: string; readonly asked: readonly [string, string] },
): Promise<PlacesFacts> {
  const { round, places } = await loadRound(deps, scope, roundSlug);
  const pair = pairOf(places, asked);
  const seen = { round, places: pair ?? [] };
  const [side, corrected] = await Promise.all([
    loadSide(deps, scope, seen),
    loadCorrected(deps, scope, round),
  ]);
  return { ...side, system: scope.systemName, corrected, places, pair };
}

function pairOf(
  places: readonly VisiblePlace[],
  [one, other]: readonly [string, string],
): PlacesFacts['pair'] {
  const chosen = places.find(({ slug }) => slug === other);
  const first = places.find(({ slug }) => slug === one) ?? places.find((place) => place !== chosen);
  const second = chosen && chosen !== first ? chosen : places.find((place) => place !== first);
  return first && second ? [first, second] : null;
}
