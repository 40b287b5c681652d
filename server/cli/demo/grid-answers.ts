/** Makes a believable answer to a domain from the level that an invented agency chose. */
import type { LevelAnswer } from '../../domain/answers/answers.ts';
import type { LevelItem } from '../../domain/instrument/definition.ts';
import type { Level, Mark } from '../../domain/scoring/score.ts';
import type { SeedAnswer } from './seed.types.ts';

/** Met up to the level; half-way beyond it: the first criterion of the next level partly, the others not or unknown. */
function markOf(level: number, at: number, index: number): Mark {
  if (at <= level) return 'met';
  if (at > level + 1) return 'not';
  if (index === 0) return 'partly';
  return index % 2 === 0 ? 'unknown' : 'not';
}

/** @param chosen null is "We can't say": every criterion not known */
export function gridAnswer(
  item: LevelItem,
  chosen: number | null,
  { marksAs, ...said }: SeedAnswer,
): LevelAnswer {
  const criteria: Record<string, Mark> = {};
  for (const { level, criteria: asked } of item.descriptors) {
    asked.forEach(({ id }, index) => {
      criteria[id] = chosen === null ? 'unknown' : markOf(marksAs ?? chosen, level, index);
    });
  }
  return { criteria, level: chosen as Level | null, ...said };
}

/** A row of the files as levels: null for "We can't say", undefined for not answered. */
export function levelsOf(row: string): (number | null | undefined)[] {
  return Array.from(row, (sign) => {
    if (sign === '.') return undefined;
    return sign === '?' ? null : Number(sign);
  });
}
