/** What a round sends by itself and when, and what was sent: on the round's page. */
import { comingMornings, morningsOf, type Morning } from '../../../domain/round/mornings.ts';
import { roundAllows } from '../../../domain/round/workflow.ts';
import type { SentReminder } from '../../../db/reminders.queries.ts';
import { andList, counted } from '../../../web/english.ts';
import { paths } from '../../../web/paths.ts';
import { formatDateTime, formatWeekday } from '../../../web/time.ts';
import type { LoadedRound } from './load-round.ts';
import { daysWords } from './reminders.form.ts';

export interface RemindersView {
  /** what comes, in a sentence; '' once nothing does */
  readonly coming: string;
  readonly sent: readonly {
    readonly when: string;
    readonly who: string;
    readonly what: string;
  }[];
  /** '' where it can't be changed here */
  readonly changeHref: string;
  /** where one reminds by hand; '' before the round is open */
  readonly progressHref: string;
}

export function toRemindersView(
  { round, now }: LoadedRound,
  sent: readonly SentReminder[],
): RemindersView {
  const { slug, status } = round;
  return {
    coming: comingWords(round, now),
    sent: sent.map((one) => ({
      when: formatDateTime(one.sentAt),
      who: one.dueOn === null ? (one.sentBy ?? 'Somebody') : 'By itself',
      what: whatWords(one),
    })),
    changeHref: roundAllows('set-reminders', status) ? paths.setUp.roundReminders(slug) : '',
    progressHref: status === 'draft' ? '' : paths.progress(slug),
  };
}

function comingWords(round: LoadedRound['round'], now: Date): string {
  const { status, closesAt, reminderDays } = round;
  if (!closesAt || !(status === 'draft' || status === 'open')) return '';
  if (reminderDays.length === 0) return 'No reminder goes out by itself.';
  const plan = { days: reminderDays, closesAt, from: round.remindersFrom ?? now };
  if (status === 'draft') {
    return goingOut(morningsOf(plan), ` (${daysWords(reminderDays)} the closing)`);
  }
  const mornings = comingMornings(plan, now);
  return mornings.length === 0
    ? 'No reminder goes out by itself any more.'
    : goingOut(mornings, '');
}

function goingOut(mornings: readonly Morning[], chosen: string): string {
  const dates = andList(mornings.map(({ at }) => formatWeekday(at)));
  return `On ${dates}${chosen}, at 09:00, everybody who answers for an agency that has not submitted everything is e-mailed.`;
}

function whatWords({ messages, agencies, failed, notDue }: SentReminder): string {
  if (messages === 0) return 'Nobody was waited for';
  const parts = [
    `${counted(messages, 'e-mail', 'e-mails')} to ${counted(agencies, 'agency', 'agencies')}`,
    ...(notDue > 0 ? [`${notDue} not sent: no longer due`] : []),
    ...(failed > 0 ? [`${failed} did not arrive`] : []),
  ];
  return parts.join('; ');
}
