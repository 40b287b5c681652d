/** What an instrument calls its levels, in full and short. */
import type { Level } from '../scoring/score.ts';
import type { Definition } from './definition.ts';

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
