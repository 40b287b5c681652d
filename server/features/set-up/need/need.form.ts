/** The form of a Place's births and need: which questions it has, and what was sent of them. */
import { ageWords } from '../../../domain/answers/age-words.ts';
import type { SimpleAnswers } from '../../../domain/answers/answers.ts';
import { missingInSimple } from '../../../domain/answers/completeness.ts';
import type { Part } from '../../../domain/answers/history.ts';
import { answerWords } from '../../../domain/answers/words.ts';
import { AppError } from '../../../domain/errors.ts';
import { choicesIn } from '../../../domain/instrument/choices.ts';
import type { Definition, SimpleItem } from '../../../domain/instrument/definition.ts';
import { isSimple, itemsOf } from '../../../domain/instrument/items.ts';
import { parseAnswers } from '../../../web/fields/answers.parse.ts';
import type { FieldContext, FieldFault } from '../../../web/fields/field.ts';
import { strangeNames } from '../../../web/fields/names.ts';
import type { Form } from '../../../web/form.ts';
import { revisionOf } from '../things.form.ts';

export interface NeedQuestions {
  readonly definition: Definition;
  readonly items: readonly SimpleItem[];
  readonly fields: FieldContext;
}

export function questionsOf(definition: Definition): NeedQuestions {
  const items = itemsOf(definition)
    .map(({ item }) => item)
    .filter(isSimple);
  return { definition, items, fields: { ageWords, choicesOf: choicesIn(definition, []) } };
}

export interface SentNeed {
  readonly answers: SimpleAnswers;
  readonly faults: readonly FieldFault[];
  /** that the form started from */
  readonly revision: number;
}

/** Nothing is stored that lacks what is asked for: a report would be made from it. */
export function parseNeed({ items, fields }: NeedQuestions, form: Form): SentNeed {
  if (strangeNames(items, form, ['_csrf', 'revision']).length > 0) {
    throw new AppError('bad-request', 'The form holds a field that this page does not have.');
  }
  const { answers, faults } = parseAnswers(items, form, fields);
  const missing = missingInSimple(items, answers).filter(
    ({ itemId }) => !faults.some((fault) => fault.itemId === itemId),
  );
  const order = items.map(({ id }) => id);
  const all = [...faults, ...missing].toSorted(
    (one, other) => order.indexOf(one.itemId) - order.indexOf(other.itemId),
  );
  return { answers, faults: all, revision: revisionOf(form) };
}

/** Each question is a part of its own. */
export function needParts({ definition, items }: NeedQuestions): readonly Part<SimpleAnswers>[] {
  const context = { definition, places: new Map<string, string>() };
  return items.map((item) => {
    const valueOf = (answers: SimpleAnswers) =>
      Object.hasOwn(answers, item.id) ? answers[item.id] : undefined;
    return {
      id: item.id,
      term: item.label ?? item.text,
      valueOf,
      wordsOf: (answers) => answerWords(item, valueOf(answers), context).join('\n'),
    };
  });
}
