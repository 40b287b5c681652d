/** The glyph of a level: four bars, filled up to the one reached. Always beside the level's word. */

interface Bar {
  readonly x: number;
  readonly y: number;
  readonly height: number;
  readonly reached: boolean;
}
export interface Steps {
  /** in px, as displayed */
  readonly width: number;
  readonly height: number;
  /** no level given: dashed outlines */
  readonly none: boolean;
  readonly bars: readonly Bar[];
}

/** 1 is 22 x 18 px, for text; 0.85 in cells, 1.2 in forms, 2 in a panel. */
export type StepsSize = 0.85 | 1 | 1.2 | 2;

const bars = [1, 2, 3, 4].map((level) => ({ level, x: (level - 1) * 6, height: 2 + level * 4 }));

/** @param level 0 to 4; null where none is given */
export function toSteps(level: number | null, size: StepsSize = 1): Steps {
  return {
    width: Math.round(22 * size * 10) / 10,
    height: Math.round(18 * size * 10) / 10,
    none: level === null,
    bars: bars.map((bar) => ({
      x: bar.x,
      y: 18 - bar.height,
      height: bar.height,
      reached: level !== null && bar.level <= level,
    })),
  };
}
