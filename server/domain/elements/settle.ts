/** Which questions would settle a match that is still unknown: the fewest whose answers could make it a yes. */
import type { Expression } from '../instrument/definition.ts';
import type { Truth } from './element.ts';
import { evaluate, type Answers, type EvaluationContext } from './evaluate.ts';

/** A set of unanswered items, enough to bring about what is wanted if all are answered favourably. */
type Enough = readonly string[];

/** Of more ways than these, only the shortest are followed up: a bound on the work for any expression. */
const MOST_WAYS = 64;

/**
 * The smallest set of unanswered items (the first in the expression's order, among equals) that, if
 * answered favourably, makes the expression a yes. Empty where it is one already, or where no answer
 * of this entry's own can make it one.
 */
export function wouldSettle(
  expression: Expression,
  answers: Answers,
  context?: EvaluationContext,
): readonly string[] {
  return waysTo('yes', expression, { answers, context })[0] ?? [];
}

interface Given {
  readonly answers: Answers;
  readonly context: EvaluationContext | undefined;
}

type Wanted = Exclude<Truth, 'unknown'>;

/** Every way to bring about the wanted value, the shortest first; one empty way where it holds already. */
function waysTo(wanted: Wanted, expression: Expression, given: Given): readonly Enough[] {
  if ('not' in expression) return waysTo(wanted === 'yes' ? 'no' : 'yes', expression.not, given);
  if ('all' in expression) return join(waysOf(wanted, expression.all, given), wanted === 'yes');
  if ('any' in expression) return join(waysOf(wanted, expression.any, given), wanted === 'no');
  const truth = evaluate(expression, given.answers, given.context);
  if (truth === wanted) return [[]];
  return truth === 'unknown' && 'item' in expression ? [[expression.item]] : [];
}

function waysOf(
  wanted: Wanted,
  parts: readonly Expression[],
  given: Given,
): readonly (readonly Enough[])[] {
  return parts.map((part) => waysTo(wanted, part, given));
}

/** A way through each of the parts, or through any one of them. */
function join(parts: readonly (readonly Enough[])[], needsEach: boolean): readonly Enough[] {
  return needsEach ? parts.reduce(together, [[]]) : shortest(parts.flat());
}

function together(some: readonly Enough[], others: readonly Enough[]): readonly Enough[] {
  return shortest(some.flatMap((one) => others.map((other) => [...new Set([...one, ...other])])));
}

function shortest(ways: readonly Enough[]): readonly Enough[] {
  return ways.toSorted((one, other) => one.length - other.length).slice(0, MOST_WAYS);
}
