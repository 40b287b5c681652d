/** Equity gaps: a dot per Place, hollow where it rests on an open split. */
import { describe, expect, it } from 'vitest';
import { gapGlyph } from './gap.ts';

describe('an equity gap', () => {
  it('runs from the lowest to the highest Place', () => {
    const glyph = gapGlyph([
      { level: 1, open: false },
      { level: 3, open: false },
    ]);
    expect(glyph.line).toEqual([{ from: 25, to: 63 }]);
    expect(glyph.dots).toEqual([
      { x: 25, y: 30, open: false },
      { x: 63, y: 30, open: false },
    ]);
  });

  it('puts settled Places below those that are not agreed', () => {
    const glyph = gapGlyph([
      { level: 2, open: true },
      { level: 2, open: false },
    ]);
    expect(glyph.dots.map(({ open }) => open)).toEqual([false, true]);
    expect(glyph.line).toEqual([]);
  });

  it('keeps many Places at one level inside the picture', () => {
    const glyph = gapGlyph(Array.from({ length: 12 }, () => ({ level: 2, open: false })));
    expect(Math.min(...glyph.dots.map(({ y }) => y))).toBeGreaterThanOrEqual(3);
  });

  it('is empty where no Place has a level', () => {
    expect(gapGlyph([])).toMatchObject({ dots: [], line: [] });
  });
});
