/** The truth of one test of one item's answer (Design 5): what is left out, or makes no sense, is unknown, never no. */
import type { AgeRange } from '../answers/answers.ts';
import type { Expression } from '../instrument/definition.ts';
import type { Truth } from './element.ts';
import { not } from './kleene.ts';

/** The part of an expression that reads an answer. */
export type Leaf = Extract<Expression, { readonly item: string }>;

/** The option id by which any choice says "we don't know". */
const UNKNOWN = 'unknown';

const truth = (holds: boolean): Truth => (holds ? 'yes' : 'no');

/** Tests one answer, of whatever shape; total. */
export function evaluateLeaf(leaf: Leaf, answer: unknown): Truth {
  if ('is' in leaf) return isOneOf(leaf.is, answer);
  if ('overlaps' in leaf || 'covers' in leaf) return evaluateAges(leaf, answer);
  return evaluateChoices(leaf, answer);
}

function isOneOf(options: readonly string[], answer: unknown): Truth {
  if (typeof answer !== 'string' || answer === '' || answer === UNKNOWN) return 'unknown';
  return truth(options.includes(answer));
}

/** `[]` is a known "none of them"; an "unknown" among the choices leaves open what else there is. */
function evaluateChoices(
  leaf: Extract<Leaf, { includes: unknown } | { excludes: unknown } | { chosen: unknown }>,
  answer: unknown,
): Truth {
  if (!isChoices(answer)) return 'unknown';
  const known = answer.filter((option) => option !== UNKNOWN);
  const absent: Truth = known.length < answer.length ? 'unknown' : 'no';
  if ('chosen' in leaf) return known.length > 0 ? 'yes' : absent;
  const options = 'includes' in leaf ? leaf.includes : leaf.excludes;
  const included: Truth = shares(known, options) ? 'yes' : absent;
  return 'includes' in leaf ? included : not(included);
}

function evaluateAges(
  leaf: Extract<Leaf, { overlaps: unknown } | { covers: unknown }>,
  answer: unknown,
): Truth {
  if (!isAgeRange(answer)) return 'unknown';
  if ('overlaps' in leaf) {
    const [from, to] = leaf.overlaps;
    return truth(answer.from < to && from < answer.to);
  }
  const [from, to] = leaf.covers;
  return truth(answer.from <= from && to <= answer.to);
}

const shares = (some: readonly string[], others: readonly string[]): boolean =>
  some.some((option) => others.includes(option));

/** Was it said that it is not known? No answer at all says nothing. */
export function isUnknown(answer: unknown): boolean {
  if (answer === null || answer === UNKNOWN) return true;
  return isChoices(answer) && answer.length > 0 && answer.every((option) => option === UNKNOWN);
}

/** A list of option ids, empty or not. */
export function isChoices(answer: unknown): answer is readonly string[] {
  return Array.isArray(answer) && answer.every((option) => typeof option === 'string');
}

/** Months from birth with at least one month in them. */
export function isAgeRange(answer: unknown): answer is AgeRange {
  if (typeof answer !== 'object' || answer === null) return false;
  if (!('from' in answer) || !('to' in answer)) return false;
  const { from, to } = answer;
  return Number.isFinite(from) && Number.isFinite(to) && Number(from) < Number(to);
}
