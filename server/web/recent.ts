/** Moments of the last days as people say them. */
import { daysUntil } from './deadline.ts';
import { formatDate, formatTime } from './time.ts';

/** "today at 14:02", "yesterday at 09:12", "9 March"; the year where it is another one. */
export function recentWords(at: Date, now: Date): string {
  const days = daysUntil(at, now);
  if (days === 0) return `today at ${formatTime(at)}`;
  if (days === -1) return `yesterday at ${formatTime(at)}`;
  const [day = '', month = '', year = ''] = formatDate(at).split(' ');
  return formatDate(now).endsWith(year) ? `${day} ${month}` : `${day} ${month} ${year}`;
}
