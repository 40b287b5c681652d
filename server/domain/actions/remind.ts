/** When the owners of an action are reminded: once before it is due, and once a week at most when it is overdue. */
import { isOpen, type ActionStatus } from './action.ts';

export type ActionReminder = 'soon' | 'overdue';

/** So many days before it is due. */
const soonDays = 7;
const weekDays = 7;

export interface SentReminder {
  readonly why: ActionReminder;
  /** a day in London */
  readonly sentOn: string;
  /** when it was due then: a day that was moved is reminded of anew */
  readonly dueOn: string;
}
interface Due {
  readonly status: ActionStatus;
  readonly dueOn: string | null;
  /** to one of its owners */
  readonly sent: readonly SentReminder[];
}

/** Calendar days: a day has no time zone. */
function daysFrom(one: string, other: string): number {
  return Math.round((Date.parse(`${other}T12:00Z`) - Date.parse(`${one}T12:00Z`)) / 86_400_000);
}

/** Why one of its owners is reminded today; null where they are not. @param today in London: "2026-03-18" */
export function actionReminderDue(
  { status, dueOn, sent }: Due,
  today: string,
): ActionReminder | null {
  if (!isOpen({ status }) || dueOn === null) return null;
  const left = daysFrom(today, dueOn);
  if (left > soonDays) return null;
  if (left >= 0) {
    return sent.some((one) => one.why === 'soon' && one.dueOn === dueOn) ? null : 'soon';
  }
  const isRested = sent.every(
    (one) => one.why !== 'overdue' || daysFrom(one.sentOn, today) >= weekDays,
  );
  return isRested ? 'overdue' : null;
}
