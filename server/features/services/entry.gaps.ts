/** What is missing in an entry: first what submitting needs, then what the map would gain most from. */
import { missingInEntry } from '../../domain/answers/completeness.ts';
import type { SimpleAnswers } from '../../domain/answers/answers.ts';
import type { EntriesItem, SimpleItem } from '../../domain/instrument/definition.ts';
import type { Effect } from './entry.effects.ts';
import { entryItems } from './entry.columns.ts';

export interface Gap {
  readonly itemId: string;
  /** the control to go to */
  readonly field: string;
  readonly text: string;
  /** needed to submit */
  readonly needed: boolean;
  /** cells that this answer alone could settle: "element E6 in Ferrow Vale" */
  readonly settles: readonly string[];
  /** elements that it could keep from green, or bring there */
  readonly decides: readonly string[];
}

export function gapsOf(
  item: EntriesItem,
  answers: SimpleAnswers,
  effects: readonly Effect[],
): readonly Gap[] {
  const items = entryItems(item);
  const needed = missingInEntry(item, answers).map(({ itemId, field, text }): Gap => {
    const short = itemId === field ? nameOf(items, itemId) : text;
    return { itemId, field, text: short, needed: true, settles: [], decides: [] };
  });
  const wanted = items
    .filter(({ id }) => !needed.some(({ itemId }) => itemId === id))
    .flatMap(({ id }) => (Object.hasOwn(answers, id) ? [] : wantedGap(items, id, effects)));
  const first = wanted.filter(({ settles }) => settles.length > 0);
  const rest = wanted.filter(({ settles }) => settles.length === 0);
  return [...needed, ...uncounted(item, items, answers), ...first, ...rest];
}

/** "Not stated" is an answer, but such an entry counts in no Place. */
function uncounted(
  { placesItem }: EntriesItem,
  items: readonly SimpleItem[],
  answers: SimpleAnswers,
): Gap[] {
  if (answers[placesItem] !== null) return [];
  const text = `${nameOf(items, placesItem)}: counted nowhere until you name one`;
  return [{ itemId: placesItem, field: placesItem, text, needed: false, settles: [], decides: [] }];
}

/** One, or none where no element asks for the answer. */
function wantedGap(items: readonly SimpleItem[], id: string, effects: readonly Effect[]): Gap[] {
  const settles = effects
    .filter(({ settles, entry }) => settles && isOnly(entry.wouldSettle, id))
    .map(({ rule, place }) => `element ${rule.id} in ${place.name}`);
  const waiting = effects.filter(({ entry }) => entry.wouldSettle.includes(id));
  const decides = effects.filter(
    ({ rule, entry }) =>
      entry.match === 'yes' &&
      rule.green.some(({ code, item }) => item === id && entry.unknown.includes(code)),
  );
  if (waiting.length + decides.length === 0) return [];
  const elements = [...new Set([...waiting, ...decides].map(({ rule }) => rule.id))];
  const text = nameOf(items, id);
  return [{ itemId: id, field: id, text, needed: false, settles, decides: elements }];
}

const isOnly = (ids: readonly string[], id: string): boolean => ids.length === 1 && ids[0] === id;

function nameOf(items: readonly SimpleItem[], id: string): string {
  const item = items.find((candidate) => candidate.id === id);
  return item?.label ?? item?.text ?? id;
}
