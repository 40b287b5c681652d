/** What counts in a Place's coverage, ages and families, and what does not. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ages, coverage, familiesPerYear } from './coverage.ts';
import type { MapEntry } from './element.ts';

function entry(answers: MapEntry['answers']): MapEntry {
  return { id: 'e', agency: 'a', name: 'n', places: ['north'], answers };
}

describe('coverage', () => {
  it('counts an entry at each of its levels, in its sector', () => {
    const running = [
      entry({ sector: 'midwifery', levels: ['campaign', 'universal', 'targeted'] }),
      entry({ sector: 'midwifery', levels: ['universal'] }),
      entry({ sector: 'other', levels: null }),
      entry({ levels: ['specialist'] }),
    ];
    expect(coverage(['midwifery', 'other'], running)).toEqual({
      midwifery: { universal: 2, targeted: 1, specialist: 0 },
      other: { universal: 0, targeted: 0, specialist: 0 },
    });
  });

  it('counts an entry whose ages are not known', () => {
    const running = [entry({ sector: 'other', levels: ['targeted'] })];
    expect(coverage(['other'], running)['other']?.targeted).toBe(1);
    expect(ages(running).targeted).toEqual([]);
  });
});

describe('ages', () => {
  it('are merged where they overlap or touch, and keep their holes', () => {
    const at = (from: number, to: number) => entry({ levels: ['specialist'], ages: { from, to } });
    expect(ages([at(30, 60), at(-9, 0), at(0, 12), at(36, 48)])).toEqual({
      universal: [],
      targeted: [],
      specialist: [
        [-9, 12],
        [30, 60],
      ],
    });
  });

  it('hold exactly the months that some entry takes', () => {
    const someSpan = fc
      .tuple(fc.integer({ min: -9, max: 40 }), fc.integer({ min: 1, max: 20 }))
      .map(([from, length]) => ({ from, to: from + length }));
    fc.assert(
      fc.property(fc.array(someSpan), (spans) => {
        const merged = ages(spans.map((span) => entry({ levels: ['universal'], ages: span })));
        for (let month = -9; month < 60; month++) {
          const taken = spans.some(({ from, to }) => from <= month && month < to);
          expect(merged.universal.some(([from, to]) => from <= month && month < to)).toBe(taken);
        }
      }),
    );
  });
});

describe('families per year', () => {
  it('are the sums for this Place and level', () => {
    const running = [
      entry({
        figures: [
          { place: 'north', level: 'targeted', familiesPerYear: 40 },
          { place: 'north', level: 'specialist', familiesPerYear: 5 },
          { place: 'south', level: 'targeted', familiesPerYear: 300 },
        ],
      }),
      entry({ figures: [{ place: 'north', level: 'targeted', familiesPerYear: 2.5 }] }),
      entry({ figures: [{ place: 'north', level: 'targeted', wte: 1 }] }),
      entry({ figures: null }),
    ];
    expect(familiesPerYear(running, 'north')).toEqual({ targeted: 42.5, specialist: 5 });
  });

  it('are 0 where nobody gives a figure', () => {
    expect(familiesPerYear([entry({})], 'north')).toEqual({ targeted: 0, specialist: 0 });
  });
});
