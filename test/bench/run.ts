/** `npm run bench`: what matters, side by side with the bare minimum, in ratios (docs/benchmarks.md). */
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { startEmbedded } from '../../server/db/embedded/embedded.ts';
import { migrate } from '../../server/db/migrate.ts';
import { openDatabase } from '../../server/db/open.ts';
import { compareExports } from './exports.ts';
import { fullSystem } from './full-system.ts';
import { compareForm, compareReports } from './pages.ts';
import { comparePdf } from './pdf.ts';
import { compareSaves } from './saves.ts';
import { start } from './servers.ts';
import type { BenchSite } from './site.ts';
import { table } from './table.ts';

const rounds = 5;

// A server of its own that keeps what it confirms, as an installation's does.
const dataDir = mkdtempSync(path.join(os.tmpdir(), 'parent-infant-bench-'));
const postgres = await startEmbedded({ dataDir });
const { url } = postgres;
await migrate(url);
const db = openDatabase({ url, applicationName: 'bench' });
await db.raw('create table bench_answers (id bigint generated always as identity, body text)');
const system = await fullSystem(db);
await db.raw('analyze');
const { rows } = await db.raw<{ rows: { server_version: string }[] }>('show server_version');
const site: BenchSite = {
  ...{ db, system, rounds },
  ours: await start('ours', url),
  bare: await start('bare', url),
};
try {
  console.log(
    `Node ${process.version}, PostgreSQL ${rows[0]?.server_version ?? ''}, ` +
      `${String(os.cpus().length)} x ${os.cpus()[0]?.model ?? ''}, ${String(rounds)} rounds\n`,
  );
  const onDisk = await compareSaves(site, 'save one answer, on disk when confirmed', 50);
  await db.raw('alter system set synchronous_commit = off');
  await db.raw('select pg_reload_conf()');
  const results = [
    await compareSaves(site, 'save one answer, without waiting for the disk', 200),
    onDisk,
    await compareForm(site),
    ...(await compareReports(site)),
    await comparePdf(site),
    ...(await compareExports(site)),
  ];
  console.log(table(results));
} finally {
  site.ours.stop();
  site.bare.stop();
  await db.destroy();
  await postgres.stop();
  rmSync(dataDir, { recursive: true, force: true });
}
