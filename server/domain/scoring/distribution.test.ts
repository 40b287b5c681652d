/** Median and agreement against slow, plain definitions of themselves, over every kind of count. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  agreement,
  agreementLayers,
  countLevels,
  highestLevel,
  lowestLevel,
  medianLevel,
} from './distribution.ts';
import type { Counts, Level } from './score.ts';

const some = fc.nat({ max: 12 });
const someCounts: fc.Arbitrary<Counts> = fc.tuple(some, some, some, some, some);
const someLevels = fc.array(fc.constantFrom<Level>(0, 1, 2, 3, 4), { minLength: 1, maxLength: 30 });

/** Agreement as van der Eijk writes it, fractions and all: patterns from the highest layer down. */
function agreementByDefinition(counts: Counts): number {
  const n = counts.reduce<number>((sum, count) => sum + count, 0);
  const tallest = Math.max(...counts);
  let total = 0;
  for (let height = 1; height <= tallest; height++) {
    const pattern = counts.map((count) => (count >= height ? 1 : 0));
    const size = pattern.filter((bit) => bit === 1).length;
    total += (size / n) * patternAgreement(pattern.join(''), size);
  }
  return total;
}

function patternAgreement(pattern: string, size: number): number {
  if (size === 1) return 1;
  if (size === 5) return 0;
  const triples: string[] = [];
  for (const i of [0, 1, 2]) {
    for (const j of [1, 2, 3]) {
      for (const k of [2, 3, 4]) if (i < j && j < k) triples.push(pick(pattern, [i, j, k]));
    }
  }
  const conforming = triples.filter((triple) => triple === '110' || triple === '011').length;
  const deviating = triples.filter((triple) => triple === '101').length;
  const unimodality = (3 * conforming - 4 * deviating) / (3 * (conforming + deviating));
  return unimodality * (1 - (size - 1) / 4);
}

const pick = (pattern: string, places: readonly number[]): string =>
  places.map((place) => pattern.charAt(place)).join('');

describe('the median level', () => {
  it('is the lower of the two middle ones', () => {
    fc.assert(
      fc.property(someLevels, (given) => {
        const sorted = given.toSorted((one, other) => one - other);
        expect(medianLevel(countLevels(given))).toBe(sorted[Math.floor((given.length - 1) / 2)]);
      }),
    );
  });

  it('does not exist where nobody gave a level', () => {
    const none: Counts = [0, 0, 0, 0, 0];
    expect([medianLevel(none), lowestLevel(none), highestLevel(none), agreement(none)]).toEqual([
      null,
      null,
      null,
      null,
    ]);
  });

  it('lies between the extremes, which are levels that somebody gave', () => {
    fc.assert(
      fc.property(someLevels, (given) => {
        const counts = countLevels(given);
        expect(lowestLevel(counts)).toBe(Math.min(...given));
        expect(highestLevel(counts)).toBe(Math.max(...given));
      }),
    );
  });
});

describe('agreement', () => {
  it.each<readonly [string, Counts, number]>([
    ['all alike', [0, 0, 7, 0, 0], 1],
    ['one alone', [0, 0, 0, 1, 0], 1],
    ['evenly spread', [3, 3, 3, 3, 3], 0],
    ['split between the extremes', [1, 0, 0, 0, 1], -1],
    ['1, 2, 2, 4', [0, 1, 2, 0, 1], 1 / 3],
    ['two neighbours', [0, 0, 2, 2, 0], 3 / 4],
    ['exactly at the threshold', [0, 0, 1, 2, 2], 0.6],
  ])('of %s', (_, counts, expected) => {
    expect(agreement(counts)).toBe(expected);
  });

  it('is what its definition says', () => {
    fc.assert(
      fc.property(someCounts, (counts) => {
        fc.pre(counts.some((count) => count > 0));
        expect(agreement(counts)).toBeCloseTo(agreementByDefinition(counts), 12);
      }),
    );
  });

  it('stays between -1 and 1, and reads the same from either end', () => {
    fc.assert(
      fc.property(someCounts, (counts) => {
        fc.pre(counts.some((count) => count > 0));
        const [a, b, c, d, e] = counts;
        expect(agreement(counts)).toBeGreaterThanOrEqual(-1);
        expect(agreement(counts)).toBeLessThanOrEqual(1);
        expect(agreement([e, d, c, b, a])).toBe(agreement(counts));
      }),
    );
  });

  it('does not change when every count is multiplied', () => {
    fc.assert(
      fc.property(someCounts, fc.integer({ min: 2, max: 9 }), (counts, times) => {
        const [a, b, c, d, e] = counts;
        const multiplied: Counts = [a * times, b * times, c * times, d * times, e * times];
        expect(agreement(multiplied)).toBe(agreement(counts));
      }),
    );
  });
});

describe('the layers of an agreement', () => {
  it('take the same number from every level that has some, as long as there are answers', () => {
    expect(agreementLayers([2, 2, 0, 1, 0])).toEqual([
      {
        levels: [0, 1, 3],
        answers: 3,
        triples: { unimodal: 4, bimodal: 2 },
        agreement: expect.closeTo(1 / 9, 12) as number,
      },
      { levels: [0, 1], answers: 2, triples: { unimodal: 3, bimodal: 0 }, agreement: 0.75 },
    ]);
    expect(agreementLayers([0, 0, 0, 0, 0])).toEqual([]);
  });

  it('add up to it, each by its answers', () => {
    fc.assert(
      fc.property(someCounts, (counts) => {
        fc.pre(counts.some((count) => count > 0));
        const layers = agreementLayers(counts);
        const n = counts.reduce<number>((sum, count) => sum + count, 0);
        expect(layers.reduce((sum, { answers }) => sum + answers, 0)).toBe(n);
        const sum = layers.reduce((total, layer) => total + layer.answers * layer.agreement, 0);
        expect(sum / n).toBeCloseTo(agreement(counts) ?? Number.NaN, 12);
      }),
    );
  });
});
