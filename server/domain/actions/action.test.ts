import { describe, expect, it } from 'vitest';
import { inOrder, isOverdue, isStuck, type ActionStatus } from './action.ts';

const today = { now: new Date('2026-06-30T12:00:00Z'), today: '2026-06-30' };
const daysAgo = (days: number): Date => new Date(today.now.getTime() - days * 24 * 60 * 60 * 1000);

const action = (
  dueOn: string | null,
  { changedAt = daysAgo(1), status = 'agreed' }: { changedAt?: Date; status?: ActionStatus } = {},
) => ({ dueOn, changedAt, status });

describe('an overdue action', () => {
  it.each([
    ['2026-06-29', true],
    ['2026-06-30', false],
    ['2026-07-01', false],
    [null, false],
  ])('due on %s: %s', (dueOn, expected) => {
    expect(isOverdue(action(dueOn), today)).toBe(expected);
  });

  it.each(['done', 'dropped'] as const)('is none that is %s', (status) => {
    expect(isOverdue(action('2026-01-01', { status }), today)).toBe(false);
  });
});

describe('a stuck action', () => {
  it.each([
    [89, false],
    [90, true],
    [400, true],
  ])('without a change for %s days: %s', (days, expected) => {
    expect(isStuck(action(null, { changedAt: daysAgo(days) }), today)).toBe(expected);
  });

  it.each(['done', 'dropped'] as const)('is none that is %s', (status) => {
    expect(isStuck(action(null, { changedAt: daysAgo(400), status }), today)).toBe(false);
  });
});

describe('the order of actions', () => {
  it('is overdue, stuck, open by the day they are due, and the ended ones last, the newest first', () => {
    const ordered = [
      action('2026-05-01'),
      action('2026-06-29'),
      action('2027-01-01', { changedAt: daysAgo(90) }),
      action('2026-07-01'),
      action('2026-12-01'),
      action(null),
      action('2026-01-01', { status: 'done', changedAt: daysAgo(2) }),
      action(null, { status: 'dropped', changedAt: daysAgo(200) }),
    ];
    expect(inOrder(ordered.toReversed(), today)).toEqual(ordered);
  });
});
