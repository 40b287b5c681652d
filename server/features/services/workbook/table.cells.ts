/** Reads the rows of a table's sheet that belong to one entry. */
import type { SimpleAnswer, TableRow } from '../../../domain/answers/answers.ts';
import type { FieldContext } from '../../../web/fields/field.ts';
import { cellText, tableCells } from './cells.ts';
import { folded } from './choice-words.ts';
import { nameOf, type TablePlan } from './columns.ts';
import { readCell, type CellsRead } from './item.cells.ts';
import type { SheetRow } from './sheets.read.ts';

/** Texts of the table's cells, row by row: what is compared, and read where it differs. */
export function rowTexts({ columns, rowTitle }: TablePlan, rows: readonly SheetRow[]): string[][] {
  const titles = [...(rowTitle === null ? [] : [rowTitle]), ...columns.map(({ title }) => title)];
  return rows.map((row) => titles.map((title) => row.cell(title)));
}

/** The same of an answer, as it would be written. */
export function answerTexts(
  plan: TablePlan,
  answer: SimpleAnswer | undefined,
  fields: FieldContext,
): string[][] {
  const rows = Array.isArray(answer) ? (answer as readonly TableRow[]) : [];
  return rows.map((row) => tableCells(plan, row, fields).map(cellText));
}

export function readTable(
  plan: TablePlan,
  rows: readonly SheetRow[],
  fields: FieldContext,
): CellsRead {
  const { table, sheet } = plan;
  const read = rows.map((row) => readRow(plan, row, fields));
  const faults = read.flatMap((one) => one.faults);
  const most = table.rows?.length ?? table.maximumRows ?? rows.length;
  if (rows.length > most) {
    faults.push(`${sheet}: ${rows.length} rows, and at most ${most} are kept`);
  }
  if (faults.length > 0) return { faults };
  const filled = read
    .map(({ value }) => value)
    .filter((row) => Object.keys(row).some((id) => id !== 'row'));
  return filled.length === 0 ? { faults } : { value: filled, faults };
}

interface RowRead {
  readonly value: TableRow;
  readonly faults: string[];
}

function readRow(plan: TablePlan, row: SheetRow, fields: FieldContext): RowRead {
  const at = (text: string): string => `${plan.sheet}, row ${row.number}: ${text}`;
  const cells = plan.columns.map(({ item, title }) => ({
    item,
    ...readCell(item, row.cell(title), fields),
  }));
  const fixed = fixedRow(plan, row);
  const values = cells.flatMap(({ item, value }) =>
    value === undefined ? [] : [[item.id, value] as const],
  );
  return {
    value: Object.fromEntries([...fixed.pairs, ...values]),
    faults: [
      ...fixed.faults.map(at),
      ...cells.flatMap(({ item, faults }) =>
        faults.map((fault) => at(`${nameOf(item)}: ${fault}`)),
      ),
    ],
  };
}

function fixedRow({ table, rowTitle }: TablePlan, row: SheetRow) {
  if (!table.rows || rowTitle === null) return { pairs: [], faults: [] };
  const typed = row.cell(rowTitle);
  const found = table.rows.find(({ id, label }) => folded(label) === folded(typed) || id === typed);
  if (found) return { pairs: [['row', found.id] as const], faults: [] };
  const labels = table.rows.map(({ label }) => label).join(', ');
  return { pairs: [], faults: [`“${typed}” is none of its rows: ${labels}`] };
}
