/** A time of day in London as a moment: deadlines are typed in local time, and summer time begins and ends. */

export interface LocalTime {
  readonly year: number;
  /** 1 to 12 */
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
}

const clock = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
  hour: 'numeric',
  minute: 'numeric',
  hourCycle: 'h23',
});

/** What London's clocks show. */
export function toLondon(moment: Date): LocalTime {
  const parts = clock.formatToParts(moment);
  const of = (type: Intl.DateTimeFormatPartTypes): number =>
    Number(parts.find((part) => part.type === type)?.value);
  return {
    year: of('year'),
    month: of('month'),
    day: of('day'),
    hour: of('hour'),
    minute: of('minute'),
  };
}

const hourMs = 60 * 60 * 1000;

/**
 * The moment at which London's clocks show this. Of the hour that comes twice in October the second is
 * meant, so that a deadline takes nobody an hour; the hour left out in March does not exist, nor does
 * 30 February: undefined.
 */
export function fromLondon(local: LocalTime): Date | undefined {
  const { year, month, day, hour, minute } = local;
  const asUtc = Date.UTC(year, month - 1, day, hour, minute);
  return [new Date(asUtc), new Date(asUtc - hourMs)].find((moment) =>
    isSame(toLondon(moment), local),
  );
}

function isSame(one: LocalTime, other: LocalTime): boolean {
  return (
    one.year === other.year &&
    one.month === other.month &&
    one.day === other.day &&
    one.hour === other.hour &&
    one.minute === other.minute
  );
}
