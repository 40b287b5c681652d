/** Bars of need: as long as the babies they stand for, and honest about ranges and what nobody says. */
import { describe, expect, it } from 'vitest';
import { needBars, type NeedBar } from './need-bars.ts';

const bar = (others: Partial<NeedBar> = {}): NeedBar => ({
  name: 'Targeted',
  babies: [50, 100],
  babiesWords: '50 to 100',
  room: { count: 25, words: 'room for 25' },
  ...others,
});
const widthOf = (d = ''): number => Number(/h([\d.]+)v/.exec(d)?.[1]);

describe('bars of need', () => {
  it('are as long as what they stand for, the range from its low end to its high one', () => {
    const { shapes = [] } = needBars([bar()], 'Bars') ?? {};
    const widths = Object.fromEntries(shapes.map(({ look, d }) => [look, widthOf(d)]));
    expect(widths).toMatchObject({ offer: 98, range: 98, room: 49 });
  });

  it('draw no range where the sources give one figure', () => {
    const { shapes = [] } = needBars([bar({ babies: [50, 50] })], 'Bars') ?? {};
    expect(shapes.map(({ look }) => look)).toEqual(['offer', 'room']);
  });

  it('say in words what nobody entered, without a bar of nought', () => {
    const room = { count: null, words: 'room: not entered' };
    const { shapes = [], words = [] } = needBars([bar({ room })], 'Bars') ?? {};
    expect(shapes.map(({ look }) => look)).not.toContain('room');
    expect(words.map(({ text }) => text)).toContain('room: not entered');
  });

  it('are not drawn where nobody is in need', () => {
    expect(needBars([bar({ babies: [0, 0], room: null })], 'Bars')).toBe(null);
  });
});
