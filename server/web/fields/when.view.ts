/** When a question applies, in words: for readers without JavaScript, who see every question. */
import type { Expression, SimpleItem } from '../../domain/instrument/definition.ts';
import type { FieldContext } from './field.ts';

type Leaf = Extract<Expression, { readonly item: string }>;
const list = new Intl.ListFormat('en-GB', { type: 'disjunction' });

/** "Answer this if “Funding” is Fixed term or Mixed."; a plain sentence where the condition is intricate. */
export function whenWords(
  expression: Expression,
  items: readonly SimpleItem[],
  context: FieldContext,
): string {
  const words = partWords(expression, items, context);
  return words === undefined ? 'Answer this where it applies.' : `Answer this if ${words}.`;
}

function partWords(
  expression: Expression,
  items: readonly SimpleItem[],
  context: FieldContext,
): string | undefined {
  if ('all' in expression) return joined(expression.all, ' and ', items, context);
  if ('any' in expression) return joined(expression.any, ' or ', items, context);
  return 'item' in expression ? leafWords(expression, items, context) : undefined;
}

function joined(
  parts: readonly Expression[],
  word: string,
  items: readonly SimpleItem[],
  context: FieldContext,
): string | undefined {
  const words = parts.map((part) => partWords(part, items, context));
  return words.includes(undefined) ? undefined : words.join(word);
}

function leafWords(
  leaf: Leaf,
  items: readonly SimpleItem[],
  context: FieldContext,
): string | undefined {
  const item = items.find(({ id }) => id === leaf.item);
  if (!item) return undefined;
  const name = `“${item.text}”`;
  if ('chosen' in leaf) return `you chose anything under ${name}`;
  const options = optionsOf(leaf);
  if (!options) return undefined;
  const labels = options.map(
    (option) => context.choicesOf(item).find(({ id }) => id === option)?.label ?? option,
  );
  return `${name} ${verbOf(leaf)} ${list.format(labels)}`;
}

function optionsOf(leaf: Leaf): readonly string[] | undefined {
  if ('is' in leaf) return leaf.is;
  if ('includes' in leaf) return leaf.includes;
  return 'excludes' in leaf ? leaf.excludes : undefined;
}

function verbOf(leaf: Leaf): string {
  if ('is' in leaf) return 'is';
  return 'includes' in leaf ? 'includes' : 'does not include';
}
