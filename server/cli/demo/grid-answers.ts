/** Makes a believable answer to a domain from the level that an invented agency chose. */
import type { LevelAnswer } from '../../domain/answers/answers.ts';
import type { LevelItem } from '../../domain/instrument/definition.ts';
import type { Level, Mark } from '../../domain/scoring/score.ts';

/** Met up to the level; half-way beyond it: the first criterion of the next level met, the others partly or not. */
function markOf(level: number, at: number, index: number): Mark {
  if (at <= level) return 'met';
  if (at > level + 1) return 'not';
  if (index === 0) return 'partly';
  return index % 2 === 0 ? 'unknown' : 'not';
}

/** @param chosen null is "We can't say": every criterion not known */
export function gridAnswer(item: LevelItem, chosen: number | null, evidence: string): LevelAnswer {
  const criteria: Record<string, Mark> = {};
  for (const { level, criteria: asked } of item.descriptors) {
    asked.forEach(({ id }, index) => {
      criteria[id] = chosen === null ? 'unknown' : markOf(chosen, level, index);
    });
  }
  const answer = { criteria, level: chosen as Level | null };
  return chosen !== null && chosen >= 2 ? { ...answer, evidence } : answer;
}
