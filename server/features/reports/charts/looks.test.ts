/** Every mark of a chart has a look on the page, in any colours; on paper the types see to it. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ageStrip, SCREEN } from './age-strip.ts';
import { needBars } from './need-bars.ts';
import { radar } from './radar.ts';
import type { StripLane } from './strip.ts';

const css = readFileSync(new URL('../../../../public/css/charts.css', import.meta.url), 'utf8');
const [, forced = ''] = /@media \(forced-colors: active\) \{([\s\S]*?)\n\}/.exec(css) ?? [];

const axis = { name: 'A', level: 2, open: false, spread: null, before: 1 };
const lane: StripLane = {
  level: 'Targeted',
  meaning: 'for some families',
  offered: [[0, 12]],
  holes: [
    [-9, 0],
    [12, 60],
  ],
  open: false,
  services: [
    { text: 'A', ages: [0, 12], look: 'service' },
    { text: 'B', ages: [0, 12], look: 'ending' },
    { text: 'C', ages: [0, 12], look: 'planned' },
  ],
};
const drawings = [
  radar([axis, { ...axis, level: null }, { ...axis, open: true, spread: [0, 4] }], 'A radar'),
  ageStrip([lane], SCREEN, 'A strip'),
  needBars(
    [{ name: 'A', babies: [1, 2], babiesWords: '1 to 2', room: { count: 1, words: '1' } }],
    'Bars',
  ),
].filter((drawing) => drawing !== null);
const looks = [
  ...new Set(drawings.flatMap(({ shapes }) => shapes.map(({ look }) => `.ch-${look}`))),
];

describe('a mark', () => {
  it.each(looks)('%s has a style, and one of the reader’s own colours', (look) => {
    expect(css.replace(forced, '')).toMatch(new RegExp(`\\${look}\\b`));
    expect(forced).toMatch(new RegExp(`\\${look}\\b`));
  });
});
