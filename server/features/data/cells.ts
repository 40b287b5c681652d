/** What a field says as one cell of a sheet. */
import type { Cell } from '../../adapters/spreadsheet/workbook.ts';
import { guarded } from '../../domain/set-up/import/table.ts';
import type { DataRow, DataTable, Field, Value } from '../../results/data/table.ts';

/** Lists with semicolons, "met" and the like behind what they are said of, yes and no. */
export function plainOf(value: Value): string | number | null {
  if (value === null || typeof value === 'string' || typeof value === 'number') return value;
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (isList(value)) return value.map(written).join('; ');
  return Object.entries(value)
    .map(([name, part]) => `${name}: ${written(part)}`)
    .join('; ');
}

const isList = (value: Value): value is readonly Value[] => Array.isArray(value);
const written = (value: Value): string => String(plainOf(value) ?? '');

/** The columns of a sheet; every row of the table gives a cell to each. */
export function columnsOf({ fields }: DataTable): Field[] {
  return fields.filter(({ only }) => only !== 'json');
}

/** A row's values for the columns. */
function inColumns({ fields }: DataTable, row: DataRow): [Field, string | number | null][] {
  return fields.flatMap((field, index) =>
    field.only === 'json' ? [] : [[field, plainOf(row[index] ?? null)]],
  );
}

/** For a workbook, where a text is typed as text. */
export function toCells(table: DataTable, row: DataRow): Cell[] {
  return inColumns(table, row).map(([{ kind }, value]) =>
    kind === 'day' && typeof value === 'string' ? { date: value } : value,
  );
}

/** For CSV, which knows text alone: what a spreadsheet would run as a formula is guarded, figures are not. */
export function toTexts(table: DataTable, row: DataRow): string[] {
  return inColumns(table, row).map(([, value]) =>
    typeof value === 'string' ? guarded(value) : String(value ?? ''),
  );
}
