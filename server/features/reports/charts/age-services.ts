/** The services of a lane as thin lines below it: who makes the offer, and at which ages. */
import { CHILDHOOD } from '../../../domain/elements/age-lanes.ts';
import { line, tenth, type Shape, type Words } from './drawing.ts';
import type { StripService } from './strip.ts';

/** Where an age stands, and how far words may go. */
export interface StripFrame {
  readonly at: (month: number) => number;
  readonly right: number;
  /** more services than these are lines without names, close together: the list below the strip names them */
  readonly mostNamed: number;
  /** from one service to the next; a name above its line takes more */
  readonly pitch: number;
  /** width of an average letter, generously */
  readonly letter: number;
}

const NAME = { gap: 7, drop: 4.5, above: 13, rise: 6 } as const;
const BELOW_CLOSE = 21;
const CLOSE = 7;
const MOST_LINES = 32;

interface ServiceMarks {
  readonly shapes: readonly Shape[];
  readonly words: readonly Words[];
  /** of the last line, or where the first would have been */
  readonly bottom: number;
}

/** @param y of the first line */
export function serviceMarks(
  services: readonly StripService[],
  frame: StripFrame,
  y: number,
): ServiceMarks {
  return services.length > frame.mostNamed
    ? closeLines(services, frame, y)
    : namedLines(services, frame, y);
}

function namedLines(services: readonly StripService[], frame: StripFrame, y: number): ServiceMarks {
  const shapes: Shape[] = [];
  const words: Words[] = [];
  let next = y;
  for (const service of services) {
    const [from, to] = ends(service, frame);
    const name = nameBeside(service.text, { from, to }, frame);
    const at = name.above ? next + NAME.above : next;
    shapes.push({ look: service.look, d: line(from, at, to, at) });
    words.push({
      look: 'name',
      x: tenth(name.x),
      y: tenth(name.above ? at - NAME.rise : at + NAME.drop),
      anchor: name.anchor,
      text: name.text,
    });
    next = at + frame.pitch;
  }
  return { shapes, words, bottom: next - frame.pitch };
}

interface Name {
  readonly x: number;
  readonly anchor: Words['anchor'];
  readonly above: boolean;
  readonly text: string;
}

/** Right of the line, else left of it, else above it, shortened to fit. */
function nameBeside(
  text: string,
  { from, to }: { readonly from: number; readonly to: number },
  { at, right, letter }: StripFrame,
): Name {
  const left = at(CHILDHOOD.from);
  const width = text.length * letter;
  if (to + NAME.gap + width <= right) {
    return { x: to + NAME.gap, anchor: 'start', above: false, text };
  }
  if (from - NAME.gap - width >= left) {
    return { x: from - NAME.gap, anchor: 'end', above: false, text };
  }
  const most = Math.floor((right - left) / letter);
  const shown = text.length <= most ? text : `${text.slice(0, most - 1).trimEnd()}…`;
  const x = Math.max(left, Math.min(from, right - width));
  return { x, anchor: 'start', above: true, text: shown };
}

function closeLines(services: readonly StripService[], frame: StripFrame, y: number): ServiceMarks {
  const shown = services.slice(0, MOST_LINES);
  const shapes = shown.map((service, n): Shape => {
    const [from, to] = ends(service, frame);
    const at = y + n * CLOSE;
    return { look: service.look, d: line(from, at, to, at) };
  });
  const below = y + (shown.length - 1) * CLOSE + BELOW_CLOSE;
  const more = services.length > shown.length ? `, ${shown.length} of them drawn` : '';
  const text = `${services.length} services${more}`;
  return {
    shapes,
    words: [{ look: 'quiet', x: frame.at(CHILDHOOD.from), y: below, anchor: 'start', text }],
    bottom: below,
  };
}

/** A service may go on beyond five. */
function ends({ ages: [from, to] }: StripService, { at }: StripFrame): [number, number] {
  return [at(Math.max(from, CHILDHOOD.from)), at(Math.min(to, CHILDHOOD.to))];
}
