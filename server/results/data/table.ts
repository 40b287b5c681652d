/** A round's data as tables: the same rows and names of fields for a workbook, CSV, JSON and whoever asks for them. */
import { setImmediate as turn } from 'node:timers/promises';

/** What a field says; lists and objects are for JSON, in a cell they are written out. */
export type Value =
  string | number | boolean | null | readonly Value[] | { readonly [name: string]: Value };

export interface Field {
  /** stable: programs rely on it */
  readonly name: string;
  /** what it says, in a sentence without its full stop */
  readonly about: string;
  /** "day": a calendar day, "2027-03-31" */
  readonly kind: 'text' | 'number' | 'day';
  /** left out of the other: a list has a column for each of its figures in cells */
  readonly only: 'cells' | 'json' | null;
}
/** Values in the order of the fields. */
export type DataRow = readonly Value[];

export interface DataTable {
  readonly name: TableName;
  /** what a row is: "one row for each answer" */
  readonly about: string;
  readonly fields: readonly Field[];
  /** how many rows */
  readonly size: () => Promise<number>;
  readonly pages: Pages<DataRow>;
}
/**
 * Some rows at a time: read when they are asked for, and never all of a long table at once.
 * @param from what the first field says of a row: a long table need not read those before it
 */
type Pages<Row> = (from?: string) => AsyncIterable<readonly Row[]>;

export const tableNames = [
  'places',
  'scores',
  'system',
  'answers',
  'entries',
  'actions',
  'instrument',
] as const;
export type TableName = (typeof tableNames)[number];

/** A field, and how it is read from what the database or the scoring says. */
export interface Column<Row> extends Field {
  readonly value: (row: Row) => Value;
}

type Reads<Row> = (row: Row) => Value;

export function text<Row>(name: string, about: string, value: Reads<Row>): Column<Row> {
  return { name, about, kind: 'text', only: null, value };
}
export function figure<Row>(name: string, about: string, value: Reads<Row>): Column<Row> {
  return { name, about, kind: 'number', only: null, value };
}
export function day<Row>(name: string, about: string, value: Reads<Row>): Column<Row> {
  return { name, about, kind: 'day', only: null, value };
}

interface TablePlan<Row> {
  readonly name: TableName;
  readonly about: string;
  readonly columns: readonly Column<Row>[];
  readonly size: () => Promise<number>;
  readonly pages: Pages<Row>;
}

/** so many rows are made in one go: one of the scores may name a thousand services */
const ROWS = 10;

export function tableOf<Row>({ columns, pages, ...head }: TablePlan<Row>): DataTable {
  return {
    ...head,
    fields: columns,
    pages: async function* (from) {
      for await (const rows of pages(from)) {
        for (let at = 0; at < rows.length; at += ROWS) {
          yield rows.slice(at, at + ROWS).map((row) => columns.map(({ value }) => value(row)));
          // Whoever else waits has a turn, however fast the rows are taken.
          await turn();
        }
      }
    },
  };
}

/**
 * A short table: its rows are found all at once, when they are first asked for.
 * @param size how many they are, where that is known without them
 */
export function shortTable<Row>(
  head: Pick<TablePlan<Row>, 'name' | 'about' | 'columns'>,
  load: () => Promise<readonly Row[]>,
  size = async () => (await load()).length,
): DataTable {
  return tableOf({
    ...head,
    size,
    pages: async function* () {
      yield await load();
    },
  });
}

/** A row as JSON has it: by the fields' names. */
export function recordOf(
  { fields }: Pick<DataTable, 'fields'>,
  row: DataRow,
): Readonly<Record<string, Value>> {
  return Object.fromEntries(
    fields.flatMap(({ name, only }, index) =>
      only === 'cells' ? [] : [[name, row[index] ?? null]],
    ),
  );
}

/** A moment as every program reads it: "2026-03-20T10:00:00.000Z". */
export function momentOf(at: Date | null): string | null {
  return at === null ? null : at.toISOString();
}
