/** The service map of a round, worked out for its Places: what the matrix and the Place page show of it. */
import type { MapAgency, MapEntry, PlaceMap } from '../domain/elements/element.ts';
import { mapPlaces } from '../domain/elements/place-map.ts';
import type {
  Definition,
  ElementRule,
  EntriesItem,
  SimpleItem,
  SupportRules,
} from '../domain/instrument/definition.ts';
import { entriesItem, entryItemsOf, optionsOf } from '../domain/instrument/items.ts';
import type { AgreedElement } from './map.queries.ts';

export interface ServiceMap {
  readonly definition: Definition;
  readonly rules: SupportRules;
  readonly entriesItem: EntriesItem;
  /** the items asked of an entry, by id */
  readonly items: ReadonlyMap<string, SimpleItem>;
  /** labels of the sectors by id, in the map's order */
  readonly sectors: ReadonlyMap<string, string>;
  readonly agencies: readonly MapAgency[];
  readonly entries: readonly MapEntry[];
  /** by Place's id */
  readonly places: ReadonlyMap<string, PlaceMap>;
  /** what reviewers agreed of the elements; `elementsAt` puts it beside what is derived */
  readonly agreed: readonly AgreedElement[];
}

export interface MapRows {
  readonly agencies: readonly MapAgency[];
  readonly entries: readonly MapEntry[];
  readonly agreed: readonly AgreedElement[];
}

/** The support elements that an instrument's service map is read for; none where it makes no map. */
export function supportElements(definition: Definition): readonly ElementRule[] {
  return entriesItem(definition) ? (definition.support?.elements ?? []) : [];
}

/** Null where the instrument has no support rules, or no entries. */
export function toServiceMap(
  definition: Definition,
  placeIds: readonly string[],
  { agencies, entries, agreed }: MapRows,
): ServiceMap | null {
  const { support: rules } = definition;
  const entriesAsked = entriesItem(definition);
  if (!rules || !entriesAsked) return null;
  const items = new Map(entryItemsOf(definition).map(({ item }) => [item.id, item] as const));
  const group = items.get(entriesAsked.groupItem);
  const sectors = new Map(
    (group ? optionsOf(definition, group) : []).map(({ id, label }) => [id, label]),
  );
  const maps = mapPlaces(rules, [...sectors.keys()], {
    agencies: [...agencies, nobodyIn(placeIds)],
    entries,
  });
  return {
    definition,
    rules,
    entriesItem: entriesAsked,
    items,
    sectors,
    agencies,
    entries,
    places: new Map(maps.map((map) => [map.place, map])),
    agreed,
  };
}

/** Places are named by the agencies that work in them; one without any still has the entries that serve it. */
function nobodyIn(places: readonly string[]): MapAgency {
  return { agency: '', name: '', sectors: [], places, submitted: false };
}

/** How many agencies of the Place were asked for the map, and how many have submitted. */
export function mapProgress({ agencies }: ServiceMap, placeId: string) {
  const asked = agencies.filter(({ places }) => places.includes(placeId));
  return {
    assigned: asked.length,
    submitted: asked.filter(({ submitted }) => submitted).length,
  };
}
