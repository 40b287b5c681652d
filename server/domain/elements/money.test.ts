/** Money at risk: which day counts, and what is within so many months of today. */
import { describe, expect, it } from 'vitest';
import { isWithin, moneyEnds } from './money.ts';

const answered = (answers: Record<string, unknown>) =>
  moneyEnds({ id: 'e', agency: 'a', name: 'n', places: [], answers });

describe('the end of the money', () => {
  it.each([
    ['of a fixed term', { funding: 'fixed-term', fundingEnds: '2027-03-31' }, '2027-03-31'],
    ['of mixed money', { funding: 'mixed', fundingEnds: '2027-03-31' }, '2027-03-31'],
    ['is none of recurrent money', { funding: 'recurrent', fundingEnds: '2027-03-31' }, null],
    ['is not known without its day', { funding: 'fixed-term' }, null],
    ['is not known from a text', { funding: 'fixed-term', fundingEnds: 'soon' }, null],
    ['is not known from a day that is none', { funding: 'mixed', fundingEnds: '2027-13-01' }, null],
    ['is not known without an answer', {}, null],
  ])('%s', (_, answers, ends) => {
    expect(answered(answers)).toBe(ends);
  });

  it.each([
    ['2027-05-21', true],
    ['2027-05-22', false],
    ['2020-01-01', true],
  ])('on %s lies within 18 months of 21 November 2025: %s', (day, within) => {
    expect(isWithin(day, 18, '2025-11-21')).toBe(within);
  });

  it('counts months by their last day where they are shorter', () => {
    expect(isWithin('2027-02-28', 18, '2025-08-31')).toBe(true);
    expect(isWithin('2027-03-01', 18, '2025-08-31')).toBe(false);
  });
});
