/** The worked examples of the scoring rules, each flag at its edge, and what must not matter. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Band } from '../instrument/definition.ts';
import { countLevels } from './distribution.ts';
import { scoreDomain } from './domain-score.ts';
import type { DomainCounts, DomainScore, Level } from './score.ts';

const bands: readonly Band[] = [
  { rag: 'red', from: 0, to: 1 },
  { rag: 'amber', from: 2, to: 3 },
  { rag: 'green', from: 4, to: 4 },
];

/** Answers as given, null for "We can't say"; all of the assigned answered, all with evidence. */
function score(
  given: readonly (Level | null)[],
  other: Partial<DomainCounts & { agreed: Level | null }> = {},
): DomainScore {
  const n = given.length;
  const counts = countLevels(given);
  const input = { counts, responded: n, assigned: n, withEvidence: n, agreed: null, ...other };
  return scoreDomain(input, bands);
}

describe('the worked examples', () => {
  it('1, 2, 2 and 4 are split by their range and go to discussion', () => {
    const { n, median, range, agreement, reasons, split, rag } = score([1, 2, 2, 4]);
    expect({ n, median, range, agreement, reasons, split, rag }).toEqual({
      n: 4,
      median: 2,
      range: 3,
      agreement: 1 / 3,
      reasons: ['range'],
      split: true,
      rag: 'discuss',
    });
  });

  it('2 and 3 are amber at the lower middle one', () => {
    expect(score([2, 3])).toMatchObject({ median: 2, rag: 'amber', split: false, reasons: [] });
  });

  it('three 4s with one piece of evidence are green without a flag', () => {
    expect(score([4, 4, 4], { withEvidence: 1 })).toMatchObject({ rag: 'green', reasons: [] });
  });

  it('0 and 4 disagree wholly and go to discussion', () => {
    expect(score([0, 4])).toMatchObject({ median: 0, agreement: -1, rag: 'discuss' });
  });

  it('"We can\'t say" has responded but gives no level', () => {
    expect(score([3, null, 3])).toMatchObject({ n: 2, responded: 3, median: 3, rag: 'amber' });
  });

  it('one 4 beside seven "We can\'t say" of eight is green with few answers', () => {
    const cannotSay = Array<null>(7).fill(null);
    expect(score([4, ...cannotSay])).toMatchObject({ rag: 'green', reasons: ['response'] });
  });
});

describe('the flags', () => {
  it('leave a range of one level alone, and of two levels from five answers on', () => {
    expect(score([2, 3, 3, 2]).reasons).toEqual([]);
    expect(score([1, 3]).reasons).toEqual(['range']);
    expect(score([2, 3, 3, 3, 3, 3, 3, 3, 1]).reasons).toEqual([]);
  });

  it('raise agreement below 0.6 only, from five answers on', () => {
    expect(score([2, 3, 3, 4, 4])).toMatchObject({ agreement: 0.6, reasons: [] });
    expect(score([1, 2, 3, 4, 4])).toMatchObject({ reasons: ['agreement'], split: true });
  });

  it('raise few answers below half of the assigned, and never where none is assigned', () => {
    expect(score([2, 2], { assigned: 4 }).reasons).toEqual([]);
    expect(score([2, 2], { assigned: 5 })).toMatchObject({ reasons: ['response'], split: false });
    expect(score([2], { assigned: 0 }).reasons).toEqual([]);
    expect(score([], { assigned: 0 }).reasons).toEqual([]);
  });

  it('raise missing evidence at a median of 3 or 4 only', () => {
    expect(score([3], { withEvidence: 0 }).reasons).toEqual(['evidence']);
    expect(score([2], { withEvidence: 0 }).reasons).toEqual([]);
  });

  it('come in a fixed order', () => {
    const { reasons } = score([3, 1, 4, 4], { assigned: 9, withEvidence: 0 });
    expect(reasons).toEqual(['range', 'response', 'evidence']);
  });
});

describe('an agreed level', () => {
  it('replaces the median in level and colour, and leaves the flags to say "was split"', () => {
    const before = score([0, 4]);
    const after = score([0, 4], { agreed: 2 });
    expect(after).toEqual({ ...before, agreed: 2, level: 2, rag: 'amber' });
    expect(after.split).toBe(true);
  });

  it('gives a colour where no agency gave a level', () => {
    expect(score([], { agreed: 4 })).toMatchObject({ median: null, level: 4, rag: 'green' });
  });
});

describe('what holds for all answers', () => {
  const someLevels = fc.array(fc.constantFrom<Level | null>(0, 1, 2, 3, 4, null));

  it('does not depend on the order of responses', () => {
    const shuffled = someLevels.chain((given) =>
      fc.tuple(
        fc.constant(given),
        fc.shuffledSubarray(given, { minLength: given.length, maxLength: given.length }),
      ),
    );
    fc.assert(
      fc.property(shuffled, ([given, again]) => {
        expect(score(again)).toEqual(score(given));
      }),
    );
  });

  it('adds up from the counts of any two parts', () => {
    fc.assert(
      fc.property(someLevels, someLevels, (some, others) => {
        const [one, two] = [score(some), score(others)];
        const whole = score([...some, ...others]);
        expect(whole.counts).toEqual(one.counts.map((count, at) => count + (two.counts[at] ?? 0)));
        expect(whole.n).toBe(one.n + two.n);
      }),
    );
  });
});
