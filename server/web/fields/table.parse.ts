/** Reads a table's rows from a form; a row without any value is no row. */
import type { Form } from '../form.ts';
import type { TableRow } from '../../domain/answers/answers.ts';
import type { ColumnItem, TableItem } from '../../domain/instrument/definition.ts';
import type { FieldFault } from './field.ts';
import { cellName, controlNames, partName, rowKeys } from './names.ts';
import type { Read } from './scalar.parse.ts';

export type ReadCell = (column: ColumnItem, name: string) => Read<string | number>;

/** Keys of the rows in which something was typed or chosen. */
export function usedRows(table: TableItem, form: Form): readonly string[] {
  return rowKeys(table).filter((key) =>
    table.columns.some((column) =>
      controlNames(column, cellName(table, key, column)).some((name) => form.text(name) !== ''),
    ),
  );
}

export function readTable(
  table: TableItem,
  form: Form,
  readCell: ReadCell,
): { readonly rows: readonly TableRow[]; readonly faults: readonly FieldFault[] } {
  const read = usedRows(table, form).map((key, index) => readRow(table, key, index, readCell));
  return {
    rows: read.map(({ row }) => row).filter((row) => Object.keys(row).some((id) => id !== 'row')),
    faults: read.flatMap(({ faults }) => faults),
  };
}

function readRow(
  table: TableItem,
  key: string,
  index: number,
  readCell: ReadCell,
): { readonly row: TableRow; readonly faults: readonly FieldFault[] } {
  const title = rowTitle(table, key, index);
  const cells = table.columns.map((column) => {
    const name = cellName(table, key, column);
    return { column, name, ...readCell(column, name) };
  });
  const values = cells.flatMap(({ column, value }) =>
    value === undefined ? [] : [[column.id, value] as const],
  );
  const faults = cells.flatMap(({ column, name, fault, part }): FieldFault[] => {
    if (fault === undefined) return [];
    const field = part === undefined || part === 'day' ? name : partName(name, part);
    const text = `${title}, ${column.label ?? column.text}: ${fault}`;
    return [{ itemId: table.id, field, text }];
  });
  const fixed = table.rows ? [['row', key] as const] : [];
  return { row: Object.fromEntries([...fixed, ...values]), faults };
}

export function rowTitle(table: TableItem, key: string, index: number): string {
  return table.rows?.find(({ id }) => id === key)?.label ?? `Row ${index + 1}`;
}
