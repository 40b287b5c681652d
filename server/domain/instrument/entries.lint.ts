/** Checks entries and the rules that read them: the items they name, the elements' conditions, who provides. */
import type { Fault } from '../shape/fault.ts';
import type { Definition, ElementRule, EntriesItem, SimpleItem } from './definition.ts';
import { expressionFaults, type ExpressionScope } from './expression.lint.ts';
import { entriesItem, entryItemsOf, itemsOf, optionsOf } from './items.ts';

const namedItems = [
  ['titleItem', 'text'],
  ['groupItem', 'single'],
  ['placesItem', 'places'],
  ['statusItem', 'single'],
] as const;

/** Faults of the items that entries name, and of the support rules. */
export function entryFaults(definition: Definition): Fault[] {
  const all = itemsOf(definition).filter(({ item }) => item.type === 'entries');
  return [
    ...all.slice(1).map(({ path }) => ({
      path,
      text: 'is a second item of entries: an instrument has at most one, so remove it',
    })),
    ...all.flatMap(({ item, path }) =>
      item.type === 'entries' ? namedItemFaults(item, path, definition) : [],
    ),
    ...supportFaults(definition),
  ];
}

function namedItemFaults(entries: EntriesItem, path: string, definition: Definition): Fault[] {
  return namedItems.flatMap(([field, type]) => {
    const id = entries[field];
    const item = findItem(definition, id);
    if (item?.type === type) return [];
    const found = item === undefined ? `there is no item "${id}"` : `"${id}" is ${item.type}`;
    return [
      { path: `${path}/${field}`, text: `${found}: name an item of type ${type} in the entry` },
    ];
  });
}

function supportFaults(definition: Definition): Fault[] {
  const { support } = definition;
  if (support === undefined) return [];
  const entries = entriesItem(definition);
  if (entries === undefined) {
    return [{ path: '/support', text: 'has no entries to read: add an item of entries' }];
  }
  // What runs is settled before entries are asked about one another.
  const alone = scopeOf(definition, false);
  const scope = scopeOf(definition, true);
  return [
    ...expressionFaults(support.running, '/support/running', alone),
    ...expressionFaults(support.developing, '/support/developing', alone),
    ...support.elements.flatMap((element, e) => {
      const path = `/support/elements/${e}`;
      return [
        ...providerFaults(element, path, entries, definition),
        ...expressionFaults(element.match, `${path}/match`, scope),
        ...greenFaults(element, path, scope),
      ];
    }),
  ];
}

function scopeOf(definition: Definition, mayAskOtherEntries: boolean): ExpressionScope {
  return { definition, mayAskOtherEntries, find: (id) => findItem(definition, id) ?? noItem(id) };
}

function findItem(definition: Definition, id: string): SimpleItem | undefined {
  return entryItemsOf(definition).find(({ item }) => item.id === id)?.item;
}

function noItem(id: string): string {
  return `there is no item "${id}" in the entry: name one that is there`;
}

function providerFaults(
  element: ElementRule,
  path: string,
  entries: EntriesItem,
  definition: Definition,
): Fault[] {
  const group = findItem(definition, entries.groupItem);
  if (group === undefined) return [];
  const groups = new Set(optionsOf(definition, group).map(({ id }) => id));
  return element.providers.flatMap((provider, p) => {
    if (groups.has(provider)) return [];
    const text = `"${provider}" is no option of "${group.id}": choose one that is`;
    return [{ path: `${path}/providers/${p}`, text }];
  });
}

function greenFaults(element: ElementRule, path: string, scope: ExpressionScope): Fault[] {
  return element.green.flatMap((condition, g) => {
    const at = `${path}/green/${g}`;
    const item = scope.find(condition.item);
    return [
      ...(typeof item === 'string' ? [{ path: `${at}/item`, text: item }] : []),
      ...expressionFaults(condition.when, `${at}/when`, scope),
    ];
  });
}
