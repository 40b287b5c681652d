import { describe, expect, it } from 'vitest';
import { morningRestMs, restMs, whyNotReminded, type RemindableAgency } from './remind.ts';
import { standingOf, type StandingFacts } from './standing.ts';

const now = new Date('2026-03-18T14:02:00Z');
const before = (hours: number): Date => new Date(now.getTime() - hours * 3_600_000);
const silent: RemindableAgency = {
  standing: 'silent',
  onPaper: false,
  people: [{ personId: 'bea', active: true }],
  remindedAt: null,
};
const why = (more: Partial<RemindableAgency>, rest = restMs) =>
  whyNotReminded({ ...silent, ...more }, { now, rest });

describe('an agency', () => {
  it('is reminded while anything that it was asked for is not submitted', () => {
    expect(why({})).toBeNull();
    expect(why({ standing: 'under-way' })).toBeNull();
    expect(why({ standing: 'returned' })).toBeNull();
  });

  it.each([
    ['everything is submitted', { standing: 'submitted' }, 'submitted'],
    ['it answers on paper', { onPaper: true }, 'on-paper'],
    ['nobody answers for it', { people: [] }, 'nobody'],
    ['nobody of it may sign in', { people: [{ personId: 'bea', active: false }] }, 'nobody'],
    ['it was reminded within a day', { remindedAt: before(23) }, 'reminded'],
  ] as const)('is left alone where %s', (_, more, reason) => {
    expect(why(more)).toBe(reason);
  });

  it('is reminded again a day later, and by the clock on mornings in a row', () => {
    expect(why({ remindedAt: before(24) })).toBeNull();
    expect(why({ remindedAt: before(23) }, morningRestMs)).toBeNull();
    expect(why({ remindedAt: before(16) }, morningRestMs)).toBe('reminded');
  });
});

describe('how far an agency has come', () => {
  const draft: StandingFacts = { status: 'draft', begun: false };
  const begun: StandingFacts = { status: 'draft', begun: true };
  const submitted: StandingFacts = { status: 'submitted', begun: true };
  const returned: StandingFacts = { status: 'returned', begun: true };

  it.each([
    ['silent while nothing is saved', [draft, draft], 'silent'],
    ['under way once anything is', [draft, begun], 'under-way'],
    ['under way while something is left', [submitted, draft], 'under-way'],
    ['submitted once everything is', [submitted, submitted], 'submitted'],
    ['returned as soon as something came back', [submitted, returned, draft], 'returned'],
    [
      'under way where only an empty response is in',
      [{ status: 'submitted', begun: false }, draft],
      'under-way',
    ],
  ] as const)('is %s', (_, responses, standing) => {
    expect(standingOf(responses)).toBe(standing);
  });
});
