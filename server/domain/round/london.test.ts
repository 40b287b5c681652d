import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromLondon, toLondon, type LocalTime } from './london.ts';

const at = (year: number, month: number, day: number, hour: number, minute = 0): LocalTime => ({
  year,
  month,
  day,
  hour,
  minute,
});

describe('a time in London', () => {
  it.each([
    ['in winter', at(2026, 1, 15, 17), '2026-01-15T17:00:00.000Z'],
    ['in summer', at(2026, 7, 15, 17), '2026-07-15T16:00:00.000Z'],
    ['in the last minute before summer time', at(2026, 3, 29, 0, 59), '2026-03-29T00:59:00.000Z'],
    ['right after summer time begins', at(2026, 3, 29, 2), '2026-03-29T01:00:00.000Z'],
    [
      'in the hour that comes twice, the later',
      at(2026, 10, 25, 1, 30),
      '2026-10-25T01:30:00.000Z',
    ],
  ])('%s is one moment', (_, local, moment) => {
    expect(fromLondon(local)?.toISOString()).toBe(moment);
  });

  it.each([
    ['in the hour that is left out', at(2026, 3, 29, 1, 30)],
    ['on a day that is not there', at(2026, 2, 29, 12)],
    ['in a thirteenth month', at(2026, 13, 1, 12)],
    ['after the end of the day', at(2026, 5, 1, 24)],
  ])('%s does not exist', (_, local) => {
    expect(fromLondon(local)).toBeUndefined();
  });

  it('reads back as the same minute, but for the hour that comes twice', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('2020-01-01'), max: new Date('2040-01-01'), noInvalidDate: true }),
        (date) => {
          const minute = new Date(Math.floor(date.getTime() / 60_000) * 60_000);
          const back = fromLondon(toLondon(minute));
          const later = (back?.getTime() ?? 0) - minute.getTime();
          expect([0, 60 * 60 * 1000]).toContain(later);
        },
      ),
    );
  });
});
