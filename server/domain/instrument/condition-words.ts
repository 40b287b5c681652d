/** When a question applies, in words, for a form that cannot hide it: "“Funding” is Fixed term or Mixed". */
import { ageWords } from '../answers/age-words.ts';
import type { Expression } from './definition.ts';

type Leaf = Extract<Expression, { readonly item: string }>;

export interface ConditionNames {
  /** how the form calls the question: "23, “Funding”" */
  readonly question: (itemId: string) => string;
  readonly option: (itemId: string, optionId: string) => string;
}

const or = new Intl.ListFormat('en-GB', { type: 'disjunction' });

/** Follows "Only if". Conditions within conditions stand in brackets. */
export function conditionWords(expression: Expression, names: ConditionNames): string {
  return sayAs(expression, names, true);
}

/** @param holds false: the same said of the opposite, so that no "not" stands before a bracket */
function sayAs(expression: Expression, names: ConditionNames, holds: boolean): string {
  if ('not' in expression) return sayAs(expression.not, names, !holds);
  if ('all' in expression) return join(expression.all, holds ? ' and ' : ' or ', names, holds);
  if ('any' in expression) return join(expression.any, holds ? ' or ' : ' and ', names, holds);
  if ('item' in expression) return leafWords(expression, names, holds);
  const some = sayAs(expression.someRunningEntry, names, true);
  return holds ? `for some running entry ${some}` : `for no running entry ${some}`;
}

function join(
  parts: readonly Expression[],
  word: string,
  names: ConditionNames,
  holds: boolean,
): string {
  const said = parts.map((part) => {
    const words = sayAs(part, names, holds);
    return parts.length > 1 && isCompound(part) ? `(${words})` : words;
  });
  return said.join(word);
}

function isCompound(part: Expression): boolean {
  if ('not' in part) return isCompound(part.not);
  const inner = 'all' in part ? part.all : 'any' in part ? part.any : [];
  return inner.length > 1;
}

function leafWords(leaf: Leaf, names: ConditionNames, holds: boolean): string {
  const question = names.question(leaf.item);
  if ('chosen' in leaf) return `${holds ? 'something' : 'nothing'} is ticked under ${question}`;
  if ('overlaps' in leaf || 'covers' in leaf) return `${question} ${agesWords(leaf, holds)}`;
  const options = (ids: readonly string[]): string =>
    or.format(ids.map((id) => names.option(leaf.item, id)));
  if ('is' in leaf) return `${question} is ${holds ? '' : 'not '}${options(leaf.is)}`;
  if ('includes' in leaf) return inclusion(question, options(leaf.includes), holds);
  return inclusion(question, options(leaf.excludes), !holds);
}

function agesWords(
  leaf: Extract<Leaf, { overlaps: unknown } | { covers: unknown }>,
  holds: boolean,
) {
  if ('overlaps' in leaf) return `${holds ? 'has' : 'has no'} part of ${span(leaf.overlaps)}`;
  return `${holds ? 'covers' : 'does not cover'} all of ${span(leaf.covers)}`;
}

const inclusion = (question: string, options: string, holds: boolean): string =>
  `${question} ${holds ? 'includes' : 'does not include'} ${options}`;

const span = ([from, to]: readonly [number, number]): string =>
  `${ageWords(from)} to ${ageWords(to)}`;
