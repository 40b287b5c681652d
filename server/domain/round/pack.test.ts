import { describe, expect, it } from 'vitest';
import { mayStillRead, packState, type PackRecord } from './pack.ts';

const now = new Date('2026-03-18T14:02:00Z');
const [before, after] = [new Date(now.getTime() - 1), new Date(now.getTime() + 1)];

describe('a pack under way', () => {
  it.each<[PackRecord['status'], Date, string]>([
    ['queued', after, 'queued'],
    ['drawing', after, 'drawing'],
    ['queued', before, 'stopped'],
    ['drawing', before, 'stopped'],
    ['drawing', now, 'stopped'],
    ['done', before, 'done'],
    ['failed', before, 'failed'],
  ])('%s, to be heard of until %s, is %s', (status, leasedUntil, state) => {
    expect(packState({ status, leasedUntil }, now)).toBe(state);
  });
});

describe('a pack that is done', () => {
  const vale = { placeId: 'vale', names: true };
  const bay = { placeId: 'bay', names: false };
  it.each([
    ['all that was in it', [vale, bay], true],
    ['more than was in it', [vale, { ...bay, names: true }], true],
    ['the Place without its agencies’ names', [{ ...vale, names: false }, bay], false],
    ['one Place fewer', [vale], false],
    ['nothing', [], false],
  ])('is read by who may see %s: %#', (_, sees, may) => {
    expect(mayStillRead([vale, bay], sees)).toBe(may);
  });
});
