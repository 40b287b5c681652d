/** A colour for every level and for every domain, whatever the bands. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Band } from '../instrument/definition.ts';
import type { Level } from '../scoring/score.ts';
import { ragOfDomain, ragOfLevel } from './rag.ts';

const bands: readonly Band[] = [
  { rag: 'red', from: 0, to: 1 },
  { rag: 'amber', from: 2, to: 3 },
  { rag: 'green', from: 4, to: 4 },
];
const someLevel = fc.constantFrom<Level | null>(0, 1, 2, 3, 4, null);
const someBands = fc.array(
  fc.record({
    rag: fc.constantFrom<Band['rag']>('green', 'amber', 'red'),
    from: fc.nat({ max: 4 }),
    to: fc.nat({ max: 4 }),
  }),
);

describe('the colour of a level', () => {
  it('is red, amber or green by the bands, white without a level', () => {
    const given: readonly (Level | null)[] = [0, 1, 2, 3, 4, null];
    expect(given.map((level) => ragOfLevel(level, bands))).toEqual([
      'red',
      'red',
      'amber',
      'amber',
      'green',
      'white',
    ]);
  });
});

describe('the colour of a domain', () => {
  it('is to be discussed while it is split and nothing is agreed', () => {
    expect(ragOfDomain({ agreed: null, split: true, median: 4 }, bands)).toBe('discuss');
  });

  it("is the agreed level's once there is one, split or not", () => {
    expect(ragOfDomain({ agreed: 1, split: true, median: 4 }, bands)).toBe('red');
    expect(ragOfDomain({ agreed: 4, split: false, median: null }, bands)).toBe('green');
  });

  it('is white where no level was given and nothing is agreed', () => {
    expect(ragOfDomain({ agreed: null, split: false, median: null }, bands)).toBe('white');
  });

  it('exists for every input', () => {
    const basis = fc.record({ agreed: someLevel, split: fc.boolean(), median: someLevel });
    fc.assert(
      fc.property(basis, someBands, (input, anyBands) => {
        expect(['green', 'amber', 'red', 'white', 'discuss']).toContain(
          ragOfDomain(input, anyBands),
        );
      }),
    );
  });
});
