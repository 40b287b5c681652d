/** What the preview says of a row: what would change, what submitting still needs, what does not apply. */
import type { SimpleAnswers } from '../../../domain/answers/answers.ts';
import { missingInEntry } from '../../../domain/answers/completeness.ts';
import { answerWords } from '../../../domain/answers/words.ts';
import type { SimpleItem } from '../../../domain/instrument/definition.ts';
import { keepShown } from '../entry.form.ts';
import { isSameEntry } from '../entry.merge.ts';
import type { OpenMap } from '../open-map.ts';
import { shortened } from './choice-words.ts';
import { nameOf } from './columns.ts';
import type { Difference } from './planned-row.ts';
import type { RowRead } from './row.read.ts';

/** Without the answers to questions that do not apply, and a word on each that is left out. */
export function answersOf(
  { items }: OpenMap,
  answers: SimpleAnswers,
): { readonly answers: SimpleAnswers; readonly notes: readonly string[] } {
  const kept = keepShown(items, answers);
  const left = items.filter(({ id }) => Object.hasOwn(answers, id) && !Object.hasOwn(kept, id));
  return {
    answers: kept,
    notes: left.map((item) => `${nameOf(item)}: does not apply here, and is left out`),
  };
}

/** The one thing without which nothing is stored. */
export function withoutName(
  { item, items }: OpenMap,
  answers: SimpleAnswers,
  { faults }: RowRead,
): string[] {
  const title = items.find(({ id }) => id === item.titleItem);
  if (!title || Object.hasOwn(answers, item.titleItem)) return [];
  const name = nameOf(title);
  if (faults.some((fault) => fault.startsWith(`${name}: `))) return [];
  return [`${name}: say what the ${item.noun.one} is called`];
}

export function needNotes({ item, items }: OpenMap, answers: SimpleAnswers): string[] {
  const names = missingInEntry(item, answers).map(({ itemId, field, text }) =>
    itemId === field ? namedIn(items, itemId) : text,
  );
  return names.length === 0 ? [] : [`Missing, and needed to submit: ${names.join(', ')}`];
}

function namedIn(items: readonly SimpleItem[], id: string): string {
  const item = items.find((one) => one.id === id);
  return item ? nameOf(item) : id;
}

const longestShown = 240;

/** What is other than before, in words. */
export function differences(
  { items, definition, places }: OpenMap,
  from: SimpleAnswers,
  to: SimpleAnswers,
): readonly Difference[] {
  const names = new Map(places.map(({ id, name }) => [id, name]));
  const words = (item: SimpleItem, { [item.id]: answer }: SimpleAnswers): string =>
    shortened(answerWords(item, answer, { definition, places: names }).join('; '), longestShown);
  return items
    .filter((item) => !isSameEntry([item], from, to))
    .map((item) => ({ what: nameOf(item), from: words(item, from), to: words(item, to) }));
}
