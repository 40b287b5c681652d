/** What stands below the progress table: the buttons that lead to a reminder, and when one goes out by itself. */
import { comingMornings } from '../../domain/round/mornings.ts';
import { paths } from '../../web/paths.ts';
import { recentWords } from '../../web/recent.ts';
import { formatDateTime } from '../../web/time.ts';
import type { AgencyProgress, Progress } from './progress.load.ts';

export interface RemindBox {
  /** whether there is anybody to remind now */
  readonly open: boolean;
  readonly heading: string;
  readonly sentences: readonly string[];
  /** on the button that takes all that are silent; '' where none is */
  readonly silentText: string;
  readonly roundHref: string;
}

export function toRemindBox(
  { round, agencies }: Progress,
  listed: readonly AgencyProgress[],
  { now, open }: { readonly now: Date; readonly open: boolean },
): RemindBox {
  const silent = listed.filter(({ standing }) => standing === 'silent').length;
  const waiting = listed.some(({ standing }) => standing !== 'submitted');
  return {
    open: open && waiting,
    heading: open ? 'Remind' : 'Reminders',
    sentences: open
      ? [
          'Each person gets one message with one link; you see first who they are. Nobody is mailed who submits before it goes out.',
          lastWords(agencies, now),
          nextWords(round, now),
        ].filter(Boolean)
      : [closedWords(round.status)],
    silentText: silent === 0 ? '' : silentWords(silent),
    roundHref: paths.setUp.round(round.slug),
  };
}

const silentWords = (count: number): string =>
  count === 1 ? 'Remind the one that is silent' : `Remind all ${count} that are silent`;

function lastWords(agencies: readonly AgencyProgress[], now: Date): string {
  const times = agencies.flatMap(({ remindedAt }) => (remindedAt ? [remindedAt] : []));
  const last = times.toSorted((one, other) => other.getTime() - one.getTime())[0];
  return last ? `Last reminder: ${recentWords(last, now)}.` : '';
}

function nextWords(
  { reminderDays, closesAt, remindersFrom }: Progress['round'],
  now: Date,
): string {
  if (!closesAt || !remindersFrom || reminderDays.length === 0) return '';
  const [next] = comingMornings({ days: reminderDays, closesAt, from: remindersFrom }, now);
  return next
    ? `The next one goes out by itself on ${formatDateTime(next.at)}.`
    : 'None goes out by itself any more.';
}

function closedWords(status: Progress['round']['status']): string {
  return status === 'open'
    ? 'The closing time has passed: extend the deadline, and agencies can be reminded again.'
    : 'Reminders go out while a round is open.';
}
