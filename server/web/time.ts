/** Dates and times as people read them, in Europe/London. */

const zone = 'Europe/London';
const date = new Intl.DateTimeFormat('en-GB', {
  timeZone: zone,
  day: 'numeric',
  month: 'long',
  year: 'numeric',
});
const weekday = new Intl.DateTimeFormat('en-GB', { timeZone: zone, weekday: 'long' });
const time = new Intl.DateTimeFormat('en-GB', {
  timeZone: zone,
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

/** "4 March 2026" */
export function formatDate(moment: Date): string {
  return date.format(moment);
}

/** "Friday 27 March 2026" */
export function formatWeekday(moment: Date): string {
  return `${weekday.format(moment)} ${date.format(moment)}`;
}

/** "14:02" */
export function formatTime(moment: Date): string {
  return time.format(moment);
}

/** "Friday 27 March 2026 at 17:00" */
export function formatDateTime(moment: Date): string {
  return `${weekday.format(moment)} ${date.format(moment)} at ${time.format(moment)}`;
}

// en-CA writes the parts of a date in ISO's order
const isoDate = new Intl.DateTimeFormat('en-CA', { timeZone: zone });

/** The calendar day of a moment: "2026-03-04". */
export function dayOf(moment: Date): string {
  return isoDate.format(moment);
}

/** "4 March 2026", from "2026-03-04": a day has no time zone, so it is read at noon. */
export function formatDay(day: string): string {
  return formatDate(new Date(`${day}T12:00:00Z`));
}
