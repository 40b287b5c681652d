/** When a question that was sent to an agency is answered, and when it may be sent again. */
import { isUnknown } from '../elements/leaf.ts';
import { allows } from './response.ts';
import type { RoundStatus } from './round.ts';

/** As long as an answer changes results: until they are published. */
export function takesQuestions(round: RoundStatus): boolean {
  return allows('answer', 'submitted', round);
}

/** Nobody is asked the same of a service twice within a week. */
export const askRestMs = 7 * 24 * 60 * 60 * 1000;

export function isAskedLately(askedAt: Date, now: Date): boolean {
  return now.getTime() - askedAt.getTime() < askRestMs;
}

export interface Sent {
  /** the answer was "not known" when it was asked */
  readonly saidUnknown: boolean;
  /** null where nobody has answered it by itself */
  readonly answeredAt: Date | null;
}

/**
 * Whoever answers a question by itself ends it, also with "not known". In the form of the service the answer ends it:
 * there is nothing to tick off. Where it was "not known" already, only another one does.
 * @param answer what stands in the entry now
 */
export function isStillOpen(answer: unknown, { saidUnknown, answeredAt }: Sent): boolean {
  if (answeredAt !== null) return false;
  if (answer === undefined || answer === '') return true;
  return saidUnknown && isUnknown(answer);
}
