/** When a question that was sent to an agency is answered, and when it may be sent again. */
import { isUnknown } from '../elements/leaf.ts';
import { allows } from './response.ts';
import type { RoundStatus } from './round.ts';

/** As long as what was submitted can be given back: without that nobody could answer. */
export function takesQuestions(round: RoundStatus): boolean {
  return allows('return', 'submitted', round);
}

/** Nobody is asked the same of a service twice within a week. */
export const askRestMs = 7 * 24 * 60 * 60 * 1000;

export function isAskedLately(askedAt: Date, now: Date): boolean {
  return now.getTime() - askedAt.getTime() < askRestMs;
}

/**
 * The answer itself ends the question: there is nothing to tick off.
 * @param saidUnknown it was "not known" already when it was asked: only another answer is one
 */
export function isStillOpen(answer: unknown, saidUnknown: boolean): boolean {
  if (answer === undefined || answer === '') return true;
  return saidUnknown && isUnknown(answer);
}
