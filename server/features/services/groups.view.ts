/** A long list in parts: by what entries are grouped by, or by the Places that they serve. */
import { toEntryRow, type EntryRow } from './entry-row.view.ts';
import { groupsOf, itemName, type Listed } from './listed.ts';
import type { OpenMap } from './open-map.ts';
import { counted } from './words.ts';

export interface GroupView {
  readonly id: string;
  /** '' where the list is one whole */
  readonly title: string;
  /** "3 services" */
  readonly count: string;
  readonly rows: readonly EntryRow[];
}
interface Part {
  readonly id: string;
  readonly label: string;
  readonly holds: (listed: Listed) => boolean;
}

/** Parts without an entry are left out; an entry that serves several Places stands under each. */
export function toGroups(
  map: OpenMap,
  shown: readonly Listed[],
  by: string | undefined,
  now: Date,
): readonly GroupView[] {
  const { one, many } = map.item.noun;
  return partsOf(map, by)
    .map(({ id, label, holds }) => ({ id: `by-${id}`, title: label, found: shown.filter(holds) }))
    .filter(({ found }) => found.length > 0)
    .map(({ found, ...part }) => ({
      ...part,
      count: counted(found.length, one, many),
      rows: found
        .map((listed) => toEntryRow(map, listed, now))
        .map((row) => (by === 'place' ? { ...row, anchor: '' } : row)),
    }));
}

function partsOf(map: OpenMap, by: string | undefined): readonly Part[] {
  if (by === 'place') return placeParts(map);
  return by === 'group' ? groupParts(map) : [whole];
}

const whole: Part = { id: 'all', label: '', holds: () => true };

function groupParts(map: OpenMap): readonly Part[] {
  const parts = groupsOf(map).map(({ id, label }): Part => ({
    id,
    label,
    holds: ({ columns }) => columns.groupId === id,
  }));
  const none = `No ${itemName(map, map.item.groupItem).toLocaleLowerCase('en-GB')} yet`;
  return [...parts, { id: 'none', label: none, holds: ({ columns }) => columns.groupId === null }];
}

function placeParts({ places, onlyPlaces }: OpenMap): readonly Part[] {
  const parts = places
    .filter(({ id }) => onlyPlaces === null || onlyPlaces.includes(id))
    .map(({ id, name }): Part => ({
      id,
      label: name,
      holds: ({ columns }) => columns.placeIds.includes(id),
    }));
  return [
    ...parts,
    { id: 'none', label: 'No Place stated', holds: ({ columns }) => columns.placeIds.length === 0 },
  ];
}
