/** The gaps of a Place's service map, from what was submitted: for its report, and for actions raised from them. */
import { placeGaps, type Gap, type SectorAnswers } from '../domain/elements/gaps.ts';
import type { Absence } from './map.queries.ts';
import { mapProgress, type ServiceMap } from './service-map.ts';

interface Asked {
  /** its id */
  readonly place: string;
  readonly absences: readonly Absence[];
  /** "2026-11-21" */
  readonly today: string;
}

export function mapGaps(map: ServiceMap, { place, absences, today }: Asked): Gap[] {
  const { submitted, assigned } = mapProgress(map, place);
  return placeGaps({
    rules: map.rules,
    entries: map.entries,
    place,
    coverage: map.places.get(place)?.coverage ?? {},
    sectors: sectorAnswers(map, place, absences),
    silent: submitted < assigned,
    today,
  });
}

/** Every sector of the map, and how many of its agencies were asked about the Place and have answered. */
export function sectorAnswers(
  { agencies, sectors }: ServiceMap,
  place: string,
  absences: readonly Absence[],
): SectorAnswers[] {
  return [...sectors].map(([id, label]) => {
    const asked = agencies.filter(
      (agency) => agency.places.includes(place) && agency.sectors.includes(id),
    );
    return {
      id,
      label,
      asked: asked.length,
      submitted: asked.filter((agency) => agency.submitted).length,
      absent: absences.filter(({ sector }) => sector === id).length,
    };
  });
}
