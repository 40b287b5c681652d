/** The same strip upright, for narrow screens: ages from top to bottom, a column for each level, without its services. */
import { scaleLinear } from 'd3-scale';
import { CHILDHOOD } from '../../../domain/elements/age-lanes.ts';
import type { Span } from '../../../domain/elements/element.ts';
import { line, rectangle, tenth, type Drawing, type Rectangle, type Shape } from './drawing.ts';
import { holeMarks } from './age-hole.ts';
import { AGES, TWO_YEARS, type StripLane } from './strip.ts';

const SIZE = { width: 288, top: 26, month: 7.6, below: 4 } as const;
const COLUMN = { first: 80, width: 66, every: 71 } as const;

/** Columns from left to right, in the order given. */
export function tallAgeStrip(lanes: readonly StripLane[], label: string): Drawing {
  const bottom = SIZE.top + SIZE.month * (CHILDHOOD.to - CHILDHOOD.from);
  const at = scaleLinear([CHILDHOOD.from, CHILDHOOD.to], [SIZE.top, bottom]);
  const columns = lanes.map((lane, n) => columnMarks(lane, COLUMN.first + n * COLUMN.every, at));
  const early = { x: 0, y: SIZE.top, width: SIZE.width, height: at(TWO_YEARS) - SIZE.top };
  const across = (month: number): string => line(0, at(month), SIZE.width, at(month));
  return {
    x: 0,
    y: 0,
    width: SIZE.width,
    height: bottom + SIZE.below,
    label,
    shapes: [
      { look: 'early', d: rectangle(early) },
      { look: 'month', d: [...AGES.map(([month]) => month), CHILDHOOD.to].map(across).join('') },
      { look: 'birthday', d: [0, TWO_YEARS].map(across).join('') },
      ...columns.flatMap(({ shapes }) => shapes),
    ],
    words: [
      ...AGES.map(([month, text]) => ({
        look: 'plain' as const,
        x: 0,
        y: tenth(at(month) + 14),
        anchor: 'start' as const,
        text,
      })),
      { look: 'plain', x: 0, y: tenth(bottom - 4), anchor: 'start', text: '5 years' },
      ...columns.flatMap(({ words }) => words),
    ],
  };
}

function columnMarks(lane: StripLane, x: number, at: (month: number) => number) {
  const boxOf = ([from, to]: Span): Rectangle => {
    return { x, y: at(from), width: COLUMN.width, height: at(to) - at(from) };
  };
  const holes = lane.holes.map((hole) => holeMarks(boxOf(hole), hole, lane));
  const middle = x + COLUMN.width / 2;
  return {
    shapes: [
      ...lane.offered.map((months): Shape => ({ look: 'offer', d: rectangle(boxOf(months)) })),
      ...holes.flatMap(({ shapes }) => shapes),
    ],
    words: [
      { look: 'plain', x: middle, y: 16, anchor: 'middle', text: lane.level } as const,
      ...holes.flatMap(({ words }) => words),
    ],
  };
}
