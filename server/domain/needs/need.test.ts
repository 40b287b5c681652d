/** The checks of the need model, and what holds whatever the births, adversity and uptake. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { populationNeed, type Range } from './need.ts';

const aThird = 1 / 3;

describe('the need of 1,000 births', () => {
  it('is the national average without adversity', () => {
    const { attachment, levels } = populationNeed({ births: 1000, adversity: 0, uptake: aThird });
    expect(attachment).toEqual({
      disorganised: [150, 150],
      insecure: [250, 300],
      secure: [550, 600],
    });
    expect(levels).toEqual({
      universalOnly: [550, 600],
      targeted: [65, 80],
      specialistShort: [15, 20],
      specialistLong: [50, 50],
      unseenMildModerate: [160, 200],
      unseenSevere: [100, 100],
    });
  });

  it('grows with 5% more adversity, and the secure are the rest', () => {
    const { attachment } = populationNeed({ births: 1000, adversity: 0.05, uptake: aThird });
    expect(attachment).toEqual({
      disorganised: [157.5, 157.5],
      insecure: [262.5, 315],
      secure: [527.5, 580],
    });
  });

  it('shrinks with 5% less', () => {
    const { attachment } = populationNeed({ births: 1000, adversity: -0.05, uptake: aThird });
    expect(attachment).toEqual({
      disorganised: [142.5, 142.5],
      insecure: [237.5, 285],
      secure: [572.5, 620],
    });
  });

  it('misses whoever needs a specialist and does not come', () => {
    const { specialist } = populationNeed({ births: 1000, adversity: 0, uptake: 0.25 });
    expect(specialist).toEqual({
      need: [195, 210],
      demand: [48.75, 52.5],
      missed: [146.25, 157.5],
    });
  });
});

describe('the staffing benchmark', () => {
  it('is 7.33 WTE for 3,300 births', () => {
    const need = populationNeed({ births: 3300, adversity: 0.05, uptake: aThird });
    expect(need.wteBenchmark).toBe(7.33);
  });
});

describe('any need', () => {
  const someInput = fc.record({
    births: fc.nat({ max: 100_000 }),
    adversity: fc.double({ min: -0.5, max: 1, noNaN: true }),
    uptake: fc.double({ min: 0.01, max: 1, noNaN: true }),
  });

  it('has no negative figure and no range that runs backwards', () => {
    fc.assert(
      fc.property(someInput, (input) => {
        const { attachment, levels, specialist } = populationNeed(input);
        const ranges: Range[] = [attachment, levels, specialist].flatMap((group): Range[] =>
          Object.values(group),
        );
        for (const [low, high] of ranges) {
          expect(low).toBeGreaterThanOrEqual(0);
          expect(high).toBeGreaterThanOrEqual(low);
        }
      }),
    );
  });

  it('shares out all births between the attachment patterns', () => {
    fc.assert(
      fc.property(someInput, (input) => {
        const { disorganised, insecure, secure } = populationNeed(input).attachment;
        expect(disorganised[1] + insecure[1] + secure[0]).toBeCloseTo(input.births, 6);
        expect(disorganised[0] + insecure[0] + secure[1]).toBeCloseTo(input.births, 6);
      }),
    );
  });
});
