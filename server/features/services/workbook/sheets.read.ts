/** Finds the sheets, columns and rows of an uploaded workbook, whatever their order. */
import type { ReadSheet } from '../../../adapters/spreadsheet/workbook.ts';
import type { EntriesItem } from '../../../domain/instrument/definition.ts';
import { normalText } from './cells.ts';
import { folded, shortened } from './choice-words.ts';
import {
  listsSheet,
  plainTitle,
  planWorkbook,
  readMeSheet,
  referenceTitle,
  type TablePlan,
  type WorkbookPlan,
} from './columns.ts';

export interface SheetRow {
  /** as the spreadsheet numbers it */
  readonly number: number;
  /** '' where the cell is empty or there is no such column */
  readonly cell: (title: string) => string;
}
export interface SheetRows {
  readonly sheet: string;
  readonly has: (title: string) => boolean;
  /** without those that are empty */
  readonly rows: readonly SheetRow[];
}
export interface UploadedSheets {
  readonly plan: WorkbookPlan;
  readonly entries: SheetRows;
  /** those that the workbook has */
  readonly tables: readonly { readonly plan: TablePlan; readonly rows: SheetRows }[];
}
export type SheetsRead =
  | { readonly faults: readonly string[]; readonly sheets: null }
  | {
      readonly faults: readonly [];
      readonly sheets: UploadedSheets;
      /** what is not read */
      readonly notes: readonly string[];
    };

/** More than any agency has; the page shows them all. */
const mostRows = 500;
const mostTableRows = 4000;

export function readSheets(item: EntriesItem, read: readonly ReadSheet[]): SheetsRead {
  const plan = planWorkbook(item);
  const title = plan.columns.find((column) => column.item.id === item.titleItem)?.title ?? '';
  const main = sheetNamed(read, plan.sheet) ?? read.find((sheet) => headerOf(sheet, [title]));
  const header = main && headerOf(main, [title]);
  if (!header) {
    const column = title.replace(/ \(needed\)$/, '');
    return refused([`No sheet has a column “${column}”. Download the template, and fill that in`]);
  }
  const titles = [...plan.columns.map((column) => column.title), referenceTitle];
  const entries = rowsOf(main, header, titles, mostRows);
  const tables = plan.tables.flatMap((table) => readTableSheet(plan, table, read));
  const faults = [
    ...entries.faults,
    ...tables.flatMap((table) => table.faults),
    ...tables.flatMap(({ plan: table, rows }) => missingColumns(table, rows)),
    ...(entries.rows.rows.length === 0 ? [`The sheet “${main.name}” has no row to read`] : []),
  ];
  if (faults.length > 0) return refused(faults);
  const used = [main.name, ...tables.map(({ rows }) => rows.sheet)];
  const notes = [...entries.notes, ...tables.flatMap((table) => table.notes)];
  return {
    faults: [],
    sheets: { plan, entries: entries.rows, tables },
    notes: [...notes, ...otherSheets(read, used)],
  };
}

/** None where the workbook has no such sheet. */
function readTableSheet(plan: WorkbookPlan, table: TablePlan, read: readonly ReadSheet[]) {
  const sheet = sheetNamed(read, table.sheet);
  const header = sheet && headerOf(sheet, [plan.entryTitle, referenceTitle]);
  if (!header) return [];
  return [{ plan: table, ...rowsOf(sheet, header, titlesOf(plan, table), mostTableRows) }];
}

/** A figure that is not there can't be told from one that was taken out. */
function missingColumns({ columns, sheet }: TablePlan, { has }: SheetRows): string[] {
  return columns
    .filter(({ title }) => !has(title))
    .map(({ title }) => `The sheet “${sheet}” has no column “${title}”`);
}

function refused(faults: readonly string[]): SheetsRead {
  return { faults, sheets: null };
}

function titlesOf({ entryTitle }: WorkbookPlan, { columns, rowTitle }: TablePlan): string[] {
  const own = columns.map(({ title }) => title);
  return [entryTitle, ...(rowTitle === null ? [] : [rowTitle]), ...own, referenceTitle];
}

function sheetNamed(sheets: readonly ReadSheet[], name: string): ReadSheet | undefined {
  return sheets.find((sheet) => folded(sheet.name) === folded(name));
}

function otherSheets(read: readonly ReadSheet[], used: readonly string[]): string[] {
  const known = [...used, readMeSheet, listsSheet].map(folded);
  return read
    .filter(({ name, rows }) => rows.length > 0 && !known.includes(folded(name)))
    .map(({ name }) => `The sheet “${shortened(name)}” is not read`);
}

interface Header {
  /** from 0 */
  readonly index: number;
  readonly names: readonly string[];
}

/** Titles may stand above it, but not many. */
const lastHeaderRow = 10;

function headerOf({ rows }: ReadSheet, anyOf: readonly string[]): Header | undefined {
  const wanted = anyOf.map(plainTitle);
  const index = rows
    .slice(0, lastHeaderRow)
    .findIndex((row) => row.some((cell) => wanted.includes(plainTitle(cell))));
  return index < 0 ? undefined : { index, names: rows[index] ?? [] };
}

interface RowsRead {
  readonly rows: SheetRows;
  readonly faults: string[];
  readonly notes: readonly string[];
}

function rowsOf(
  { name, rows }: ReadSheet,
  { index, names }: Header,
  titles: readonly string[],
  most: number,
): RowsRead {
  const plain = names.map(plainTitle);
  const at = new Map(titles.map((title) => [title, plain.indexOf(plainTitle(title))]));
  const known = titles.map(plainTitle);
  const found = rows
    .map((cells, row) => ({ number: row + 1, cells: cells.map(normalText) }))
    .slice(index + 1)
    .filter(({ cells }) => cells.some((cell) => cell !== ''))
    .map(({ number, cells }): SheetRow => ({
      number,
      cell: (title) => cells[at.get(title) ?? -1] ?? '',
    }));
  return {
    rows: { sheet: name, has: (title) => (at.get(title) ?? -1) >= 0, rows: found },
    faults: [
      ...known
        .filter((title) => plain.filter((one) => one === title).length > 1)
        .map(
          (title) => `Two columns of “${name}” are called “${names[plain.indexOf(title)] ?? ''}”`,
        ),
      ...(found.length > most
        ? [`“${name}” has ${found.length} rows: send ${most} at a time`]
        : []),
    ],
    notes: names.flatMap((title, column) =>
      known.includes(plain[column] ?? '') || !rows.some((row) => row[column]?.trim())
        ? []
        : [unknownColumn(name, title, column)],
    ),
  };
}

function unknownColumn(sheet: string, title: string, column: number): string {
  const called = title.trim() === '' ? `Column ${column + 1}` : `The column “${shortened(title)}”`;
  return `${called} of “${sheet}” is not read: the tool has none of that name`;
}
