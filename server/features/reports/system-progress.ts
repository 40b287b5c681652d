/** How far the answers of a system's Places have come: of those asked, who has submitted, and what is settled. */
import { mapProgress, type ServiceMap } from '../../results/service-map.ts';
import type { Grid } from '../../results/grid.ts';
import type { VisiblePlace } from '../../results/load.ts';
import type { ReportRound } from '../../results/round.queries.ts';
import { paths } from '../../web/paths.ts';
import type { PlaceHeadView } from './matrix.view.ts';
import type { EmptyView, FactView } from './report.view.ts';

export interface Asked {
  readonly round: ReportRound;
  readonly places: readonly VisiblePlace[];
  readonly grid: Grid | null;
  readonly map: ServiceMap | null;
  /** the reader looks after the round's progress */
  readonly follows: boolean;
}

/** How many responses there are, and of how many asked: of the Places that are shown. */
function responses({ grid, map, places }: Asked) {
  const progress = places.flatMap((place) => grid?.progress.get(place.id) ?? []);
  const ids = new Set(places.map(({ id }) => id));
  const asked = map?.agencies.filter((agency) => agency.places.some((id) => ids.has(id))) ?? [];
  const sum = (key: 'assigned' | 'submitted'): number =>
    progress.reduce((total, row) => total + row[key], 0);
  return {
    assigned: sum('assigned') + asked.length,
    submitted: sum('submitted') + asked.filter(({ submitted }) => submitted).length,
  };
}

/** While agencies answer, a finding is one of the moment, and says so first. */
export function soFar(facts: Asked): string[] {
  if (facts.round.status !== 'open') return [];
  const { submitted, assigned } = responses(facts);
  return [`The round is open: ${submitted} of ${assigned} answers are in.`];
}

export function emptyOf(facts: Asked): EmptyView | null {
  const { assigned, submitted } = responses(facts);
  const settled = [facts.grid, facts.map].some((one) => (one?.agreed.length ?? 0) > 0);
  if (submitted > 0 || settled) return null;
  return {
    heading: 'Nobody has submitted yet',
    text:
      assigned === 0
        ? 'No agency is asked in this round.'
        : `Levels and colours appear here with the first of ${assigned} answers.`,
  };
}

/** It leads to who has answered, for those who may know. */
export function answered(facts: Asked): FactView[] {
  const { assigned, submitted } = responses(facts);
  const label = `answers in, of ${assigned} assigned`;
  const href = facts.follows ? paths.progress(facts.round.slug) : '';
  return [{ rag: '', value: String(submitted), label, href }];
}

export function gridHeads({ places, round }: Asked, grid: Grid): PlaceHeadView[] {
  return places.map((place) => {
    const agreed = grid.agreed.filter(({ placeId }) => placeId === place.id).length;
    const { submitted = 0, assigned = 0 } = grid.progress.get(place.id) ?? {};
    return {
      name: place.name,
      href: paths.placeReport(round.slug, place.slug),
      note:
        agreed > 0
          ? `${agreed} of ${grid.domains.length} agreed`
          : `${submitted} of ${assigned} answered`,
    };
  });
}

export function mapHeads({ places, round }: Asked, map: ServiceMap): PlaceHeadView[] {
  return places.map((place) => {
    const { submitted, assigned } = mapProgress(map, place.id);
    return {
      name: place.name,
      href: paths.placeReport(round.slug, place.slug),
      note: `${submitted} of ${assigned} answered`,
    };
  });
}
