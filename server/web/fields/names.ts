/** How an item's controls are called in a form (as in domain/answers/fields.ts): ids hold no underscore, so it divides. */
import type { Form } from '../form.ts';
import type { ColumnItem, SimpleItem, TableItem } from '../../domain/instrument/definition.ts';

/** Values that no option id can have. */
export const NONE = '_none';
export const UNKNOWN = '_unknown';

const mostFreeRows = 100;
export const dateParts = ['day', 'month', 'year'] as const;
export const ageParts = ['from', 'to'] as const;

export function partName(item: string, part: string): string {
  return `${item}_${part}`;
}

/** The keys of a table's rows: the fixed rows' ids, or 0, 1, 2… */
export function rowKeys(table: TableItem): readonly string[] {
  return table.rows
    ? table.rows.map(({ id }) => id)
    : Array.from({ length: table.maximumRows ?? mostFreeRows }, (_, index) => String(index));
}

/** The names of all controls that an item can have. */
export function controlNames(item: SimpleItem | ColumnItem, name: string = item.id): string[] {
  if (item.type === 'date') return dateParts.map((part) => partName(name, part));
  if (item.type === 'age-range') return ageParts.map((part) => partName(name, part));
  if (item.type !== 'table') return [name];
  return rowKeys(item).flatMap((key) =>
    item.columns.flatMap((column) => controlNames(column, cellName(item, key, column))),
  );
}

export function cellName(table: TableItem, key: string, column: ColumnItem): string {
  return partName(partName(table.id, key), column.id);
}

/** Names in the form that belong to none of the items; `also` are the page's own. */
export function strangeNames(
  items: readonly SimpleItem[],
  form: Form,
  also: readonly string[],
): string[] {
  const known = new Set([...also, ...items.flatMap((item) => controlNames(item))]);
  return form.names().filter((name) => !known.has(name));
}
