/** How far the answers for a Place have come: of those asked, who has submitted. */
import type { Grid } from '../../results/grid.ts';
import { mapProgress, type ServiceMap } from '../../results/service-map.ts';
import type { EmptyView } from './report.view.ts';

interface Progress {
  readonly assigned: number;
  readonly submitted: number;
}
interface Asked {
  readonly grid: Grid | null;
  readonly map: ServiceMap | null;
  readonly place: { readonly id: string };
}

/** How many agencies of the Place were asked, and how many have submitted; null for what the round does not ask. */
export function placeProgress({ grid, map, place }: Asked): {
  readonly grid: Progress | null;
  readonly map: Progress | null;
} {
  const none = { assigned: 0, submitted: 0 };
  return {
    grid: grid ? (grid.progress.get(place.id) ?? none) : null,
    map: map ? mapProgress(map, place.id) : null,
  };
}

/** "Answered by agencies: 7 of 8 the grid, 4 of 4 the service map." */
export function answeredText(facts: Asked): string {
  const { grid, map } = placeProgress(facts);
  const parts = [
    ...(grid ? [`${grid.submitted} of ${grid.assigned} the grid`] : []),
    ...(map ? [`${map.submitted} of ${map.assigned} the service map`] : []),
  ];
  return `Answered by agencies: ${parts.join(', ')}.`;
}

/** Null once somebody has submitted, or something is agreed. */
export function emptyOf(facts: Asked): EmptyView | null {
  const progress = placeProgress(facts);
  const asked = [progress.grid, progress.map].filter((each) => each !== null);
  const agreed = [...(facts.grid?.agreed ?? []), ...(facts.map?.agreed ?? [])];
  const hasAgreed = agreed.some(({ placeId }) => placeId === facts.place.id);
  if (asked.some(({ submitted }) => submitted > 0) || hasAgreed) return null;
  return {
    heading: 'Nobody has submitted yet',
    text: asked.some(({ assigned }) => assigned > 0)
      ? 'Levels and colours appear here with the first answers.'
      : 'No agency is asked about this Place.',
  };
}
