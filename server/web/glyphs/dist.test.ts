/** Distributions: one mark for each agency that was asked, wherever it stands. */
import { describe, expect, it } from 'vitest';
import { distGlyph, type DistFacts } from './dist.ts';

const words = ['Not yet', 'Foundations', 'Early growth', 'Good progress', 'Well-established'];
const none: DistFacts = {
  counts: [0, 0, 0, 0, 0],
  cant: 0,
  silent: 0,
  median: null,
  agreed: null,
  split: false,
  words,
};

describe('a distribution', () => {
  it('draws a disc per level given, a ring per "can’t say" and a cross per silence', () => {
    const glyph = distGlyph({ ...none, counts: [0, 3, 3, 1, 0], cant: 1, silent: 2, median: 2 });
    expect(glyph.discs).toHaveLength(7);
    expect(glyph.rings).toEqual([{ x: 214, y: 22 }]);
    expect(glyph.crosses).toHaveLength(2);
    expect(glyph.width).toBe(244);
    expect(glyph.label).toBe(
      '3 at Foundations, 3 at Early growth, 1 at Good progress; 1 can’t say; 2 not answered. Median: Early growth.',
    );
  });

  it('stacks three marks to a row, centred in their column', () => {
    const glyph = distGlyph({ ...none, counts: [0, 0, 5, 0, 0], median: 2 });
    expect(glyph.discs).toEqual([
      { x: 84, y: 22 },
      { x: 95, y: 22 },
      { x: 106, y: 22 },
      { x: 89.5, y: 11 },
      { x: 100.5, y: 11 },
    ]);
  });

  it('turns to bars with their number from ten in a column on', () => {
    const glyph = distGlyph({ ...none, counts: [0, 10, 5, 0, 0], silent: 1, median: 1 });
    expect(glyph.discs).toEqual([]);
    expect(glyph.bars.map(({ count, none: isNone }) => [count, isNone])).toEqual([
      [10, false],
      [5, false],
      [1, true],
    ]);
  });

  it('marks the agreed level in place of the median, and brackets a split', () => {
    const glyph = distGlyph({
      ...none,
      counts: [1, 0, 0, 0, 1],
      median: 0,
      agreed: 2,
      split: true,
    });
    expect(glyph.tint).toEqual([{ x: 77, y: 0, width: 36, height: 28 }]);
    expect(glyph.agreed).toEqual(['M95 30l6 9h-12z']);
    expect(glyph.median).toEqual([]);
    expect(glyph.bracket).toEqual(['M19 31v5H171v-5']);
    expect(glyph.label).toBe('1 at Not yet, 1 at Well-established. Agreed: Early growth; split.');
  });

  it('says in words that no level was given', () => {
    expect(distGlyph({ ...none, cant: 7 }).label).toBe('No levels given; 7 can’t say.');
  });
});
