/** Where the agency entered nothing: each of its sectors in each of its Places, said or still to say. */
import { accountField } from '../../domain/answers/fields.ts';
import { paths } from '../../web/paths.ts';
import { groupsOf, type Listed } from './listed.ts';
import { absenceAnchor } from './back-to-list.ts';
import type { OpenMap } from './open-map.ts';
import type { StoredAbsence } from './services.queries.ts';
import { momentWords } from './words.ts';

export interface AbsenceRow {
  /** where links to what is missing lead */
  readonly field: string;
  /** the cell that has the focus after an answer */
  readonly anchor: string;
  readonly groupId: string;
  readonly placeId: string;
  readonly group: string;
  readonly place: string;
  /** ", said by Tomos Prydderch, today 11:40"; '' where nothing was said */
  readonly said: string;
  readonly addHref: string;
}

export function toAbsences(
  map: OpenMap,
  listed: readonly Listed[],
  stored: readonly StoredAbsence[],
  now: Date,
): readonly AbsenceRow[] {
  const places = map.places.filter(({ id }) => map.servedIds.includes(id) && isShown(map, id));
  const groups = groupsOf(map).filter(({ id }) => map.groups.includes(id));
  return groups.flatMap((group) =>
    places
      .filter((place) => !isServed(listed, group.id, place.id))
      .map((place) => {
        const absence = stored.find(
          ({ groupId, placeId }) => groupId === group.id && placeId === place.id,
        );
        const query = new URLSearchParams({ group: group.id, place: place.id }).toString();
        const field = accountField(map.item.id, group.id, place.id);
        return {
          ...{ field, anchor: absenceAnchor(field) },
          groupId: group.id,
          placeId: place.id,
          group: group.label,
          place: place.name,
          said: absence ? `said by ${absence.saidBy}, ${momentWords(absence.saidAt, now)}` : '',
          addHref: `${paths.newEntry(map.response.id)}?${query}`,
        };
      }),
  );
}

const isShown = ({ onlyPlaces }: OpenMap, placeId: string): boolean =>
  onlyPlaces === null || onlyPlaces.includes(placeId);

/** Is there an entry of this group that names this Place? */
export function isServed(
  listed: readonly Pick<Listed, 'columns'>[],
  groupId: string,
  placeId: string,
): boolean {
  return listed.some(
    ({ columns }) => columns.groupId === groupId && columns.placeIds.includes(placeId),
  );
}
