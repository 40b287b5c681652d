/** A page of a table's rows: those asked for, behind the page before. */
import { AppError } from '../../domain/errors.ts';
import { recordOf, type DataTable, type Value } from '../../results/data/table.ts';
import type { Key } from './cursor.ts';
import type { Asked } from './parameters.ts';
import type { RowList } from './tables.ts';

/** As JSON has a row. */
export type ApiRecord = Readonly<Record<string, Value>>;

export interface RowPage {
  readonly rows: readonly ApiRecord[];
  /** of its last row; null where no row follows */
  readonly end: Key | null;
}

/**
 * @param placeField in which a row names its Place, or its Places
 * @throws conflict: the row behind which the page begins is gone
 */
export async function pageOf(
  table: Pick<DataTable, 'fields' | 'pages'>,
  list: RowList,
  asked: Asked,
  placeField = 'place',
): Promise<RowPage> {
  const rows: ApiRecord[] = [];
  for await (const record of behind(table, list, asked.after)) {
    if (isAsked(record, list, asked, placeField)) rows.push(record);
    if (rows.length > asked.limit) return toPage(rows.slice(0, asked.limit), list);
  }
  return { rows, end: null };
}

/** All rows behind the one with this key; from the first on where there is none. */
async function* behind(
  table: Pick<DataTable, 'fields' | 'pages'>,
  list: RowList,
  after: Key | null,
): AsyncGenerator<ApiRecord> {
  let begun = after === null;
  for await (const rows of table.pages(after?.[0] ?? undefined)) {
    for (const row of rows) {
      const record = recordOf(table, row);
      if (begun) yield record;
      else begun = isSame(keyOf(list, record), after ?? []);
    }
  }
  if (!begun) throw new AppError('conflict', 'The row before this page is gone: begin again.');
}

function toPage(rows: readonly ApiRecord[], list: RowList): RowPage {
  const last = rows.at(-1);
  return { rows, end: last ? keyOf(list, last) : null };
}

function keyOf({ key }: RowList, record: ApiRecord): Key {
  return key.map((name) => {
    const value = record[name] ?? null;
    if (value === null || typeof value === 'string') return value;
    throw new Error(`the field ${name} tells no rows apart`);
  });
}

const isSame = (one: Key, other: Key): boolean => one.every((part, at) => part === other[at]);

function isAsked(
  record: ApiRecord,
  { having, changed }: RowList,
  { where, changedSince }: Asked,
  placeField: string,
): boolean {
  if (having !== null && record[having] === null) return false;
  if (changedSince && changed !== null && !isSince(record[changed], changedSince)) return false;
  return Object.entries(where).every(([filter, id]) =>
    holds(record[filter === 'place' ? placeField : filter], id),
  );
}

/** What a row says of a moment is ISO 8601 in UTC. */
function isSince(value: Value | undefined, since: Date): boolean {
  return typeof value === 'string' && value >= since.toISOString();
}

/** A service is in several Places. */
function holds(value: Value | undefined, id: string): boolean {
  return Array.isArray(value) ? value.includes(id) : value === id;
}
