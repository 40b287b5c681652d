/** One of last round's entries in this round's form: what of it fits, and what of it does not. */
import type { SimpleAnswers } from '../../../domain/answers/answers.ts';
import type { Comparison } from '../../../domain/carry/compare.ts';
import type { SimpleItem } from '../../../domain/instrument/definition.ts';
import { answersToForm } from '../../../web/fields/answers.form.ts';
import { parseAnswers } from '../../../web/fields/answers.parse.ts';
import { keepShown } from '../entry.form.ts';
import { isSameEntry } from '../entry.merge.ts';
import type { OpenMap } from '../open-map.ts';

export interface CarriedEntry {
  readonly answers: SimpleAnswers;
  /** questions whose old answer the form would refuse: what is left of it is not what was said */
  readonly unfit: readonly SimpleItem[];
  /** what it answered is asked in other words now */
  readonly reworded: readonly SimpleItem[];
}

/** Read back from the form that would show it, as every entry is. */
export function carryEntry(
  { items, fields }: Pick<OpenMap, 'items' | 'fields'>,
  old: SimpleAnswers,
  { changed }: Comparison,
): CarriedEntry {
  const retyped = (id: string): boolean => changed.get(id)?.retyped === true;
  const known = items.filter(({ id }) => Object.hasOwn(old, id) && !retyped(id));
  const asked = Object.fromEntries(known.flatMap(({ id }) => [[id, old[id] ?? null] as const]));
  const { answers, faults } = parseAnswers(items, answersToForm(items, asked), fields);
  const read = keepShown(items, answers);
  const wanted = keepShown(items, asked);
  const isUnfit = (item: SimpleItem): boolean =>
    faults.some(({ itemId }) => itemId === item.id) || !isSameEntry([item], read, wanted);
  const clean = Object.entries(read).filter(([id]) => !faults.some(({ itemId }) => itemId === id));
  return {
    answers: Object.fromEntries(clean),
    unfit: items.filter((item) => retyped(item.id) || isUnfit(item)),
    reworded: known.filter(({ id }) => (changed.get(id)?.wording ?? null) !== null),
  };
}
