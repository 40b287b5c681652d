/** The geometry of money with an end: one line for each service, from today to the day on which its money ends. */
import { scaleUtc } from 'd3-scale';
import { circle, line, rectangle, tenth, type Drawing, type Shape, type Words } from './drawing.ts';

/** One service. */
export interface TimelineService {
  readonly text: string;
  /** "2027-03-31" */
  readonly ends: string;
  /** "31 Mar 2027" */
  readonly day: string;
  readonly state: 'ended' | 'soon' | 'later';
}
export interface TimelineFrame {
  /** "2026-11-21" */
  readonly today: string;
  /** until when money is at risk */
  readonly until: string;
}
/** In px. */
export interface TimelineSize {
  readonly width: number;
  /** of the column of names; 0: a name stands above its line */
  readonly left: number;
  /** kept free for the last day */
  readonly right: number;
  /** of a line, from one to the next */
  readonly pitch: number;
  /** of an average letter, generously */
  readonly letter: number;
  readonly ticks: number;
}
export const SCREEN: TimelineSize = {
  width: 1205,
  left: 440,
  right: 115,
  pitch: 26,
  letter: 6.8,
  ticks: 7,
};
export const NARROW: TimelineSize = {
  width: 288,
  left: 0,
  right: 96,
  pitch: 42,
  letter: 6.9,
  ticks: 3,
};
/** Of paper and of the PDF: the most that are drawn fill less than half a page. */
export const PRINT: TimelineSize = {
  width: 758,
  left: 310,
  right: 115,
  pitch: 18,
  letter: 6.8,
  ticks: 5,
};

/** More services than these are in the table below the drawing. */
export const MOST_DRAWN = 24;

const HEAD = { today: 12, years: 30, bottom: 38 } as const;
const ROW = { name: 16, below: 12 } as const;
const DOT = 4.5;
const GAP = 9;

/** From top to bottom in the order given. */
export function moneyTimeline(
  services: readonly TimelineService[],
  frame: TimelineFrame,
  size: TimelineSize,
  label: string,
): Drawing {
  const drawn = services.slice(0, MOST_DRAWN);
  const at = scaleOf(drawn, frame, size);
  const { pitch } = size;
  const bottom = HEAD.bottom + drawn.length * pitch;
  const rows = drawn.map((service, n) => {
    const y = HEAD.bottom + n * pitch + (size.left === 0 ? 30 : pitch / 2);
    return rowMarks(service, { at, frame, size, y });
  });
  return {
    x: 0,
    y: 0,
    width: size.width,
    height: bottom + ROW.below,
    label,
    shapes: [...behind({ at, frame, size }, bottom), ...rows.flatMap(({ shapes }) => shapes)],
    words: [...axisWords({ at, frame, size }), ...rows.flatMap(({ words }) => words)],
  };
}

type Scale = ReturnType<typeof scaleUtc<number, number>>;
interface Axis {
  readonly at: Scale;
  readonly frame: TimelineFrame;
  readonly size: TimelineSize;
}

const moment = (day: string): Date => new Date(`${day}T00:00:00Z`);

function scaleOf(services: readonly TimelineService[], frame: TimelineFrame, size: TimelineSize) {
  const days = [frame.today, frame.until, ...services.map(({ ends }) => ends)].toSorted();
  const [from = frame.today, to = frame.until] = [days[0], days.at(-1)];
  return scaleUtc([moment(from), moment(to)], [size.left + DOT, size.width - DOT - size.right]);
}

/** What is at risk is shaded; today is the strongest line. */
function behind({ at, frame, size }: Axis, bottom: number): Shape[] {
  const [today, until] = [at(moment(frame.today)), at(moment(frame.until))];
  const upright = (x: number): string => line(x, HEAD.bottom, x, bottom);
  return [
    {
      look: 'early',
      d: rectangle({
        x: today,
        y: HEAD.bottom,
        width: until - today,
        height: bottom - HEAD.bottom,
      }),
    },
    {
      look: 'month',
      d: at
        .ticks(size.ticks)
        .map((tick) => upright(at(tick)))
        .join(''),
    },
    { look: 'birthday', d: upright(today) },
  ];
}

const months = new Intl.DateTimeFormat('en-GB', {
  month: 'short',
  year: 'numeric',
  timeZone: 'UTC',
});
const TICK_WIDTH = 66;

function axisWords({ at, frame, size }: Axis): Words[] {
  const today = at(moment(frame.today));
  const ticks: Words[] = [];
  for (const tick of at.ticks(size.ticks)) {
    const x = tenth(at(tick));
    const fits = x > size.left + TICK_WIDTH / 2 && x < size.width - TICK_WIDTH / 2;
    if (!fits || x - (ticks.at(-1)?.x ?? -TICK_WIDTH) < TICK_WIDTH) continue;
    ticks.push({ look: 'plain', x, y: HEAD.years, anchor: 'middle', text: months.format(tick) });
  }
  return [
    { look: 'strong', x: tenth(today), y: HEAD.today, anchor: 'start', text: 'Today' },
    ...ticks,
  ];
}

function rowMarks(
  { text, ends, day, state }: TimelineService,
  { at, frame, size, y }: Axis & { readonly y: number },
): { readonly shapes: readonly Shape[]; readonly words: readonly Words[] } {
  const [today, end] = [at(moment(frame.today)), at(moment(ends))];
  const toRight = Math.max(today, end) + GAP + day.length * size.letter <= size.width;
  const most = Math.floor((size.left === 0 ? size.width : size.left - GAP) / size.letter);
  const letters = Array.from(text);
  const name =
    letters.length <= most
      ? text
      : `${letters
          .slice(0, most - 1)
          .join('')
          .trimEnd()}…`;
  const look = { ended: 'planned', soon: 'ending', later: 'service' } as const;
  return {
    shapes: [
      { look: look[state], d: line(today, y, end, y) },
      { look: state === 'ended' ? 'open' : 'dot', d: circle(end, y, DOT) },
    ],
    words: [
      {
        look: size.left === 0 ? 'name' : 'plain',
        x: 0,
        y: tenth(size.left === 0 ? y - ROW.name : y + 4.5),
        anchor: 'start',
        text: name,
      },
      {
        look: 'name',
        x: tenth(toRight ? Math.max(today, end) + GAP : end - GAP),
        y: tenth(y + 4.5),
        anchor: toRight ? 'start' : 'end',
        text: day,
      },
    ],
  };
}
