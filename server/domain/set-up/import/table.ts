/** A table as it came from a spreadsheet: which column is which, and what stands in a row. */

export interface TableRow {
  /** as a spreadsheet numbers it; the first row, with the columns' names, is 1 */
  readonly number: number;
  readonly cells: readonly string[];
}
export interface Table {
  readonly header: readonly string[];
  /** without rows that are empty */
  readonly rows: readonly TableRow[];
}
export interface Column<Key extends string> {
  readonly key: Key;
  readonly title: string;
  /** what else it may be called */
  readonly otherNames?: readonly string[];
  readonly required?: boolean;
}

export const mostRows = 1000;

export interface Columns<Key extends string> {
  /** sentences: why none of the rows can be read; empty where they can */
  readonly faults: readonly string[];
  readonly has: (key: Key) => boolean;
  /** '' where the table has no such column, or the row ends before */
  readonly cell: (row: TableRow, key: Key) => string;
  /** the column's name as the table has it */
  readonly title: (key: Key) => string;
}

export function readColumns<Key extends string>(
  { header, rows }: Table,
  columns: readonly Column<Key>[],
): Columns<Key> {
  const keys = header.map((name) => columns.find((column) => isCalled(column, name))?.key);
  return {
    faults: [...headerFaults(header, keys, columns), ...sizeFaults(rows)],
    has: (key) => keys.includes(key),
    cell: ({ cells }, key) => unguarded(cells[keys.indexOf(key)] ?? ''),
    title: (key) => header[keys.indexOf(key)]?.trim() ?? titleOf(columns, key),
  };
}

/** A row with more cells than names would put text under the wrong one. */
export function rowFault({ header }: Table, { cells }: TableRow): string {
  const filled = cells.findLastIndex((cell) => cell.trim() !== '') + 1;
  if (filled <= header.length) return '';
  return `The row has ${filled} cells, and the first row names ${header.length} columns: put text that holds the separator in quotation marks`;
}

function headerFaults<Key extends string>(
  header: readonly string[],
  keys: readonly (Key | undefined)[],
  columns: readonly Column<Key>[],
): string[] {
  const known = columns.map(({ title }) => title).join(', ');
  if (keys.every((key) => key === undefined)) {
    return [`The first row must name the columns: ${known}`];
  }
  const missing = columns.filter(({ key, required }) => required === true && !keys.includes(key));
  const unknown = header.flatMap((name, index) =>
    keys[index] === undefined
      ? [
          `Column ${index + 1}${name.trim() === '' ? '' : `, “${name.trim()}”,`} is none of ${known}: take it out, or correct its name`,
        ]
      : [],
  );
  const twice = columns.filter(({ key }) => keys.indexOf(key) !== keys.lastIndexOf(key));
  return [
    ...missing.map(({ title }) => `The column ${title} is missing`),
    ...unknown,
    ...twice.map(({ title }) => `There are two columns ${title}: take one out`),
  ];
}

function sizeFaults(rows: readonly TableRow[]): string[] {
  if (rows.length === 0) return ['There is no row below the columns’ names'];
  if (rows.length <= mostRows) return [];
  return [`There are ${rows.length} rows: send ${mostRows} at a time`];
}

function isCalled({ title, otherNames = [] }: Column<string>, name: string): boolean {
  return [title, ...otherNames].some((known) => plain(known) === plain(name));
}

function plain(name: string): string {
  return name.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}

function titleOf<Key extends string>(columns: readonly Column<Key>[], key: Key): string {
  return columns.find((column) => column.key === key)?.title ?? key;
}

/**
 * What a spreadsheet would take for a formula: also behind apostrophes, so that guarding can be undone.
 * Our lists put one apostrophe before it.
 */
const formula = /^'*[=+\-@\t\r]/;

/** A cell that no spreadsheet runs. */
export function guarded(text: string): string {
  return formula.test(text) ? `'${text}` : text;
}

/** Takes back the apostrophe of `guarded`. */
export function unguarded(cell: string): string {
  return cell.startsWith("'") && formula.test(cell) ? cell.slice(1) : cell;
}
