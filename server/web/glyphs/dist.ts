/** The geometry of a distribution: one mark per assigned agency over the levels 0 to 4, and a sixth column for no level. */

export interface DistFacts {
  /** how many gave each level, 0 to 4 */
  readonly counts: readonly number[];
  /** how many can't say */
  readonly cant: number;
  /** how many were asked and have not answered */
  readonly silent: number;
  readonly median: number | null;
  readonly agreed: number | null;
  readonly split: boolean;
  /** what each level is called, 0 to 4 */
  readonly words: readonly string[];
}

/** `dist-axis`: the figures under which distributions stand, once in the table's head. */
export type DistAxis = Record<string, never>;

interface Point {
  readonly x: number;
  readonly y: number;
}
interface Box extends Point {
  readonly width: number;
  readonly height: number;
}
/** Drawn from the top down, in px. Lists hold one shape or none where a shape is optional. */
export interface DistGlyph {
  readonly width: number;
  readonly height: number;
  /** the same in words */
  readonly label: string;
  /** y of the axis */
  readonly base: number;
  /** left ends of the columns' lines, 34 px long; the sixth is for no level */
  readonly axis: readonly number[];
  readonly tint: readonly Box[];
  readonly discs: readonly Point[];
  readonly rings: readonly Point[];
  readonly crosses: readonly Point[];
  readonly bars: readonly (Box & { readonly count: number; readonly none: boolean })[];
  /** path data */
  readonly bracket: readonly string[];
  readonly agreed: readonly string[];
  readonly median: readonly string[];
}

const COLUMN = 38;
const GAP = 16;
const PITCH = 11;
const PER_ROW = 3;
/** from this many in a column on, bars with their number */
const MANY = 10;
const NONE = 5;

const left = (column: number): number => column * COLUMN + (column === NONE ? GAP : 0);
const centre = (column: number): number => left(column) + COLUMN / 2;
const round = (figure: number): number => Math.round(figure * 10) / 10;

/** Where a column's marks stand: three to a row, centred, upwards from the axis. */
function stack(column: number, total: number, base: number): Point[] {
  return Array.from({ length: total }, (_, at) => {
    const row = Math.floor(at / PER_ROW);
    const inRow = Math.min(PER_ROW, total - row * PER_ROW);
    const offset = (at % PER_ROW) - (inRow - 1) / 2;
    return { x: round(centre(column) + offset * PITCH), y: base - 6 - row * PITCH };
  });
}

function barsOf(columns: readonly number[], base: number): DistGlyph['bars'] {
  const highest = Math.max(...columns);
  return columns.flatMap((count, column) => {
    const height = round((count / highest) * (base - 16));
    const box = { x: left(column) + 6, y: round(base - height), width: COLUMN - 12, height };
    return count === 0 ? [] : [{ ...box, count, none: column === NONE }];
  });
}

function bracketOf({ counts, split }: DistFacts, base: number): string[] {
  const lowest = counts.findIndex((count) => count > 0);
  const highest = counts.findLastIndex((count) => count > 0);
  if (!split || lowest < 0) return [];
  const [from, to] = [centre(lowest), centre(highest)];
  return [`M${from} ${base + 3}v5H${to}v-5`];
}

type Word = (level: number) => string;

/** "1 at Foundations, 2 at Early growth; 1 can’t say. Median: Early growth; split." */
function labelOf(facts: DistFacts): string {
  const word: Word = (level) => facts.words[level] ?? `Level ${level}`;
  return [answersOf(facts, word), outcomeOf(facts, word)]
    .filter((parts) => parts.length > 0)
    .map((parts) => `${parts.join('; ')}.`)
    .join(' ');
}

function answersOf({ counts, cant, silent }: DistFacts, word: Word): string[] {
  const given = counts.flatMap((count, level) => (count > 0 ? [`${count} at ${word(level)}`] : []));
  return [
    given.join(', ') || 'No levels given',
    ...(cant > 0 ? [`${cant} can’t say`] : []),
    ...(silent > 0 ? [`${silent} not answered`] : []),
  ];
}

function outcomeOf({ median, agreed, split }: DistFacts, word: Word): string[] {
  const level = agreed ?? median;
  const basis = agreed === null ? 'Median' : 'Agreed';
  return [...(level === null ? [] : [`${basis}: ${word(level)}`]), ...(split ? ['split'] : [])];
}

/** One triangle: filled for the agreed level, hollow for the median before there is one. */
function triangles({ median, agreed }: DistFacts, base: number) {
  const at = (level: number, drop: number, shape: string): string =>
    `M${centre(level)} ${base + drop}${shape}`;
  return {
    agreed: agreed === null ? [] : [at(agreed, 2, 'l6 9h-12z')],
    median: agreed !== null || median === null ? [] : [at(median, 3, 'l5 7.5h-10z')],
  };
}

/** 244 px wide; as high as its fullest column needs. */
export function distGlyph(facts: DistFacts): DistGlyph {
  const { counts, cant, silent, agreed } = facts;
  const columns = [...counts, cant + silent];
  const many = Math.max(...columns) >= MANY;
  const rows = many ? 4 : Math.max(2, ...columns.map((count) => Math.ceil(count / PER_ROW)));
  const base = 6 + rows * PITCH;
  const none = many ? [] : stack(NONE, cant + silent, base);
  return {
    width: COLUMN * 6 + GAP,
    height: base + 12,
    label: labelOf(facts),
    base,
    axis: columns.map((_, column) => left(column) + 2),
    tint: agreed === null ? [] : [{ x: left(agreed) + 1, y: 0, width: COLUMN - 2, height: base }],
    discs: many ? [] : counts.flatMap((count, level) => stack(level, count, base)),
    rings: none.slice(0, cant),
    crosses: none.slice(cant),
    bars: many ? barsOf(columns, base) : [],
    bracket: bracketOf(facts, base),
    ...triangles(facts, base),
  };
}
