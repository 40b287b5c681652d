/** When a service's money runs out (Design 6.4): fixed-term funding by its end date. */
import type { MapEntry } from './element.ts';
import { answerOf } from './evaluate.ts';

/** The items of a service map that say it. */
const items = { funding: 'funding', ends: 'fundingEnds' } as const;
const endsOnADate: readonly unknown[] = ['fixed-term', 'mixed'];

/** Is it money that ends, whether or not the day is known? */
export function hasEnd({ answers }: MapEntry): boolean {
  return endsOnADate.includes(answerOf(answers, items.funding));
}

/** The day on which fixed-term money ends, "2027-03-31"; null where it does not end, or no day is known. */
export function moneyEnds(entry: MapEntry): string | null {
  const ends = answerOf(entry.answers, items.ends);
  if (!hasEnd(entry)) return null;
  return typeof ends === 'string' && isDay(ends) ? ends : null;
}

function isDay(text: string): boolean {
  return /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text));
}

/**
 * Has the day passed, or does it come within so many months of today? The last day counts; in a shorter
 * month it is the month's last. All days as "2027-03-31".
 */
export function isWithin(day: string, months: number, today: string): boolean {
  return day <= monthsLater(today, months);
}

/** The same day so many months on, or the last of a shorter month. */
export function monthsLater(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const lastOfMonth = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  const then = Date.UTC(year, month - 1 + months, Math.min(date, lastOfMonth));
  return new Date(then).toISOString().slice(0, 10);
}
