/** An old answer as this round's page would send it: what the page would refuse can't be still true. */
import { isDeepStrictEqual } from 'node:util';
import type { LevelAnswer } from '../../../domain/answers/answers.ts';
import { carryLevel } from '../../../domain/carry/carried.ts';
import type { Question, QuestionChange } from '../../../domain/carry/compare.ts';
import type { Definition, Section } from '../../../domain/instrument/definition.ts';
import type { FieldContext } from '../../../web/fields/field.ts';
import type { StoredAnswer } from '../content.queries.ts';
import { parseSection, sectionToForm } from '../section.form.ts';
import type { SentAnswer } from '../save.ts';

export interface CarriedAnswer {
  /** to be written where it is still true; null where it fits no more */
  readonly sent: SentAnswer | null;
  /** to stand in the form where it has changed; null where nothing of it can */
  readonly value: unknown;
}

export interface CarryInput {
  readonly definition: Definition;
  readonly section: Section;
  readonly item: Question;
  readonly change: QuestionChange | undefined;
  readonly old: StoredAnswer;
  readonly context: FieldContext;
}

/** Read back from the form that would show it, as every answer is. */
export function carryAnswer(input: CarryInput): CarriedAnswer {
  const { section, item, change, old, context } = input;
  if (change?.retyped) return { sent: null, value: null };
  const value = item.type === 'level' ? carryLevel(old.value as LevelAnswer, change) : old.value;
  const alone = { ...section, items: [item] };
  const form = sectionToForm(alone, new Map([[item.id, { ...old, value }]]));
  const { sent, faults } = parseSection(alone, form, context);
  const [answer] = sent;
  const fits =
    answer !== undefined &&
    faults.length === 0 &&
    isSameAnswer(answer.value, value) &&
    isKnownLevel(input, value);
  return { sent: fits ? { ...answer, revision: 0 } : null, value };
}

/** The order in which choices were ticked plays no part. */
export function isSameAnswer(one: unknown, other: unknown): boolean {
  return isDeepStrictEqual(sorted(one), sorted(other));
}

function sorted(answer: unknown): unknown {
  if (!Array.isArray(answer)) return answer;
  const list: readonly unknown[] = answer;
  return list.every((value) => typeof value === 'string') ? list.toSorted() : list;
}

function isKnownLevel({ definition, item }: CarryInput, value: unknown): boolean {
  if (item.type !== 'level') return true;
  const { level = null } = value as LevelAnswer;
  return level === null || (definition.levels ?? []).some((word) => word.level === level);
}
