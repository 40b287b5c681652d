/** When reminders go out by themselves. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { comingMornings, dueMorning, morningsOf, type ReminderPlan } from './mornings.ts';

const plan: ReminderPlan = {
  days: [14, 7, 2],
  closesAt: new Date('2026-03-27T17:00:00Z'),
  from: new Date('2026-03-02T08:00:00Z'),
};
const at = (text: string): Date => new Date(text);
const due = (now: string, more: Partial<ReminderPlan> = {}, sent: readonly string[] = []) =>
  dueMorning({ ...plan, ...more }, { now: at(now), sent })?.day;

describe('the mornings before a closing', () => {
  it('are at nine in London, so many calendar days before, the first one first', () => {
    expect(morningsOf(plan)).toEqual([
      { days: 14, at: at('2026-03-13T09:00:00Z'), day: '2026-03-13' },
      { days: 7, at: at('2026-03-20T09:00:00Z'), day: '2026-03-20' },
      { days: 2, at: at('2026-03-25T09:00:00Z'), day: '2026-03-25' },
    ]);
  });

  it.each([
    ['summer time begins in between', '2026-04-01T16:00:00Z', 7, '2026-03-25T09:00:00.000Z'],
    ['it begins on the day itself', '2026-04-05T16:00:00Z', 7, '2026-03-29T08:00:00.000Z'],
    ['it ends in between', '2026-10-30T17:00:00Z', 7, '2026-10-23T08:00:00.000Z'],
    ['it ends on the day itself', '2026-10-27T17:00:00Z', 2, '2026-10-25T09:00:00.000Z'],
    ['the year ends in between', '2027-01-03T17:00:00Z', 7, '2026-12-27T09:00:00.000Z'],
    ['the closing is just after midnight', '2026-07-01T23:30:00Z', 1, '2026-07-01T08:00:00.000Z'],
  ])('stay at nine when %s', (_, closesAt, days, morning) => {
    const [only] = morningsOf({ days: [days], closesAt: at(closesAt) });
    expect(only?.at.toISOString()).toBe(morning);
  });

  it('are none where none is chosen, and each one once', () => {
    expect(morningsOf({ ...plan, days: [] })).toEqual([]);
    expect(morningsOf({ ...plan, days: [7, 7] })).toHaveLength(1);
  });
});

describe('due', () => {
  it.each([
    ['nothing before the first morning', '2026-03-13T08:59:59Z', undefined],
    ['the first one at nine', '2026-03-13T09:00:00Z', '2026-03-13'],
    ['the second one in its turn', '2026-03-20T09:04:00Z', '2026-03-20'],
    ['nothing at the closing time', '2026-03-27T17:00:00Z', undefined],
  ])('is %s', (_, now, day) => {
    expect(due(now)).toBe(day);
  });

  it('is no morning that was seen to', () => {
    expect(due('2026-03-13T12:00:00Z', {}, ['2026-03-13'])).toBeUndefined();
    expect(due('2026-03-20T12:00:00Z', {}, ['2026-03-13'])).toBe('2026-03-20');
  });

  it('is, after a standstill of weeks, the last one alone', () => {
    expect(due('2026-03-26T22:00:00Z')).toBe('2026-03-25');
    expect(due('2026-03-26T22:00:00Z', {}, ['2026-03-25'])).toBeUndefined();
  });

  it('is nothing that would have come before the round opened', () => {
    expect(due('2026-03-16T10:00:00Z', { from: at('2026-03-16T09:30:00Z') })).toBeUndefined();
    expect(due('2026-03-20T10:00:00Z', { from: at('2026-03-16T09:30:00Z') })).toBe('2026-03-20');
  });

  it('is, once the deadline is extended, what the new one asks for and nothing that it makes late', () => {
    const extended = { closesAt: at('2026-04-03T16:00:00Z'), from: at('2026-03-24T15:00:00Z') };
    const sent = ['2026-03-13', '2026-03-20'];
    expect(due('2026-03-24T16:00:00Z', extended, sent)).toBeUndefined();
    expect(due('2026-03-27T09:00:00Z', extended, sent)).toBe('2026-03-27');
    expect(comingMornings({ ...plan, ...extended }, at('2026-03-24T16:00:00Z'))).toMatchObject([
      { day: '2026-03-27' },
      { day: '2026-04-01' },
    ]);
  });

  it('is each morning at most once, however often and irregularly one asks', () => {
    const start = at('2026-03-01T00:00:00Z').getTime();
    const hours = fc.array(fc.integer({ min: 0, max: 27 * 24 }), { maxLength: 60 });
    fc.assert(
      fc.property(hours, fc.uniqueArray(fc.integer({ min: 1, max: 28 })), (asked, days) => {
        const sent: string[] = [];
        for (const hour of asked.toSorted((one, other) => one - other)) {
          const now = new Date(start + hour * 3_600_000);
          const morning = dueMorning({ ...plan, days }, { now, sent });
          if (!morning) continue;
          expect(sent).not.toContain(morning.day);
          expect(morning.at <= now && morning.at < plan.closesAt).toBe(true);
          sent.push(morning.day);
        }
      }),
    );
  });
});
