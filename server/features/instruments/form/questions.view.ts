/** The simple questions of a form, each with the room that its answer takes. */
import { conditionWords } from '../../../domain/instrument/condition-words.ts';
import type { Definition, SimpleItem } from '../../../domain/instrument/definition.ts';
import { toAnswer, type AnswerView } from './answer.view.ts';
import type { Numbering } from './numbers.ts';

export interface QuestionView {
  readonly number: number;
  readonly text: string;
  readonly help: string;
  readonly needed: boolean;
  /** "Only if question 23 (“Funding”) is Fixed term."; '' where always */
  readonly condition: string;
}
export type QuestionsView = readonly (
  | { readonly kind: 'question'; readonly question: QuestionView; readonly answer: AnswerView }
  /** questions in a row that offer the same choices share a table */
  | {
      readonly kind: 'grid';
      readonly choices: readonly string[];
      readonly questions: readonly QuestionView[];
    }
)[];

interface Asked {
  readonly question: QuestionView;
  readonly answer: AnswerView;
}

/** @param brief choices are explained elsewhere: the form is copied many times */
export function toQuestions(
  items: readonly SimpleItem[],
  definition: Definition,
  numbers: Numbering,
  brief: boolean,
): QuestionsView {
  const asked = items.map((item) => ({
    question: toQuestion(item, numbers),
    answer: toAnswer(item, definition, brief),
  }));
  return inGroups(asked).flatMap((group): QuestionsView => {
    const choices = group[0] && sharedChoices(group[0]);
    return group.length > 1 && choices
      ? [{ kind: 'grid', choices, questions: group.map(({ question }) => question) }]
      : group.map((one) => ({ kind: 'question', ...one }));
  });
}

function toQuestion(item: SimpleItem, numbers: Numbering): QuestionView {
  return {
    number: numbers.of(item.id),
    text: item.text,
    help: item.help ?? '',
    needed: item.required ?? false,
    condition: item.when ? `Only if ${conditionWords(item.when, numbers)}.` : '',
  };
}

const MOST_SHARED = 5;

/** The choices as columns of a table; none where they have to be explained or are too many. */
function sharedChoices({ answer }: Asked): readonly string[] | undefined {
  if (answer.kind !== 'ticks' || answer.many || answer.choices.length > MOST_SHARED) return;
  return answer.choices.every(({ help, label }) => help === '' && label.length <= 16)
    ? answer.choices.map(({ label }) => label)
    : undefined;
}

function inGroups(asked: readonly Asked[]): Asked[][] {
  const groups: Asked[][] = [];
  for (const one of asked) {
    const last = groups.at(-1);
    const choices = sharedChoices(one)?.join('\n');
    const isSame = last?.[0] && choices && sharedChoices(last[0])?.join('\n') === choices;
    if (isSame) last.push(one);
    else groups.push([one]);
  }
  return groups;
}
