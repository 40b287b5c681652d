/** Two people changed one entry: what differs, and the entry with both people's changes in it. */
import { isDeepStrictEqual } from 'node:util';
import type { SimpleAnswer, SimpleAnswers } from '../../domain/answers/answers.ts';
import type { SimpleItem } from '../../domain/instrument/definition.ts';

export interface Difference {
  readonly item: SimpleItem;
  readonly theirs: SimpleAnswer | undefined;
  readonly mine: SimpleAnswer | undefined;
  /** both changed it: somebody has to choose */
  readonly clash: boolean;
}
export interface Merge {
  /** what they changed and I have otherwise */
  readonly differences: readonly Difference[];
  /** mine, with their changes where I made none */
  readonly answers: SimpleAnswers;
  /** with theirs also where both changed it */
  readonly safe: SimpleAnswers;
  /** mine, but what both changed as it was: what counts as said where only the safe part was taken */
  readonly said: SimpleAnswers;
}

/** @param base what both started from */
export function mergeEntry(
  items: readonly SimpleItem[],
  base: SimpleAnswers,
  theirs: SimpleAnswers,
  mine: SimpleAnswers,
): Merge {
  const differences = items.flatMap((item): Difference[] => {
    const [was, their, my] = [base, theirs, mine].map((answers) => answerTo(item, answers));
    if (isSameAnswer(their, my) || isSameAnswer(their, was)) return [];
    return [{ item, theirs: their, mine: my, clash: !isSameAnswer(my, was) }];
  });
  const ids = (which: (one: Difference) => boolean): string[] =>
    differences.filter(which).map(({ item }) => item.id);
  const clashes = ids(({ clash }) => clash);
  return {
    differences,
    answers: withAnswers(
      mine,
      theirs,
      ids(({ clash }) => !clash),
    ),
    safe: withAnswers(
      mine,
      theirs,
      ids(() => true),
    ),
    said: withAnswers(mine, base, clashes),
  };
}

/** The answers, with these items' as in another. */
export function withAnswers(
  answers: SimpleAnswers,
  other: SimpleAnswers,
  ids: readonly string[],
): SimpleAnswers {
  const kept = Object.entries(answers).filter(([id]) => !ids.includes(id));
  const taken = ids.flatMap((id) => {
    const answer = Object.hasOwn(other, id) ? other[id] : undefined;
    return answer === undefined ? [] : [[id, answer] as const];
  });
  return Object.fromEntries([...kept, ...taken]);
}

export function isSameEntry(
  items: readonly SimpleItem[],
  one: SimpleAnswers,
  other: SimpleAnswers,
): boolean {
  return items.every((item) => isSameAnswer(answerTo(item, one), answerTo(item, other)));
}

function answerTo({ id }: SimpleItem, answers: SimpleAnswers): SimpleAnswer | undefined {
  return Object.hasOwn(answers, id) ? answers[id] : undefined;
}

/** The order in which choices were ticked plays no part. */
export function isSameAnswer(
  one: SimpleAnswer | undefined,
  other: SimpleAnswer | undefined,
): boolean {
  return isDeepStrictEqual(sorted(one), sorted(other));
}

function sorted(answer: SimpleAnswer | undefined): unknown {
  if (!Array.isArray(answer)) return answer;
  const list: readonly unknown[] = answer;
  return list.every((value) => typeof value === 'string') ? list.toSorted() : list;
}
