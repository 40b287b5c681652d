/** How reports put colours, levels, numbers and lists in words. */
import type { Definition } from '../../domain/instrument/definition.ts';
import type { Level } from '../../domain/scoring/score.ts';

export { andList, capital, counted, inWords, lower } from '../../web/english.ts';
export { toRag, type RagView } from '../../web/glyphs/rag.ts';

/** What the instrument calls its levels. */
export interface LevelWords {
  readonly word: (level: Level) => string;
  readonly short: (level: Level) => string;
  /** 0 to 4 */
  readonly all: readonly string[];
}

export function levelWords({ levels = [] }: Pick<Definition, 'levels'>): LevelWords {
  const of = (level: Level) => levels.find((known) => known.level === level);
  const word = (level: Level): string => of(level)?.word ?? `Level ${level}`;
  return {
    word,
    short: (level) => of(level)?.short ?? word(level),
    all: ([0, 1, 2, 3, 4] as const).map(word),
  };
}

/** Two decimals, with a real minus sign. */
export function decimal(figure: number): string {
  return figure.toFixed(2).replace('-', '−');
}
