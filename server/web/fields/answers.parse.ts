/** Reads the answers to a list of items from a form. */
import type { Form } from '../form.ts';
import type { SimpleAnswer, SimpleAnswers } from '../../domain/answers/answers.ts';
import type { SimpleItem } from '../../domain/instrument/definition.ts';
import type { FieldContext, FieldFault } from './field.ts';
import { parseItem } from './item.parse.ts';

export interface ParsedAnswers {
  /** only what was answered */
  readonly answers: SimpleAnswers;
  readonly faults: readonly FieldFault[];
}

/** Reads every item, whether it applies or not: that follows from the answers. */
export function parseAnswers(
  items: readonly SimpleItem[],
  form: Form,
  context: FieldContext,
): ParsedAnswers {
  const parsed = items.map((item) => ({ id: item.id, ...parseItem(item, form, context) }));
  const given = parsed.flatMap(({ id, answer }): [string, SimpleAnswer][] =>
    answer === undefined ? [] : [[id, answer]],
  );
  return {
    answers: Object.fromEntries(given),
    faults: parsed.flatMap(({ faults }) => faults),
  };
}
