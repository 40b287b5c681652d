/** What the tables of a round's figures are made from, worked out once for all of them. */
import type { Grid } from '../grid.ts';
import type { VisiblePlace } from '../load.ts';
import type { Absence } from '../map.queries.ts';
import type { PlaceNeed } from '../needs.ts';
import type { ServiceMap } from '../service-map.ts';

export interface RoundFacts {
  readonly places: readonly VisiblePlace[];
  /** null where the round does not ask it */
  readonly grid: Grid | null;
  readonly map: ServiceMap | null;
  readonly absences: readonly Absence[];
  /** by the Place's id */
  readonly needs: ReadonlyMap<string, PlaceNeed>;
}
