/** One entry in the list. */
import { answerWords } from '../../domain/answers/words.ts';
import { evaluate } from '../../domain/elements/evaluate.ts';
import type { SimpleItem } from '../../domain/instrument/definition.ts';
import { paths } from '../../web/paths.ts';
import { entryAnchor } from './back-to-list.ts';
import type { Gap } from './entry.gaps.ts';
import { groupsOf, itemOf, type Listed } from './listed.ts';
import type { OpenMap } from './open-map.ts';
import { listWords, momentWords, placeWords } from './words.ts';

interface GapView {
  readonly text: string;
  readonly href: string;
  readonly needed: boolean;
  /** "Could settle element E6 in Ferrow Vale"; '' where it settles nothing alone */
  readonly settles: string;
}
export interface EntryRow {
  /** takes the focus after a change; '' where the same entry may stand on the page twice */
  readonly anchor: string;
  readonly name: string;
  readonly href: string;
  readonly group: string;
  readonly changed: string;
  /** the other required answers, each in words */
  readonly facts: readonly string[];
  readonly status: string;
  readonly running: boolean;
  readonly places: string;
  readonly placesStated: boolean;
  readonly gaps: readonly GapView[];
  /** "and 3 more"; '' where all are shown */
  readonly moreGaps: string;
}

const shownGaps = 3;

export function toEntryRow(map: OpenMap, listed: Listed, now: Date): EntryRow {
  const { entry, columns, gaps } = listed;
  const href = paths.entry(map.response.id, entry.id);
  const needed = gaps.filter((gap) => gap.needed);
  const shown = Math.max(needed.length, shownGaps);
  const hidden = gaps.length - shown;
  return {
    anchor: entryAnchor(entry.id),
    name: entry.name,
    href,
    group: groupsOf(map).find(({ id }) => id === columns.groupId)?.label ?? '',
    changed: `${entry.updatedBy}, ${momentWords(entry.updatedAt, now)}`,
    facts: factItems(map).flatMap((item) => words(map, item, listed)),
    ...statusOf(map, listed),
    ...placesOf(map, listed),
    gaps: gaps.slice(0, shown).map((gap) => toGapView(gap, href)),
    moreGaps: hidden > 0 ? `and ${hidden} more` : '',
  };
}

/** What tells an entry from its neighbours: its other required choices. */
export function factItems({ item, items }: OpenMap): readonly SimpleItem[] {
  const elsewhere = [item.titleItem, item.groupItem, item.placesItem, item.statusItem];
  return items.filter(
    ({ id, required, type }) => required === true && type !== 'table' && !elsewhere.includes(id),
  );
}

function words(map: OpenMap, item: SimpleItem, { entry }: Listed): readonly string[] {
  const { definition, places } = map;
  const names = new Map(places.map(({ id, name }) => [id, name]));
  return answerWords(item, entry.answers[item.id], { definition, places: names });
}

function statusOf(map: OpenMap, listed: Listed): Pick<EntryRow, 'status' | 'running'> {
  const item = itemOf(map, map.item.statusItem);
  const { support } = map.definition;
  return {
    status: (item && words(map, item, listed)[0]) ?? 'Not answered',
    running: !support || evaluate(support.running, listed.entry.answers) === 'yes',
  };
}

function placesOf(
  map: OpenMap,
  { entry, columns }: Listed,
): Pick<EntryRow, 'places' | 'placesStated'> {
  if (columns.placeIds.length > 0) {
    return { places: placeWords(columns.placeIds, map.places), placesStated: true };
  }
  const item = itemOf(map, map.item.placesItem);
  const said = entry.answers[map.item.placesItem] === null && item?.type === 'places';
  return { places: said ? item.unknown : 'Not answered', placesStated: false };
}

function toGapView({ text, field, needed, settles }: Gap, href: string): GapView {
  return {
    text,
    href: `${href}#${field}`,
    needed,
    settles: settles.length === 0 ? '' : `Could settle ${listWords(settles)}.`,
  };
}
