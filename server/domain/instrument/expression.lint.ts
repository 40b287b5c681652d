/** Checks what an expression says of items: that they are there, of the right type, with those options. */
import type { Fault } from '../shape/fault.ts';
import type { Definition, Expression, Item } from './definition.ts';
import { optionsOf } from './items.ts';

/** What an expression may speak of. */
export interface ExpressionScope {
  readonly definition: Definition;
  /** the item, or why it cannot be tested here */
  readonly find: (id: string) => Item | string;
  /** only rules may ask about other entries */
  readonly mayAskOtherEntries: boolean;
}

type Test = Extract<Expression, { readonly item: string }>;
interface Check {
  readonly word: string;
  readonly types: readonly Item['type'][];
}

/** All faults of the expression that stands at `path`. */
export function expressionFaults(
  expression: Expression,
  path: string,
  scope: ExpressionScope,
): Fault[] {
  if ('item' in expression) return testFaults(expression, path, scope);
  if ('not' in expression) return expressionFaults(expression.not, `${path}/not`, scope);
  if ('someRunningEntry' in expression) return otherEntryFaults(expression, path, scope);
  const [word, parts] =
    'all' in expression ? (['all', expression.all] as const) : (['any', expression.any] as const);
  return parts.flatMap((part, i) => expressionFaults(part, `${path}/${word}/${i}`, scope));
}

function otherEntryFaults(
  expression: { readonly someRunningEntry: Expression },
  path: string,
  scope: ExpressionScope,
): Fault[] {
  const inside = `${path}/someRunningEntry`;
  if (!scope.mayAskOtherEntries) {
    const text = 'belongs in a "match" or in what green needs, once: test an item here';
    return [{ path: inside, text }];
  }
  const inner = { ...scope, mayAskOtherEntries: false };
  return expressionFaults(expression.someRunningEntry, inside, inner);
}

function testFaults(test: Test, path: string, scope: ExpressionScope): Fault[] {
  const item = scope.find(test.item);
  if (typeof item === 'string') return [{ path: `${path}/item`, text: item }];
  const { word, types } = checkOf(test);
  if (!types.includes(item.type)) {
    const text = `needs an item of type ${types.join(' or ')}, and "${item.id}" is ${item.type}`;
    return [{ path: `${path}/${word}`, text: `${text}: name another item` }];
  }
  return [
    ...optionFaults(test, item, `${path}/${word}`, scope.definition),
    ...monthFaults(test, `${path}/${word}`),
  ];
}

function checkOf(test: Test): Check {
  if ('is' in test) return { word: 'is', types: ['single', 'yes-partly-no'] };
  if ('overlaps' in test) return { word: 'overlaps', types: ['age-range'] };
  if ('covers' in test) return { word: 'covers', types: ['age-range'] };
  if ('includes' in test) return { word: 'includes', types: ['multiple'] };
  if ('excludes' in test) return { word: 'excludes', types: ['multiple'] };
  return { word: 'chosen', types: ['multiple'] };
}

function optionFaults(test: Test, item: Item, path: string, definition: Definition): Fault[] {
  const known = new Set(optionsOf(definition, item).map(({ id }) => id));
  return optionsIn(test).flatMap((option, i) => {
    if (known.has(option)) return [];
    const text = `"${option}" is no option of "${item.id}": choose one that is`;
    return [{ path: `${path}/${i}`, text }];
  });
}

function optionsIn(test: Test): readonly string[] {
  if ('is' in test) return test.is;
  if ('includes' in test) return test.includes;
  return 'excludes' in test ? test.excludes : [];
}

function monthFaults(test: Test, path: string): Fault[] {
  const months = 'overlaps' in test ? test.overlaps : 'covers' in test ? test.covers : undefined;
  if (months === undefined || months[0] < months[1]) return [];
  return [{ path, text: 'must rise: put the earlier month first' }];
}
