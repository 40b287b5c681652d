/** A stored domain answer as the form that would have sent it, so that a page is drawn from a form alone. */
import type { LevelAnswer } from '../../domain/answers/answers.ts';
import type { LevelItem } from '../../domain/instrument/definition.ts';
import {
  CANT_SAY,
  criterionName,
  levelName,
  levelTexts,
  linksName,
  textName,
} from './level.names.ts';

type Pair = [name: string, value: string];

/** `parseLevel` of what these make is what went in. */
export function levelPairs(item: LevelItem, answer: LevelAnswer): Pair[] {
  const criteria = Object.entries(answer.criteria).map(([id, mark]): Pair => [
    criterionName(item, id),
    mark,
  ]);
  const texts = levelTexts.flatMap((text): Pair[] => {
    const value = answer[text];
    return value === undefined ? [] : [[textName(item, text), value]];
  });
  const links = (answer.links ?? []).map((link): Pair => [linksName(item), link]);
  return [...criteria, ...levelPair(item, answer), ...texts, ...links];
}

function levelPair(item: LevelItem, { level }: LevelAnswer): Pair[] {
  if (level === undefined) return [];
  return [[levelName(item), level === null ? CANT_SAY : String(level)]];
}
