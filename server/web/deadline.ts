/** How far off a deadline is, in calendar days in London. */
const calendar = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London' });
const dayMs = 24 * 60 * 60 * 1000;

/** 0 on the day itself, negative once it has passed. */
export function daysUntil(closesAt: Date, now: Date): number {
  const dayOf = (moment: Date): number => Date.parse(calendar.format(moment)) / dayMs;
  return Math.round(dayOf(closesAt) - dayOf(now));
}

/** ", in 9 days", to stand behind the date */
export function countdown(closesAt: Date, now: Date): string {
  const days = daysUntil(closesAt, now);
  if (days < 0) return ', which has passed';
  if (days < 2) return days === 0 ? ', today' : ', tomorrow';
  return `, in ${days} days`;
}
