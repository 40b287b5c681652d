/** The parts of an answer as its history tells them, each of which can be brought back by itself. */
import type { LevelAnswer, SimpleAnswer } from '../../domain/answers/answers.ts';
import type { Part } from '../../domain/answers/history.ts';
import {
  levelPartId,
  levelParts,
  levelPartValue,
  type LevelPart,
} from '../../domain/answers/level-parts.ts';
import { withParts } from '../../domain/answers/merge-level.ts';
import { answerWords, type WordsContext } from '../../domain/answers/words.ts';
import type { Definition, LevelItem, SimpleItem } from '../../domain/instrument/definition.ts';
import type { Mark } from '../../domain/scoring/score.ts';
import { markLabels } from './level.names.ts';
import { CLEARED } from './state.ts';
import { chosenWord, writtenTerms } from './summary.view.ts';
import { levelWord } from './suggestion.view.ts';

/** Of an answer as it is stored. */
export interface AnswerPart extends Part<unknown> {
  /** one of many statements: told in short where several change at once */
  readonly isMark: boolean;
  /** the answer with this part as it was in another; `answer` undefined where there is none now */
  readonly take: (answer: unknown, old: unknown) => unknown;
}

export type AskedItem = LevelItem | SimpleItem;

export function partsOf(item: AskedItem, context: WordsContext): readonly AnswerPart[] {
  if (item.type !== 'level') return [wholeAnswer(item, context)];
  return levelParts(item).map((part) => ofLevel(item, part, context.definition));
}

/** A simple answer is one thing. */
function wholeAnswer(item: SimpleItem, context: WordsContext): AnswerPart {
  return {
    id: 'answer',
    term: item.label ?? item.text,
    isMark: false,
    valueOf: (answer) => (answer === CLEARED ? undefined : answer),
    wordsOf: (answer) => answerWords(item, answer as SimpleAnswer, context).join('\n'),
    take: (_, old) => old,
  };
}

const none: LevelAnswer = { criteria: {} };

function ofLevel(item: LevelItem, part: LevelPart, definition: Definition): AnswerPart {
  return {
    id: levelPartId(part),
    term: termOf(item, part, definition),
    isMark: part.kind === 'mark',
    valueOf: (answer) => levelPartValue(answer as LevelAnswer, part),
    wordsOf: (answer) => wordsOf(answer as LevelAnswer, part, definition),
    take: (answer, old) =>
      withParts((answer ?? none) as LevelAnswer, old as LevelAnswer, [levelPartId(part)]),
  };
}

function termOf({ descriptors }: LevelItem, part: LevelPart, definition: Definition): string {
  if (part.kind === 'level') return 'Level';
  if (part.kind !== 'mark') return writtenTerms[part.kind];
  const of = descriptors.find(({ criteria }) => criteria.some(({ id }) => id === part.criterion));
  const text = of?.criteria.find(({ id }) => id === part.criterion)?.text ?? part.criterion;
  return of ? `${levelWord(definition, of.level)}: ${text}` : text;
}

function wordsOf(answer: LevelAnswer, part: LevelPart, definition: Definition): string {
  if (part.kind === 'level') return chosenWord(definition, answer);
  if (part.kind === 'links') return (answer.links ?? []).join('\n');
  if (part.kind !== 'mark') return answer[part.kind] ?? '';
  const mark = levelPartValue(answer, part) as Mark | undefined;
  return mark === undefined ? '' : markLabels[mark];
}
