/** A question about a service as its agency answers it: the parts of the service's form, named apart for one page of many. */
import type { SimpleItem } from '../../../domain/instrument/definition.ts';
import { isShown } from '../../../domain/answers/completeness.ts';
import { isStillOpen } from '../../../domain/round/ask.ts';
import type { AskedOfMap } from '../../../db/asked-questions.queries.ts';
import { exclusives } from '../../../web/fields/item.parse.ts';
import { partName, UNKNOWN } from '../../../web/fields/names.ts';
import { itemOf } from '../listed.ts';
import type { OpenMap } from '../open-map.ts';
import type { StoredEntry } from '../services.queries.ts';

export interface Question {
  readonly asked: AskedOfMap;
  readonly entry: StoredEntry;
  readonly item: SimpleItem;
  /** its own, then what is asked after some of its answers: when funding ends */
  readonly parts: readonly Part[];
  /** the tick that says "not known" where the form has no such choice; '' where it has */
  readonly unknownName: string;
  readonly open: boolean;
}
export interface Part {
  readonly item: SimpleItem;
  /** the same, as the page's form calls it */
  readonly named: SimpleItem;
}

/** @param entries the removed ones too */
export function toQuestions(
  map: OpenMap,
  entries: readonly StoredEntry[],
  asked: readonly AskedOfMap[],
): Question[] {
  return asked.flatMap((one) => {
    const entry = entries.find(({ id }) => id === one.entryId);
    const item = itemOf(map, one.itemId);
    if (!entry || !item) return [];
    const others = asked.filter(({ entryId }) => entryId === one.entryId);
    const following = map.items.filter(
      ({ id, when }) => isAbout(when, item.id) && !others.some(({ itemId }) => itemId === id),
    );
    return [
      {
        asked: one,
        entry,
        item,
        parts: [item, ...following].map((part) => ({ item: part, named: named(part, entry.id) })),
        unknownName: saysUnknown(map, item) ? '' : partName(nameOf(item.id, entry.id), 'unknown'),
        open: isOpen(entry, item, one),
      },
    ];
  });
}

function isOpen(entry: StoredEntry, item: SimpleItem, asked: AskedOfMap): boolean {
  if (entry.removedAt !== null || !isShown(item, entry.answers)) return false;
  return isStillOpen(answerIn(entry, item.id), asked);
}

export function answerIn({ answers }: StoredEntry, itemId: string) {
  return Object.hasOwn(answers, itemId) ? answers[itemId] : undefined;
}

/** Of the form, and of the link that leads to the question. */
export const nameOf = (itemId: string, entryId: string): string => `${itemId}-${entryId}`;

/** Not "needed to submit": what is submitted already only gains. */
function named(item: SimpleItem, entryId: string): SimpleItem {
  const { when, ...rest } = item;
  const alike = { ...rest, id: nameOf(item.id, entryId), required: false };
  return when && 'item' in when
    ? { ...alike, when: { ...when, item: nameOf(when.item, entryId) } }
    : alike;
}

const isAbout = (when: SimpleItem['when'], itemId: string): boolean =>
  when !== undefined && 'item' in when && when.item === itemId;

function saysUnknown({ fields }: OpenMap, item: SimpleItem): boolean {
  const choices = [...fields.choicesOf(item), ...exclusives(item)];
  return choices.some(({ id }) => id === 'unknown' || id === UNKNOWN);
}
