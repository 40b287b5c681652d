import { expect, test } from 'vitest';
import { afternoonOf, workingMoment } from './afternoon.ts';

const from = (moment: string, days: number): string =>
  afternoonOf(new Date(moment), days).toISOString();

test('a deadline is at five in London, in winter and in summer', () => {
  expect(from('2026-11-18T01:06:30Z', 14)).toBe('2026-12-02T17:00:00.000Z');
  expect(from('2026-07-01T09:00:00Z', 14)).toBe('2026-07-15T16:00:00.000Z');
});

test('a deadline that would fall on a weekend or on Christmas moves on to the next working day', () => {
  expect(from('2026-11-21T01:06:30Z', 14)).toBe('2026-12-07T17:00:00.000Z');
  expect(from('2026-12-11T10:00:00Z', 14)).toBe('2026-12-28T17:00:00.000Z');
});

test('a day in the past moves on too', () => {
  expect(from('2026-11-25T10:00:00Z', -18)).toBe('2026-11-09T17:00:00.000Z');
});

test('work is done between nine and five on a working day, and never after the end', () => {
  const [opens, ends] = [new Date('2026-03-02T08:00:00Z'), new Date('2026-03-15T12:00:00Z')];
  const moments = [0, 0.25, 0.5, 0.75, 1].map((share) =>
    workingMoment(opens, ends, share).toISOString(),
  );
  expect(moments).toEqual([
    '2026-03-02T17:00:00.000Z',
    '2026-03-05T15:34:00.000Z',
    '2026-03-09T14:09:00.000Z',
    '2026-03-11T12:43:00.000Z',
    '2026-03-13T11:18:00.000Z',
  ]);
});
