/** Babies in need as bars that end in their range, each over a bar for the families that services have room for. */
import { scaleLinear } from 'd3-scale';
import type { Range } from '../../../domain/needs/need.ts';
import { hatching, rectangle, tenth, type Drawing, type Shape, type Words } from './drawing.ts';

/** One pair of bars. */
export interface NeedBar {
  readonly name: string;
  readonly babies: Range;
  /** as the table says it: "65 to 80" */
  readonly babiesWords: string;
  /** null where nothing is to be compared; `count` null where it is not known */
  readonly room: { readonly count: number | null; readonly words: string } | null;
}

const WIDTH = 300;
/** right of the longest bar, for its figure */
const FIGURE_ROOM = 104;
const BAR = { name: 14, top: 20, babies: 16, gap: 3, room: 8, below: 16 } as const;

/** Null where nobody is in need. @param label says it in words */
export function needBars(bars: readonly NeedBar[], label: string): Drawing | null {
  const most = Math.max(0, ...bars.flatMap(({ babies, room }) => [babies[1], room?.count ?? 0]));
  if (most === 0) return null;
  const lengthOf = scaleLinear([0, most], [0, WIDTH - FIGURE_ROOM]);
  const tops = bars.map((_, n) => bars.slice(0, n).reduce((y, bar) => y + heightOf(bar), 0));
  const laid = bars.map((bar, n) => ({ bar, y: tops[n] ?? 0 }));
  return {
    x: 0,
    y: 0,
    width: WIDTH,
    height: bars.reduce((height, bar) => height + heightOf(bar), -BAR.below + 4),
    label,
    shapes: laid.flatMap(({ bar, y }) => shapesOf(bar, y, lengthOf)),
    words: laid.flatMap(({ bar, y }) => wordsOf(bar, y, lengthOf)),
  };
}

const roomTop = BAR.top + BAR.babies + BAR.gap;

function heightOf({ room }: NeedBar): number {
  return (room ? roomTop + BAR.room : BAR.top + BAR.babies) + BAR.below;
}

type Scale = (babies: number) => number;

/** Sure up to the low end, hatched from there to the high one. */
function shapesOf({ babies: [low, high], room }: NeedBar, y: number, lengthOf: Scale): Shape[] {
  const height = BAR.babies;
  const sure = { x: 0, y: y + BAR.top, width: lengthOf(low), height };
  const range = { ...sure, x: lengthOf(low), width: lengthOf(high) - lengthOf(low) };
  const families = { x: 0, y: y + roomTop, width: lengthOf(room?.count ?? 0), height: BAR.room };
  return [
    { look: 'offer', d: rectangle(sure) },
    ...(range.width > 0
      ? ([
          { look: 'hatch', d: hatching(range, 5) },
          { look: 'range', d: rectangle(range) },
        ] as const)
      : []),
    ...(families.width > 0 ? [{ look: 'room', d: rectangle(families) } as const] : []),
  ];
}

function wordsOf(bar: NeedBar, y: number, lengthOf: Scale): Words[] {
  const { name, babies, babiesWords, room } = bar;
  const beside = (length: number, bottom: number, text: string, look: Words['look']): Words => ({
    look,
    x: tenth(length + 6),
    y: y + bottom,
    anchor: 'start',
    text,
  });
  return [
    { look: 'plain', x: 0, y: y + BAR.name, anchor: 'start', text: name },
    beside(lengthOf(babies[1]), BAR.top + BAR.babies - 3, babiesWords, 'strong'),
    ...(room
      ? [beside(lengthOf(room.count ?? 0), roomTop + BAR.room + 2, room.words, 'figure')]
      : []),
  ];
}
