/** What the rows of a table lack. */
import type { ColumnItem, TableItem } from '../instrument/definition.ts';
import type { Missing, SimpleAnswer, TableRow } from './answers.ts';
import { cellField } from './fields.ts';
import { nameOf } from './missing.ts';

interface NamedRow {
  /** a fixed row's id, or a free row's place */
  readonly key: string | number;
  readonly name: string;
  readonly cells: TableRow;
}

/** Required cells that are empty: in the rows that are there, and in all fixed rows of a required table. */
export function missingInTable(item: TableItem, answer: SimpleAnswer | undefined): Missing[] {
  const given = Array.isArray(answer) ? answer.filter(isRow) : [];
  const required = item.columns.filter((column) => column.required === true);
  return rowsOf(item, given).flatMap((row) =>
    required
      .filter(({ id }) => !isFilled(row.cells[id]))
      .map((column) => missingCell(item, row, column)),
  );
}

function rowsOf(item: TableItem, given: readonly TableRow[]): NamedRow[] {
  if (item.rows === undefined) {
    return given.map((cells, i) => ({ key: i, name: `row ${i + 1}`, cells }));
  }
  return item.rows.flatMap(({ id, label }) => {
    const cells = given.find(({ row }) => row === id);
    if (cells === undefined && item.required !== true) return [];
    return [{ key: id, name: `“${label}”`, cells: cells ?? {} }];
  });
}

function missingCell(item: TableItem, row: NamedRow, column: ColumnItem): Missing {
  return {
    itemId: item.id,
    field: cellField(item.id, row.key, column.id),
    text: `Fill in ${nameOf(column)} in ${row.name} of ${nameOf(item)}`,
  };
}

function isRow(value: unknown): value is TableRow {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isFilled(cell: string | number | undefined): boolean {
  return cell !== undefined && cell !== '';
}
