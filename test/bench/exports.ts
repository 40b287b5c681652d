/** A round's data as files: answers as CSV against PostgreSQL's own COPY, a long workbook against the bare library. */
import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { Knex } from 'knex';
import writeFile from 'write-excel-file/node';
import { streamWorkbook } from '../../server/adapters/spreadsheet/stream.ts';
import { definitionStore } from '../../server/db/definitions.queries.ts';
import { csvOf } from '../../server/features/data/files.ts';
import { loadData } from '../../server/results/data/load.ts';
import { compare, type Comparison, type Measured } from './load.ts';
import type { BenchSite } from './site.ts';

const ROWS = 50_000;
const COLUMNS = 8;

async function measure(make: () => Promise<unknown>): Promise<Measured> {
  const start = performance.now();
  await make();
  return { perSecond: 1000 / (performance.now() - start) };
}

/** @returns how many bytes */
async function taken(pieces: AsyncIterable<Buffer>): Promise<number> {
  let bytes = 0;
  for await (const { length } of pieces) bytes += length;
  return bytes;
}

/** The same rows and columns as the database has them: no labels, no levels worked out, no guard against formulas. */
const copyOut = (db: Knex): Promise<unknown> =>
  db.raw(`copy (
    select r.id, g.slug, g.name, p.slug, p.name, n.item_id, n.level, n.value, r.submitted_at, r.provenance
    from assignments a
    join rounds o on o.id = a.round_id and o.slug = 'answered'
    join responses r on r.system_id = a.system_id and r.assignment_id = a.id and r.status = 'submitted'
    join answers n on n.system_id = r.system_id and n.response_id = r.id
    join agencies g on g.system_id = a.system_id and g.id = a.agency_id
    join places p on p.system_id = a.system_id and p.id = a.place_id
    order by p.position, g.name, r.id) to '/dev/null' (format csv)`);

export async function compareExports({ db, system, rounds }: BenchSite): Promise<Comparison[]> {
  const deps = { db, definitions: definitionStore(db) };
  const answers = async (): Promise<void> => {
    const { tables } = await loadData(deps, system.coordinator, system.roundSlug);
    const table = tables.find(({ name }) => name === 'answers');
    if (!table) throw new Error('The coordinator may have the answers.');
    await taken(csvOf(table));
  };
  const turns = monitorEventLoopDelay({ resolution: 5 });
  turns.enable();
  const csv = await compare(
    { what: 'answers as CSV, 150 responses, against COPY', rounds },
    () => measure(answers),
    () => measure(() => copyOut(db)),
  );
  turns.disable();
  const ms = (nanoseconds: number): string => (nanoseconds / 1e6).toFixed(0);
  console.log(
    `While answers are written the event loop is held for ${ms(turns.percentile(99))} ms at p99, ` +
      `${ms(turns.max)} ms at most.\n`,
  );
  return [csv, await compareWorkbooks(rounds)];
}

function compareWorkbooks(rounds: number): Promise<Comparison> {
  const columns = Array.from({ length: COLUMNS }, () => ({ width: 20 }));
  const rows = Array.from({ length: ROWS }, (_, row) =>
    columns.map((_column, at) => `row ${String(row)}, what stands in column ${String(at)}`),
  );
  const some = async function* () {
    for (let at = 0; at < rows.length; at += 100) {
      yield await Promise.resolve(rows.slice(at, at + 100));
    }
  };
  const bare = rows.map((row) => row.map((value) => ({ value, type: String })));
  return compare(
    { what: `workbook of ${String(ROWS)} rows, against write-excel-file`, rounds },
    () => measure(() => taken(streamWorkbook([{ name: 'rows', columns, rows: some() }]))),
    () => measure(() => writeFile(bare, { columns }).toBuffer()),
  );
}
