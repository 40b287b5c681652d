/** Who is left out (Design 6.3): which services are closed to whom, and what they restrict. */
import type { MapEntry } from '../elements/element.ts';
import { answerOf } from '../elements/evaluate.ts';
import { isChoices } from '../elements/leaf.ts';
import { tally, type Tally } from './tally.ts';

/** The questions by which a family may find a door closed, by the map's item ids. */
export const doorQuestions = ['fathers', 'selfReferral', 'antenatal', 'interpreters'] as const;
export type DoorQuestion = (typeof doorQuestions)[number];

export interface LeftOut {
  readonly question: DoorQuestion;
  /** "no" closes a door; "some" is neither open nor closed */
  readonly said: Tally<'yes' | 'some' | 'no'>;
}

/** Whom services leave out, question by question. */
export function leftOut(entries: readonly MapEntry[]): LeftOut[] {
  return doorQuestions.map((question) => ({
    question,
    said: tally(entries, question, ['yes', 'some', 'no']),
  }));
}

/** All but what an entry says is for staff. */
export function forFamilies(entries: readonly MapEntry[]): MapEntry[] {
  return entries.filter(({ answers }) => answerOf(answers, 'kind') !== 'training');
}

export interface Restrictions {
  /** in the order of the options; an entry stands under each of its restrictions */
  readonly by: readonly { readonly option: string; readonly entries: readonly MapEntry[] }[];
  /** turn nobody away, as they say */
  readonly none: readonly MapEntry[];
  /** do not say */
  readonly unknown: readonly MapEntry[];
}

/** @param options ids of the restrictions' options */
export function restrictionsOf(
  entries: readonly MapEntry[],
  options: readonly string[],
): Restrictions {
  const chosen = new Map(entries.map((entry) => [entry, chosenBy(entry)]));
  return {
    by: options.map((option) => ({
      option,
      entries: entries.filter((entry) => chosen.get(entry)?.includes(option) === true),
    })),
    none: entries.filter((entry) => chosen.get(entry)?.length === 0),
    unknown: entries.filter((entry) => chosen.get(entry) === null),
  };
}

/** Null where it is not answered. */
function chosenBy({ answers }: MapEntry): readonly string[] | null {
  const answer = answerOf(answers, 'restrictions');
  return isChoices(answer) ? answer : null;
}
