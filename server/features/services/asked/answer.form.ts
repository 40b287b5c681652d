/** Reads the answers to an agency's questions, each under its own service. */
import type { SimpleAnswers } from '../../../domain/answers/answers.ts';
import { isShown } from '../../../domain/answers/completeness.ts';
import { AppError } from '../../../domain/errors.ts';
import { parseAnswers } from '../../../web/fields/answers.parse.ts';
import type { FieldFault } from '../../../web/fields/field.ts';
import { strangeNames } from '../../../web/fields/names.ts';
import type { Form } from '../../../web/form.ts';
import type { OpenMap } from '../open-map.ts';
import { withAnswers } from '../entry.merge.ts';
import type { Question } from './question.ts';

export interface SentAnswer {
  readonly entryId: string;
  readonly itemId: string;
  /** as the entry holds them; none where nobody knows and the form has no choice for that */
  readonly answers: SimpleAnswers;
}
export interface SentAnswers {
  /** of the questions that were answered */
  readonly answers: readonly SentAnswer[];
  readonly faults: readonly FieldFault[];
}

/** @throws bad request for a field that none of these questions has */
export function parseSent(map: OpenMap, questions: readonly Question[], form: Form): SentAnswers {
  const items = questions.flatMap(({ parts }) => parts.map(({ named }) => named));
  const ticks = questions.map(({ unknownName }) => unknownName).filter((name) => name !== '');
  if (strangeNames(items, form, ['_csrf', ...ticks]).length > 0) {
    throw new AppError('bad-request', 'The form holds a field that this page does not have.');
  }
  const read = questions.map((question) => parseOne(map, question, form));
  return {
    answers: read.flatMap(({ answer }) => answer ?? []),
    faults: read.flatMap(({ faults }) => faults),
  };
}

interface ReadOne {
  readonly answer: SentAnswer | null;
  readonly faults: readonly FieldFault[];
}

function parseOne({ fields }: OpenMap, question: Question, form: Form): ReadOne {
  const { entry, item, parts, unknownName } = question;
  const parsed = parseAnswers(
    parts.map(({ named }) => named),
    form,
    fields,
  );
  const given = Object.fromEntries(
    parts.flatMap(({ item: { id }, named }) => {
      const answer = parsed.answers[named.id];
      return answer === undefined ? [] : [[id, answer] as const];
    }),
  );
  const after = withAnswers(entry.answers, given, Object.keys(given));
  const apply = parts.filter((part) => part.item === item || isShown(part.item, after));
  const ids = apply.map(({ item: { id } }) => id);
  const answers = Object.fromEntries(Object.entries(given).filter(([id]) => ids.includes(id)));
  const names = apply.map(({ named }) => named.id);
  const isUnknown = unknownName !== '' && form.has(unknownName);
  const faults = [
    ...parsed.faults.filter(({ itemId }) => names.includes(itemId)),
    ...(isUnknown && Object.hasOwn(answers, item.id) ? [standsAlone(question)] : []),
  ].map((fault) => ({ ...fault, text: `${entry.name}, ${fault.text}` }));
  const isAnswered = isUnknown || Object.hasOwn(answers, item.id);
  return {
    answer: isAnswered ? { entryId: entry.id, itemId: item.id, answers } : null,
    faults,
  };
}

function standsAlone({ item, parts }: Question): FieldFault {
  const id = parts[0]?.named.id ?? '';
  const text = `${item.label ?? item.text}: “Not known” can’t stand beside another answer. Untick it, or take the other back`;
  return { itemId: id, field: id, text };
}
