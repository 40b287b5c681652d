/** The service map's answer for every Place (Design 5): elements with colours and reasons, coverage, ages, families. */
import type { SupportRules } from '../instrument/definition.ts';
import { ages, coverage, familiesPerYear } from './coverage.ts';
import { elementCell } from './element-cell.ts';
import { entriesByPlace } from './element-entry.ts';
import type { MapAgency, MapEntry, PlaceMap } from './element.ts';

export interface MapInput {
  /** assigned in the round, submitted or not; they name the Places */
  readonly agencies: readonly MapAgency[];
  /** of submitted responses; each counts, whoever says it */
  readonly entries: readonly MapEntry[];
}

/**
 * Maps every Place that an agency works in, by first appearance. `sectors` are the option ids of the
 * entries' sector item, each a row of the coverage. Total.
 */
export function mapPlaces(
  rules: SupportRules,
  sectors: readonly string[],
  { agencies, entries }: MapInput,
): readonly PlaceMap[] {
  const places = [...new Set(agencies.flatMap((agency) => agency.places))];
  const serving = entriesByPlace(rules, entries);
  return places.map((place) => {
    const placeEntries = serving(place);
    const assigned = agencies.filter((agency) => agency.places.includes(place));
    return {
      place,
      elements: rules.elements.map((rule) => elementCell(rule, placeEntries, assigned)),
      coverage: coverage(sectors, placeEntries.running),
      ages: ages(placeEntries.running),
      familiesPerYear: familiesPerYear(placeEntries.running, place),
    };
  });
}
