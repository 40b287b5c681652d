/** The gaps of a Place's service map, from what was submitted: for its report, and for actions raised from them. */
import { entriesOfPlace } from '../domain/elements/element-entry.ts';
import { placeGaps, type Gap, type SectorAnswers } from '../domain/elements/gaps.ts';
import { optionsOf } from '../domain/instrument/items.ts';
import { findingGaps, type FindingFacts } from '../domain/map/finding-gaps.ts';
import { birthsOf } from '../domain/needs/entered.ts';
import { designedFor } from './interventions.ts';
import type { Absence } from './map.queries.ts';
import type { PlaceNeed } from './needs.ts';
import { mapProgress, type ServiceMap } from './service-map.ts';

interface Asked {
  /** its id */
  readonly place: string;
  readonly absences: readonly Absence[];
  readonly need: PlaceNeed | null;
  /** "2026-11-21" */
  readonly today: string;
}

export function mapGaps(map: ServiceMap, { place, absences, need, today }: Asked): Gap[] {
  const { submitted, assigned } = mapProgress(map, place);
  const { rules, entries } = map;
  const silent = submitted < assigned;
  const gaps = placeGaps({
    ...{ rules, entries, place, silent, today },
    coverage: map.places.get(place)?.coverage ?? {},
    sectors: sectorAnswers(map, place, absences),
  });
  const found = findingGaps({
    ...{ place, silent, ...optionsIn(map) },
    running: entriesOfPlace(rules, entries, place).running,
    births: need ? birthsOf(need.answers) : null,
    designed: designedFor(map),
  });
  return [...gaps, ...found];
}

/** Levels and words as the map's own options have them. */
function optionsIn({ definition, items }: ServiceMap): Pick<FindingFacts, 'levels' | 'word'> {
  const options = (id: string) => {
    const item = items.get(id);
    return item ? optionsOf(definition, item) : [];
  };
  return {
    levels: options('levels').map(({ id }) => id),
    word: (item, id) => inside(options(item).find((option) => option.id === id)?.label ?? id),
  };
}

/** "The relationship" inside a sentence. */
const inside = (label: string): string => label.charAt(0).toLowerCase() + label.slice(1);

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
