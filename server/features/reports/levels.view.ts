/** The colour that each level has in this round, as it was fixed at its opening (Design 4.6). */
import type { Grid } from '../../results/grid.ts';
import { toRag, type RagView } from './words.ts';

export interface LevelColourView {
  readonly level: number;
  readonly word: string;
  readonly rag: RagView;
}

/** A report whose paper explains the colours of its levels. */
export interface HasLevels {
  /** 0 to 4; empty where the round asks no grid */
  readonly levels: readonly LevelColourView[];
}

/** 0 to 4; empty where the round asks no grid. */
export function levelColours(grid: Grid | null): LevelColourView[] {
  if (!grid) return [];
  return grid.words.all.map((word, level) => ({
    level,
    word,
    rag: toRag(grid.bands.find(({ from, to }) => from <= level && level <= to)?.rag ?? 'white'),
  }));
}
