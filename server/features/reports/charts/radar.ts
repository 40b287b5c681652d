/** The geometry of the profile radar: a Place's level on every domain, this round and the round before. */
import { scaleLinear } from 'd3-scale';
import { areaRadial, curveLinear, curveLinearClosed, lineRadial } from 'd3-shape';
import { circle, inLines, line, tenth, type Drawing, type Shape, type Words } from './drawing.ts';

/** One domain. Levels are 0 to 4. */
export interface RadarAxis {
  readonly name: string;
  /** null where no level is known: the line breaks */
  readonly level: number | null;
  /** the level is the median of a split that is not agreed: a hollow point */
  readonly open: boolean;
  /** lowest and highest level given, where agencies are split and this may be seen */
  readonly spread: readonly [lowest: number, highest: number] | null;
  /** of the round before */
  readonly before: number | null;
}

const SIZE = { width: 440, height: 304 } as const;
const LEVELS = [0, 1, 2, 3, 4] as const;
/** with fewer domains there is no surface */
const FEWEST = 3;
/** Level 0 has a ring of its own: points on one spot would not tell their domains apart. */
const radius = scaleLinear([0, 4], [14, 108]);
const LABEL_RADIUS = 121.5;
const LINE_HEIGHT = 14;
/** above and below the web, between the names beside */
const MIDDLE_ROOM = 98;
/** of an average letter, generously */
const LETTER_WIDTH = 7.5;
/** where a domain without a level has its question mark */
const UNKNOWN_AT = radius(2);

/** Null for fewer than three domains, and where no level is known in either round. */
export function radar(axes: readonly RadarAxis[], label: string): Drawing | null {
  const isKnown = axes.some(({ level, before }) => level !== null || before !== null);
  if (axes.length < FEWEST || !isKnown) return null;
  return {
    ...SIZE,
    x: -SIZE.width / 2,
    y: -SIZE.height / 2,
    label,
    shapes: [...web(axes.length), ...profiles(axes), ...points(axes)],
    words: [...figures(), ...unknowns(axes), ...axes.flatMap((axis, n) => name(axis, n, axes))],
  };
}

const angleOf = (n: number, count: number): number => (2 * Math.PI * n) / count;

function pointAt(distance: number, n: number, count: number): { x: number; y: number } {
  const angle = angleOf(n, count);
  return { x: tenth(distance * Math.sin(angle)), y: tenth(-distance * Math.cos(angle)) };
}

/** Rings for the levels, a spoke for every domain. */
function web(count: number): Shape[] {
  const domains = Array.from({ length: count }, (_, n) => n);
  const rings = LEVELS.map((level): Shape => {
    const ring = profileLine(domains.map(() => level));
    return { look: level === 4 ? 'rim' : 'ring', d: ring };
  });
  const spokes = domains.map((n) => {
    const [inner, outer] = [pointAt(radius(0), n, count), pointAt(radius(4), n, count)];
    return line(inner.x, inner.y, outer.x, outer.y);
  });
  return [...rings, { look: 'spoke', d: spokes.join('') }];
}

function profiles(axes: readonly RadarAxis[]): Shape[] {
  const [now, before] = [axes.map(({ level }) => level), axes.map((axis) => axis.before)];
  const shapes: readonly Shape[] = [
    { look: 'area', d: profileArea(now) },
    { look: 'before', d: profileLine(before) },
    { look: 'now', d: profileLine(now) },
  ];
  return shapes.filter(({ d }) => d !== '');
}

interface Vertex {
  readonly n: number;
  readonly level: number | null;
}

/** A line from known level to known level, closed if all are known; it is not led over a domain without one. */
export function profileLine(levels: readonly (number | null)[]): string {
  const path = lineRadial<Vertex>()
    .defined(({ level }) => level !== null)
    .angle(({ n }) => angleOf(n, levels.length))
    .radius(({ level }) => radius(level ?? 0))
    .curve(levels.includes(null) ? curveLinear : curveLinearClosed)
    .digits(1);
  return path(vertices(levels)) ?? '';
}

/** The surface within that line; at a gap it goes back to the centre. */
function profileArea(levels: readonly (number | null)[]): string {
  if (!levels.includes(null)) return profileLine(levels);
  const path = areaRadial<Vertex>()
    .defined(({ level }) => level !== null)
    .angle(({ n }) => angleOf(n, levels.length))
    .innerRadius(0)
    .outerRadius(({ level }) => radius(level ?? 0))
    .digits(1);
  return path(vertices(levels)) ?? '';
}

/** Begun after a gap, if there is one, so that the first domain is joined to the last. */
function vertices(levels: readonly (number | null)[]): Vertex[] {
  const all = levels.map((level, n) => ({ n, level }));
  const gap = levels.indexOf(null);
  return gap < 0 ? all : [...all.slice(gap), ...all.slice(0, gap)];
}

/** Above the lines: how far a split reaches, then the points, hollow where nothing is agreed. */
function points(axes: readonly RadarAxis[]): Shape[] {
  const spreads = axes.flatMap(({ spread }, n): Shape[] => {
    if (spread === null) return [];
    const [from, to] = spread.map((level) => pointAt(radius(level), n, axes.length));
    return from && to ? [{ look: 'spread', d: line(from.x, from.y, to.x, to.y) }] : [];
  });
  const marks = axes.map(({ level, open }, n): Shape => {
    const { x, y } = pointAt(level === null ? UNKNOWN_AT : radius(level), n, axes.length);
    if (level === null) return { look: 'unknown', d: circle(x, y, 9) };
    return { look: open ? 'open' : 'dot', d: circle(x, y, open ? 4.2 : 4) };
  });
  return [...spreads, ...marks];
}

function unknowns(axes: readonly RadarAxis[]): Words[] {
  return axes.flatMap(({ level }, n): Words[] => {
    if (level !== null) return [];
    const { x, y } = pointAt(UNKNOWN_AT, n, axes.length);
    return [{ look: 'strong', x, y: tenth(y + 4.7), anchor: 'middle', text: '?' }];
  });
}

/** The levels' figures, right of the first spoke. */
function figures(): Words[] {
  return LEVELS.map((level) => ({
    look: 'figure',
    x: 5,
    y: tenth(-radius(level) + 12),
    anchor: 'start',
    text: String(level),
  }));
}

/** The domain's name in short lines around the end of its spoke, turned away from the centre. */
function name({ name: text }: RadarAxis, n: number, axes: readonly RadarAxis[]): Words[] {
  const angle = angleOf(n, axes.length);
  const { x, y } = pointAt(LABEL_RADIUS, n, axes.length);
  const anchor = anchorAt(Math.sin(angle));
  const room = anchor === 'middle' ? MIDDLE_ROOM : SIZE.width / 2 - Math.abs(x);
  const lines = inLines(text, Math.floor(room / LETTER_WIDTH));
  // more than two lines would reach into the web at the top and at the bottom
  const outwards = -Math.cos(angle) * Math.max(0, lines.length - 2) * (LINE_HEIGHT / 2);
  const first = y + outwards - ((lines.length - 1) / 2) * LINE_HEIGHT + 4;
  return lines.map((words, index) => ({
    look: 'plain',
    x,
    y: tenth(first + index * LINE_HEIGHT),
    anchor,
    text: words,
  }));
}

function anchorAt(sine: number): Words['anchor'] {
  if (Math.abs(sine) < 0.1) return 'middle';
  return sine > 0 ? 'start' : 'end';
}
