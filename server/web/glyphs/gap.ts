/** The geometry of an equity gap: a dot per Place over the levels 0 to 4, and a line from the lowest to the highest. */

export interface GapPoint {
  /** 0 to 4 */
  readonly level: number;
  /** rests on a split that is not agreed: hollow */
  readonly open: boolean;
}
interface Dot {
  readonly x: number;
  readonly y: number;
  readonly open: boolean;
}
/** 88 x 40 px, drawn from the top down. */
export interface GapGlyph {
  readonly ticks: readonly number[];
  readonly line: readonly { readonly from: number; readonly to: number }[];
  readonly dots: readonly Dot[];
}

const LOWEST_DOT = 30;
const PITCH = 5.4;
const at = (level: number): number => 6 + level * 19;

/** Settled Places stand lowest; more than fit stand closer. */
export function gapGlyph(points: readonly GapPoint[]): GapGlyph {
  const levels = points.map(({ level }) => level);
  const [lowest, highest] = [Math.min(...levels), Math.max(...levels)];
  const columns = [0, 1, 2, 3, 4].map((level) =>
    points
      .filter((point) => point.level === level)
      .toSorted((one, other) => Number(one.open) - Number(other.open)),
  );
  const fullest = Math.max(...columns.map(({ length }) => length));
  const pitch = Math.min(PITCH, (LOWEST_DOT - 3) / Math.max(1, fullest - 1));
  return {
    ticks: columns.map((_, level) => at(level)),
    line: highest > lowest ? [{ from: at(lowest), to: at(highest) }] : [],
    dots: columns.flatMap((column, level) =>
      column.map(({ open }, n) => ({
        x: at(level),
        y: Math.round((LOWEST_DOT - n * pitch) * 10) / 10,
        open,
      })),
    ),
  };
}
