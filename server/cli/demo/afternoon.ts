/** The demonstration's moments: in working hours in London, never on a day when nobody works. */

const dayMs = 24 * 60 * 60 * 1000;
const hourMs = 60 * 60 * 1000;
const parts = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  hour: 'numeric',
  hourCycle: 'h23',
});
/** The holidays that keep their date; those that move are not worth a calendar here. */
const holidays = new Set(['25 Dec', '26 Dec', '1 Jan']);

function inLondon(moment: Date): { readonly isWorkday: boolean; readonly hour: number } {
  const part = Object.fromEntries(
    parts.formatToParts(moment).map(({ type, value }) => [type, value]),
  );
  const { weekday = '', day = '', month = '', hour = '' } = part;
  return {
    isWorkday: !weekday.startsWith('S') && !holidays.has(`${day} ${month}`),
    hour: Number(hour),
  };
}

/** 17:00 in London so many days from now, or on the next working day after that. */
export function afternoonOf(now: Date, days: number): Date {
  let then = new Date(now.getTime() + days * dayMs);
  then.setUTCHours(17, 0, 0, 0);
  while (!inLondon(then).isWorkday) then = new Date(then.getTime() + dayMs);
  return new Date(then.getTime() - (inLondon(then).hour - 17) * hourMs);
}

/**
 * A moment between nine and five in London on a working day, this share of the way from one moment
 * to another, and not after it.
 * @param share from 0 to 1
 */
export function workingMoment(from: Date, to: Date, share: number): Date {
  let days = Math.floor(((to.getTime() - from.getTime()) / dayMs) * share);
  while (days > 0 && afternoonOf(from, days) > to) days -= 1;
  const hoursBefore = (share * 997.7) % 8;
  const moment = afternoonOf(from, days).getTime() - hoursBefore * hourMs;
  return new Date(Math.floor(moment / 60_000) * 60_000);
}
