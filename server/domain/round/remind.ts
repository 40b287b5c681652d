/** Whom a reminder reaches: who is waited for, and why the others are left alone. One rule by hand and by the clock. */
import type { Standing } from './standing.ts';

export interface RemindablePerson {
  readonly personId: string;
  /** may sign in */
  readonly active: boolean;
}
export interface RemindableAgency {
  readonly standing: Standing;
  readonly onPaper: boolean;
  /** everybody who answers for it */
  readonly people: readonly RemindablePerson[];
  /** when a reminder was last queued for it; null: never in this round */
  readonly remindedAt: Date | null;
}

/** Why nobody of an agency is written to, the reason that lasts longest first. */
export type NotReminded = 'submitted' | 'on-paper' | 'nobody' | 'reminded';

const hourMs = 60 * 60 * 1000;
/** By hand: nobody is written to twice within a day. */
export const restMs = 24 * hourMs;
/** By the clock: less, since two mornings in a row may lie 23 hours apart, and the clock is never early. */
export const morningRestMs = 20 * hourMs;

/** @param rest how long after a reminder there is none. @returns null where the agency is reminded */
export function whyNotReminded(
  { standing, onPaper, people, remindedAt }: RemindableAgency,
  { now, rest }: { readonly now: Date; readonly rest: number },
): NotReminded | null {
  if (standing === 'submitted') return 'submitted';
  if (onPaper) return 'on-paper';
  if (!people.some(({ active }) => active)) return 'nobody';
  if (remindedAt && now.getTime() - remindedAt.getTime() < rest) return 'reminded';
  return null;
}
