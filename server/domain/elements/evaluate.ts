/** Reads an expression against one set of answers, in three values (Design 5). */
import type { Expression } from '../instrument/definition.ts';
import type { Truth } from './element.ts';
import { and, not, or } from './kleene.ts';
import { evaluateLeaf } from './leaf.ts';

export type Answers = Readonly<Record<string, unknown>>;

/** What an expression may ask beyond the answers in hand. */
export interface EvaluationContext {
  /** does some running entry that serves the same Place meet this? */
  readonly someRunningEntry: (expression: Expression) => Truth;
}

/** An item's answer, undefined where there is none; inherited names are no answers. */
export function answerOf(answers: Answers, item: string): unknown {
  return Object.hasOwn(answers, item) ? answers[item] : undefined;
}

/**
 * Tells whether the expression holds. A missing or null answer, the option "unknown" and an answer
 * of the wrong shape are unknown; so is `someRunningEntry` without a context. Total.
 */
export function evaluate(
  expression: Expression,
  answers: Answers,
  context?: EvaluationContext,
): Truth {
  if ('all' in expression) return and(each(expression.all, answers, context));
  if ('any' in expression) return or(each(expression.any, answers, context));
  if ('not' in expression) return not(evaluate(expression.not, answers, context));
  if ('someRunningEntry' in expression) {
    return context?.someRunningEntry(expression.someRunningEntry) ?? 'unknown';
  }
  return evaluateLeaf(expression, answerOf(answers, expression.item));
}

/** Beside `evaluate`, not in it: a function made anew at every call is most of what a large map costs. */
function each(
  parts: readonly Expression[],
  answers: Answers,
  context: EvaluationContext | undefined,
): readonly Truth[] {
  return parts.map((part) => evaluate(part, answers, context));
}
