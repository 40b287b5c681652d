/** Days in London, from moments and back in words. */
import { describe, expect, it } from 'vitest';
import { dayOf, formatDay } from './time.ts';

describe('a day', () => {
  it('begins at midnight in London, an hour before that of UTC in summer', () => {
    expect(dayOf(new Date('2026-07-01T23:30:00Z'))).toBe('2026-07-02');
    expect(dayOf(new Date('2026-12-01T23:30:00Z'))).toBe('2026-12-01');
  });

  it('is written as the same day, summer and winter', () => {
    expect(formatDay('2026-07-02')).toBe('2 July 2026');
    expect(formatDay('2027-03-31')).toBe('31 March 2027');
  });
});
