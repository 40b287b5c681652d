import { expect, test } from 'vitest';
import { afternoonOf } from './afternoon.ts';

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
