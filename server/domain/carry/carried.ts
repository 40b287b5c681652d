/** What of an old answer can be carried into this round's questions, and what became of it. */
import type { LevelAnswer } from '../answers/answers.ts';
import type { QuestionChange } from './compare.ts';

/** What a person said of an old answer; null while nobody has. */
export type CarryDecision = 'same' | 'changed' | 'ended';

export type CarryStanding =
  | 'undecided'
  /** this round's answer says what the old one said */
  | 'same'
  /** this round's answer says something else */
  | 'changed'
  /** it is no longer true, and there is no answer in its place yet */
  | 'ended';

/** Marks are carried where the statement stands as it stood; level and words are the person's to confirm. */
export function carryLevel(answer: LevelAnswer, change: QuestionChange | undefined): LevelAnswer {
  if (!change) return answer;
  const { gone, reworded } = change.statements;
  const dropped = new Set([...gone, ...reworded].map(({ id }) => id));
  const marks = Object.entries(answer.criteria).filter(([id]) => !dropped.has(id));
  return { ...answer, criteria: Object.fromEntries(marks) };
}

/** Nothing was said: no old answer that anybody would have to decide on. */
export function isEmptyAnswer(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return value === undefined || value === '';
  const [criteria, ...more] = Object.values(value) as unknown[];
  if (!Object.hasOwn(value, 'criteria') || more.length > 0) return false;
  return Object.keys(criteria ?? {}).length === 0;
}

/**
 * An answer of this round speaks for itself, whoever wrote it and however; a decision alone counts
 * where there is none.
 * @param now this round's answer, and whether it says what would be carried; null where there is none
 */
export function standingOf(
  decision: CarryDecision | null,
  now: { readonly isSame: boolean } | null,
): CarryStanding {
  if (now) return now.isSame ? 'same' : 'changed';
  return decision === null ? 'undecided' : 'ended';
}
