/** Who may see a service of the map, and how closely: the Places decide that it serves, of one that names none its agency's. */
import type { MapEntry } from '../domain/elements/element.ts';
import type { VisiblePlace } from './load.ts';
import type { ServiceMap } from './service-map.ts';

export interface EntrySight {
  /** the Places that it serves and the reader may see */
  readonly served: readonly VisiblePlace[];
  /** its agency, its free text and its money too */
  readonly names: boolean;
}

/** Null: the reader has nothing to do with it. */
export function entrySight(
  entry: Pick<MapEntry, 'agency' | 'places'>,
  { agencies }: Pick<ServiceMap, 'agencies'>,
  places: readonly VisiblePlace[],
): EntrySight | null {
  const ids = entry.places ?? agencies.find(({ agency }) => agency === entry.agency)?.places ?? [];
  const seen = places.filter(({ id }) => ids.includes(id));
  if (seen.length === 0) return null;
  return { served: entry.places === null ? [] : seen, names: seen.some(({ names }) => names) };
}
