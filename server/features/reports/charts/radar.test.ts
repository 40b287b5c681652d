/** The radar's geometry: where levels stand, where the line breaks, what is hollow. */
import { describe, expect, it } from 'vitest';
import type { Drawing, ShapeLook } from './drawing.ts';
import { profileLine, radar, type RadarAxis } from './radar.ts';

const domains = [
  'Strategic leadership',
  'Use of research and evidence',
  'Financial investment',
  'Community involvement',
  'Co-ordination across the system',
];

/** A Place's levels on five domains; null where there is none. */
function axes(levels: readonly (number | null)[], more: Partial<RadarAxis> = {}): RadarAxis[] {
  return levels.map((level, n) => ({
    name: domains[n] ?? `Domain ${n + 1}`,
    level,
    open: false,
    spread: null,
    before: null,
    ...more,
  }));
}

function draw(all: readonly RadarAxis[]): Drawing {
  const drawing = radar(all, 'In words.');
  if (drawing === null) throw new Error('nothing was drawn');
  return drawing;
}

function pathsOf({ shapes }: Drawing, look: ShapeLook): string[] {
  return shapes.filter((shape) => shape.look === look).map(({ d }) => d);
}

const wordsOf = ({ words }: Drawing): string => words.map(({ text }) => text).join(' ');

describe('a radar', () => {
  it('reaches the outer ring where every domain stands at level 4', () => {
    const drawing = draw(axes([4, 4, 4, 4, 4]));
    expect(pathsOf(drawing, 'now')).toEqual(pathsOf(drawing, 'rim'));
    expect(pathsOf(drawing, 'rim')[0]).toMatch(/^M0,-108L.*Z$/);
    expect(pathsOf(drawing, 'dot')).toHaveLength(5);
  });

  it('stands on the innermost ring, not on one spot, where every domain is at level 0', () => {
    const drawing = draw(axes([0, 0, 0, 0, 0]));
    expect(pathsOf(drawing, 'now')).toEqual(pathsOf(drawing, 'ring').slice(0, 1));
    expect(pathsOf(drawing, 'now')[0]).toMatch(/^M0,-14L/);
  });

  it('breaks its line at a domain without a level, which has a hollow question mark', () => {
    const drawing = draw(axes([2, 3, null, 2, 1]));
    const [now = ''] = pathsOf(drawing, 'now');
    expect(now).not.toContain('Z');
    expect(now.match(/L/g)).toHaveLength(3);
    expect(pathsOf(drawing, 'unknown')).toHaveLength(1);
    expect(drawing.words.filter(({ text }) => text === '?')).toHaveLength(1);
  });

  it('leads its line on from the last domain to the first', () => {
    // after the gap at the third: fourth, fifth, first, second
    expect(profileLine([4, 4, null, 4, 4])).toBe('M-63.5,87.4L-102.7,-33.4L0,-108L102.7,-33.4');
  });

  it('keeps a point for a domain between two gaps', () => {
    const drawing = draw(axes([null, 2, null, null, null]));
    expect(pathsOf(drawing, 'dot')).toHaveLength(1);
    expect(pathsOf(drawing, 'unknown')).toHaveLength(4);
  });

  it('has a hollow point at the median of a split, and shows how far the split reaches', () => {
    const [first, ...others] = axes([1, 2, 2, 2, 2]);
    if (!first) throw new Error('there is no domain');
    const drawing = draw([{ ...first, open: true, spread: [0, 4] }, ...others]);
    expect(pathsOf(drawing, 'open')).toHaveLength(1);
    expect(pathsOf(drawing, 'dot')).toHaveLength(4);
    expect(pathsOf(drawing, 'spread')).toEqual(['M0 -14L0 -108']);
  });

  it('draws the round before on the same rings, and no such line where there was none', () => {
    expect(pathsOf(draw(axes([2, 2, 2, 2, 2])), 'before')).toEqual([]);
    const drawing = draw(axes([2, 2, 2, 2, 2], { before: 4 }));
    expect(pathsOf(drawing, 'before')).toEqual(pathsOf(drawing, 'rim'));
  });

  it('names every domain whole, in lines', () => {
    const drawing = draw(axes([2, 2, 2, 2, 2]));
    for (const name of domains) expect(wordsOf(drawing)).toContain(name);
  });

  it('is not drawn for fewer than three domains, nor where no level is known', () => {
    expect(radar(axes([2, 2]), '')).toBeNull();
    expect(radar(axes([null, null, null]), '')).toBeNull();
  });
});
