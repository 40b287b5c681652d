/** The timeline of money with an end: where its days stand, and what is drawn of many services. */
import { describe, expect, it } from 'vitest';
import {
  MOST_DRAWN,
  moneyTimeline,
  NARROW,
  PRINT,
  SCREEN,
  type TimelineService,
} from './money-timeline.ts';

const frame = { today: '2026-11-21', until: '2028-05-21' };
const service = (more: Partial<TimelineService> = {}): TimelineService => ({
  text: 'Early days',
  ends: '2027-03-31',
  day: '31 March 2027',
  state: 'soon',
  ...more,
});
const LONG = 'A service with a name that goes on and on, '.repeat(5);
const many = [
  service({ ends: '2026-01-31', day: '31 January 2026', state: 'ended' }),
  service({ text: LONG }),
  service({ ends: '2032-12-31', day: '31 December 2032', state: 'later' }),
];

describe.each([
  ['a screen', SCREEN],
  ['a narrow screen', NARROW],
  ['paper', PRINT],
])('on %s', (_, size) => {
  it('every day and every name stays within the drawing', () => {
    const { words, width } = moneyTimeline(many, frame, size, 'label');
    for (const { x, anchor, text } of words) {
      const long = text.length * size.letter;
      const left = { start: x, middle: x - long / 2, end: x - long }[anchor];
      expect(left, text).toBeGreaterThanOrEqual(-1);
      expect(left + long, text).toBeLessThanOrEqual(width + 1);
    }
  });

  it('months are marked, and never upon one another', () => {
    const { words } = moneyTimeline(many, frame, size, 'label');
    const ticks = words.filter(({ text }) => /^[A-Z][a-z]{2,3} \d{4}$/.test(text));
    expect(ticks.length).toBeGreaterThan(1);
    for (const [n, { x }] of ticks.slice(1).entries()) {
      expect(x - (ticks[n]?.x ?? 0)).toBeGreaterThan(60);
    }
  });
});

it('tells by its marks what has ended, what ends soon, and what later', () => {
  const { shapes } = moneyTimeline(many, frame, SCREEN, 'label');
  const looks = shapes.map(({ look }) => look);
  expect(looks.slice(-6)).toEqual(['planned', 'open', 'ending', 'dot', 'service', 'dot']);
});

it('draws the first of many: the table has the rest', () => {
  const list = Array.from({ length: MOST_DRAWN + 5 }, () => service());
  const { words } = moneyTimeline(list, frame, SCREEN, 'label');
  expect(words.filter(({ text }) => text === 'Early days').length).toBe(MOST_DRAWN);
});
