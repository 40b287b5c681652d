/** The entries that a person may see, in the list's order, each with what is missing in it. */
import type { SimpleItem } from '../../domain/instrument/definition.ts';
import type { FieldChoice } from '../../web/fields/field.ts';
import { entryColumns, isVisible, type EntryColumns } from './entry.columns.ts';
import { effectsOf, type Effect } from './entry.effects.ts';
import { gapsOf, type Gap } from './entry.gaps.ts';
import type { OpenMap } from './open-map.ts';
import type { StoredEntry } from './services.queries.ts';

export interface Listed {
  readonly entry: StoredEntry;
  readonly columns: EntryColumns;
  readonly effects: readonly Effect[];
  readonly gaps: readonly Gap[];
}

export function itemOf({ items }: OpenMap, id: string): SimpleItem | undefined {
  return items.find((item) => item.id === id);
}

/** An item by its short name. */
export function itemName(map: OpenMap, id: string): string {
  const item = itemOf(map, id);
  return item?.label ?? item?.text ?? id;
}

/** What entries are grouped by, in the definition's order. */
export function groupsOf(map: OpenMap): readonly FieldChoice[] {
  const item = itemOf(map, map.item.groupItem);
  return item ? map.fields.choicesOf(item) : [];
}

/** Without the removed ones; by group, and within it in the order of entering. */
export function listedEntries(map: OpenMap, entries: readonly StoredEntry[]): readonly Listed[] {
  const current = entries
    .filter(({ removedAt }) => removedAt === null)
    .map((entry) => ({ entry, columns: entryColumns(map.item, entry.answers) }))
    .filter(({ columns }) => isVisible(map.onlyPlaces, columns.placeIds));
  const effects = effectsOfAll(map, current);
  const order = groupsOf(map).map(({ id }) => id);
  return current
    .map(({ entry, columns }): Listed => {
      const own = effects.get(entry.id) ?? [];
      return { entry, columns, effects: own, gaps: gapsOf(map.item, entry.answers, own) };
    })
    .toSorted((one, other) => rank(order, one) - rank(order, other));
}

function rank(order: readonly string[], { columns }: Listed): number {
  return columns.groupId === null ? order.length : order.indexOf(columns.groupId);
}

function effectsOfAll(
  { definition, response, places }: OpenMap,
  entries: readonly Pick<Listed, 'entry' | 'columns'>[],
): ReadonlyMap<string, readonly Effect[]> {
  if (!definition.support) return new Map();
  const mapEntries = entries.map(({ entry, columns }) => ({
    id: entry.id,
    agency: response.agencyId,
    name: entry.name,
    places: columns.placeIds,
    answers: entry.answers,
  }));
  return effectsOf(definition.support, mapEntries, places);
}
