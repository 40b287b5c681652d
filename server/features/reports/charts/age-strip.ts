/** The geometry of the strip from conception to five: what is offered at each age and level, its holes, and the services behind it. */
import { scaleLinear } from 'd3-scale';
import { CHILDHOOD } from '../../../domain/elements/age-lanes.ts';
import type { Span } from '../../../domain/elements/element.ts';
import { line, rectangle, tenth, type Drawing, type Shape, type Words } from './drawing.ts';
import { holeMarks } from './age-hole.ts';
import { serviceMarks, type StripFrame } from './age-services.ts';
import { AGES, TWO_YEARS, type StripLane } from './strip.ts';

/** How wide a strip is, and how much its names take. In px. */
export interface StripSize extends Pick<StripFrame, 'pitch' | 'letter'> {
  readonly month: number;
  /** of the column in which the lanes are named */
  readonly left: number;
  readonly width: number;
  /** services of a lane, on average or each, so that three lanes fit a page of paper */
  readonly mostNamed: number;
}
export const SCREEN: StripSize = {
  month: 15,
  left: 150,
  width: 1205,
  mostNamed: 16,
  pitch: 21,
  letter: 7.2,
};
/** a page printed from a browser */
export const PRINT: StripSize = { ...SCREEN, month: 9.1, left: 122, width: 758.5, mostNamed: 8 };
/** a PDF, at .65: its words then are 8.5 pt, in a narrower font than browsers have */
export const SHEET: StripSize = { ...PRINT, pitch: 17, letter: 5.9 };

const HEAD = { early: 13, bracket: 20, ages: 37, bottom: 43 } as const;
const LANE = { gap: 14, height: 26, below: 14, between: 8 } as const;

/** Lanes from top to bottom, in the order given. */
export function ageStrip(lanes: readonly StripLane[], size: StripSize, label: string): Drawing {
  const { left, month, width, pitch, letter } = size;
  const right = left + month * (CHILDHOOD.to - CHILDHOOD.from);
  const frame: StripFrame = {
    at: scaleLinear([CHILDHOOD.from, CHILDHOOD.to], [left, right]),
    right: width,
    mostNamed: mostNamed(lanes, size),
    pitch,
    letter,
  };
  const drawn: LaneMarks[] = [];
  for (const lane of lanes) {
    drawn.push(laneMarks(lane, frame, (drawn.at(-1)?.bottom ?? HEAD.bottom) + LANE.between));
  }
  const height = drawn.at(-1)?.bottom ?? HEAD.bottom;
  return {
    x: 0,
    y: 0,
    width,
    height,
    label,
    shapes: [
      ...agesBehind(frame, height),
      ...drawn.flatMap(({ shapes }) => shapes),
      { look: 'rule', d: drawn.map(({ bottom }) => line(0, bottom, width, bottom)).join('') },
    ],
    words: [...ageWords(frame), ...drawn.flatMap(({ words }) => words)],
  };
}

/** All services have their names if there is room for them; else those of lanes that have few. */
function mostNamed(lanes: readonly StripLane[], size: StripSize): number {
  const all = lanes.reduce((sum, { services }) => sum + services.length, 0);
  return all <= lanes.length * size.mostNamed ? all : size.mostNamed;
}

const birthdays: readonly number[] = [0, TWO_YEARS];

/** The first 1001 days are shaded; birth and two years, where services change, are the strongest lines. */
function agesBehind({ at }: StripFrame, height: number): Shape[] {
  const from = at(CHILDHOOD.from);
  const width = at(TWO_YEARS) - from;
  const upright = (month: number): string => line(at(month), HEAD.bottom, at(month), height);
  return [
    {
      look: 'early',
      d: rectangle({ x: from, y: HEAD.bottom, width, height: height - HEAD.bottom }),
    },
    { look: 'month', d: [...AGES.map(([month]) => month), CHILDHOOD.to].map(upright).join('') },
    { look: 'birthday', d: birthdays.map(upright).join('') },
    { look: 'birthday', d: line(from, HEAD.bracket, from + width, HEAD.bracket) },
  ];
}

function ageWords({ at, right }: StripFrame): Words[] {
  const y = HEAD.ages;
  return [
    {
      look: 'quiet',
      x: at(CHILDHOOD.from),
      y: HEAD.early,
      anchor: 'start',
      text: 'First 1001 days',
    },
    ...AGES.map(([month, text]): Words => {
      return { look: 'plain', x: tenth(at(month)), y, anchor: 'middle', text };
    }),
    { look: 'plain', x: right, y, anchor: 'end', text: '5 years' },
  ];
}

interface LaneMarks {
  readonly shapes: readonly Shape[];
  readonly words: readonly Words[];
  readonly bottom: number;
}

function laneMarks(lane: StripLane, frame: StripFrame, y: number): LaneMarks {
  const { at } = frame;
  const boxOf = ([from, to]: Span) => {
    return { x: at(from), y, width: at(to) - at(from), height: LANE.height };
  };
  const holes = lane.holes.map((hole) => holeMarks(boxOf(hole), hole, lane));
  const services = serviceMarks(lane.services, frame, y + LANE.height + LANE.below);
  return {
    shapes: [
      ...lane.offered.map((months): Shape => ({ look: 'offer', d: rectangle(boxOf(months)) })),
      ...holes.flatMap(({ shapes }) => shapes),
      ...services.shapes,
    ],
    words: [
      { look: 'head', x: 0, y: y + 16, anchor: 'start', text: lane.level },
      { look: 'quiet', x: 0, y: y + 34, anchor: 'start', text: lane.meaning },
      ...holes.flatMap(({ words }) => words),
      ...services.words,
    ],
    bottom: Math.max(services.bottom, y + 34) + LANE.gap,
  };
}
