/** Checks each item by itself and in its turn: its bounds, where its options come from, and that its condition can come true. */
import type { Fault } from '../shape/fault.ts';
import type { ColumnItem, Definition, Item, SimpleItem } from './definition.ts';
import { expressionFaults } from './expression.lint.ts';
import { entryItemsOf, itemsOf } from './items.ts';

interface Placed {
  readonly item: Item;
  readonly path: string;
}

/** Faults of all items; those inside entries may speak only of the same entry. */
export function itemFaults(definition: Definition): Fault[] {
  return [itemsOf(definition), entryItemsOf(definition)].flatMap((items) =>
    items.flatMap((placed) => [
      ...conditionFaults(placed, items, definition),
      ...ownFaults(placed.item, placed.path, definition),
    ]),
  );
}

// An item may wait only for one asked before it: so conditions have no cycles, and a page can be filled from the top.
function conditionFaults(
  { item, path }: Placed,
  items: readonly Placed[],
  definition: Definition,
): Fault[] {
  if (item.when === undefined) return [];
  const own = items.findIndex((other) => other.path === path);
  const find = (id: string): Item | string => {
    const position = items.findIndex((other) => other.item.id === id);
    if (position < 0) return `there is no item "${id}" here: name one of the same questionnaire`;
    if (position === own) return 'an item cannot wait for itself: name an earlier one';
    if (position > own) return `"${id}" is asked later: name an earlier item, or move this one`;
    return items[position]?.item ?? '';
  };
  return expressionFaults(item.when, `${path}/when`, {
    definition,
    find,
    mayAskOtherEntries: false,
  });
}

function ownFaults(item: Item, path: string, definition: Definition): Fault[] {
  if (item.type === 'multiple') return optionSourceFaults(item, path, definition);
  if (item.type === 'table') return tableFaults(item, path);
  return boundFaults(item, path);
}

function optionSourceFaults(
  item: SimpleItem & { type: 'multiple' },
  path: string,
  definition: Definition,
): Fault[] {
  if ((item.options === undefined) === (item.catalogue === undefined)) {
    return [{ path, text: 'needs either "options" or a "catalogue": give one of them' }];
  }
  const { catalogue } = item;
  const isKnown = definition.catalogues?.some(({ id }) => id === catalogue);
  if (catalogue === undefined || isKnown === true) return [];
  const text = `there is no catalogue "${catalogue}": add it, or name one that is there`;
  return [{ path: `${path}/catalogue`, text }];
}

function tableFaults(item: SimpleItem & { type: 'table' }, path: string): Fault[] {
  const columns = item.columns.flatMap((column, c) => boundFaults(column, `${path}/columns/${c}`));
  if ((item.rows === undefined) !== (item.maximumRows === undefined)) return columns;
  const text = 'needs either fixed "rows" or "maximumRows": give one of them';
  return [{ path, text }, ...columns];
}

function boundFaults(item: Item | ColumnItem, path: string): Fault[] {
  if (!('minimum' in item) || item.minimum < item.maximum) return [];
  return [{ path: `${path}/maximum`, text: 'must be above "minimum": raise it' }];
}
