/** The three files of a round's data, each made from the same tables, some rows at a time. */
import { csvLines, csvStart } from '../../adapters/csv.ts';
import { streamWorkbook, type StreamedSheet } from '../../adapters/spreadsheet/stream.ts';
import type { Cell } from '../../adapters/spreadsheet/workbook.ts';
import { guarded } from '../../domain/set-up/import/table.ts';
import { recordOf, type DataTable, type Field } from '../../results/data/table.ts';
import type { About } from './about.ts';
import { columnsOf, toCells, toTexts } from './cells.ts';
import { readMeColumns, readMeRows } from './read-me.ts';

/** A sheet for each table, behind the one that explains them. */
export function workbookOf(about: About, tables: readonly DataTable[]): AsyncIterable<Buffer> {
  return streamWorkbook([
    { name: 'read me', columns: readMeColumns, rows: atOnce(readMeRows(about, tables)) },
    ...tables.map(sheetOf),
  ]);
}

function sheetOf(table: DataTable): StreamedSheet {
  const columns = columnsOf(table);
  return {
    name: table.name,
    columns: columns.map((field) => ({ width: widthOf(field) })),
    rows: (async function* () {
      yield [columns.map(({ name }): Cell => ({ head: name }))];
      for await (const rows of table.pages()) yield rows.map((row) => toCells(table, row));
    })(),
  };
}

/** in characters */
function widthOf({ name, kind }: Field): number {
  return Math.max(kind === 'text' ? 20 : 10, name.length + 3);
}

async function* atOnce(rows: readonly (readonly Cell[])[]): AsyncGenerator<typeof rows> {
  yield await Promise.resolve(rows);
}

/** One table: the names of its columns, then its rows. */
export async function* csvOf(table: DataTable): AsyncGenerator<Buffer> {
  const names = columnsOf(table).map(({ name }) => guarded(name));
  yield Buffer.from(csvStart + csvLines([names]));
  for await (const rows of table.pages()) {
    yield Buffer.from(csvLines(rows.map((row) => toTexts(table, row))));
  }
}

/** All tables in one object, by name; rows are objects. Cut off anywhere it is no JSON. */
export async function* jsonOf(about: About, tables: readonly DataTable[]): AsyncGenerator<Buffer> {
  yield Buffer.from(`{"about":${JSON.stringify(about)}`);
  for (const table of tables) {
    yield Buffer.from(`,\n${JSON.stringify(table.name)}:[`);
    let start = '\n';
    for await (const rows of table.pages()) {
      const lines = rows.map((row) => JSON.stringify(recordOf(table, row)));
      if (lines.length > 0) yield Buffer.from(start + lines.join(',\n'));
      if (lines.length > 0) start = ',\n';
    }
    yield Buffer.from('\n]');
  }
  yield Buffer.from('}\n');
}
