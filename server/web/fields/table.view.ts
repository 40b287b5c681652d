/** The rows of a table's field: those in use first, then empty ones. */
import type { TableItem } from '../../domain/instrument/definition.ts';
import type { FieldsInput } from './base.view.ts';
import { toCell } from './cell.view.ts';
import type { FieldBase, TableView } from './field.ts';
import { cellName, rowKeys } from './names.ts';
import { rowTitle, usedRows } from './table.parse.ts';

export function toTable(item: TableItem, base: FieldBase, input: FieldsInput): TableView {
  const keys = shownRows(item, input);
  return {
    ...base,
    kind: 'table',
    rows: keys.map((key, index) => ({
      title: rowTitle(item, key, index),
      cells: item.columns.map((column) => toCell(column, cellName(item, key, column), input)),
    })),
    mayGrow: !item.rows && keys.length < rowKeys(item).length,
  };
}

/** In the order in which `readTable` numbers them. */
function shownRows(item: TableItem, { form, blankRows }: FieldsInput): readonly string[] {
  if (item.rows) return rowKeys(item);
  const used = usedRows(item, form);
  const free = rowKeys(item).filter((key) => !used.includes(key));
  return [...used, ...free.slice(0, blankRows)];
}
