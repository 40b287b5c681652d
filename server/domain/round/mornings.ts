/** Automatic reminders: the mornings before a closing on which they go out, and which of them is due now. */
import { fromLondon, toLondon } from './london.ts';

/** What a round offers to choose from, in calendar days before its closing. */
export const reminderChoices = [28, 21, 14, 10, 7, 5, 3, 2, 1] as const;
/** What a new round begins with. */
export const usualReminders: readonly number[] = [14, 7, 2];

/** At nine in London, where everybody is. */
const reminderHour = 9;

export interface ReminderPlan {
  /** calendar days before the closing */
  readonly days: readonly number[];
  readonly closesAt: Date;
  /** since when days and closing are what they are, and the round takes answers: nothing earlier is owed */
  readonly from: Date;
}
export interface Morning {
  readonly days: number;
  readonly at: Date;
  /** its day in London: "2026-03-11" */
  readonly day: string;
}

/** In the order in which they come; nine o'clock is nine whatever summer time does in between. */
export function morningsOf({ days, closesAt }: Pick<ReminderPlan, 'days' | 'closesAt'>): Morning[] {
  return [...new Set(days)]
    .toSorted((one, other) => other - one)
    .flatMap((before) => morningBefore(closesAt, before))
    .filter(({ at }) => at < closesAt);
}

function morningBefore(closesAt: Date, days: number): Morning[] {
  const { year, month, day } = toLondon(closesAt);
  // A day without a time of day: what UTC's calendar says of it is what every calendar says.
  const date = new Date(Date.UTC(year, month - 1, day - days));
  const at = fromLondon({
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    hour: reminderHour,
    minute: 0,
  });
  return at ? [{ days, at, day: date.toISOString().slice(0, 10) }] : [];
}

/**
 * The morning whose reminders are to be sent now; undefined where none is. After a standstill the last one
 * that was missed is made up for, and the ones before it are let go: nobody gets a pile.
 * @param sent the days that were seen to: "2026-03-11"
 */
export function dueMorning(
  plan: ReminderPlan,
  { now, sent }: { readonly now: Date; readonly sent: readonly string[] },
): Morning | undefined {
  if (now >= plan.closesAt) return undefined;
  const last = morningsOf(plan).findLast(({ at }) => at >= plan.from && at <= now);
  return last && !sent.some((day) => day >= last.day) ? last : undefined;
}

/** What is still to come. */
export function comingMornings(plan: ReminderPlan, now: Date): Morning[] {
  return morningsOf(plan).filter(({ at }) => at > now && at >= plan.from);
}
