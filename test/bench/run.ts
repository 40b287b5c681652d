/** `npm run bench`: what matters, side by side with the bare minimum, in ratios (docs/benchmarks.md). */
import { fork, type ChildProcess } from 'node:child_process';
import os from 'node:os';
import { openDatabase } from '../../server/db/open.ts';
import { migrate } from '../../server/db/migrate.ts';
import { createDatabase, dropDatabase, urlOf } from '../config/databases.ts';
import { startTestServer } from '../config/server.ts';
import { comparePdf } from './pdf.ts';
import { fullSystem } from './full-system.ts';
import { median, type Comparison } from './load.ts';
import { comparePages, compareSaves } from './pages.ts';

const rounds = 5;

function start(
  which: 'ours' | 'bare',
  url: string,
): Promise<{ child: ChildProcess; port: number }> {
  const child = fork(new URL('./server.ts', import.meta.url), [which, url], {
    execArgv: ['--import', 'tsx'],
    env: { ...process.env, NODE_ENV: 'production' },
  });
  return new Promise((resolve, reject) => {
    child.once('message', (port) => {
      resolve({ child, port: Number(port) });
    });
    child.once('exit', (code) => {
      reject(new Error(`the ${which} server stopped: ${String(code)}`));
    });
  });
}

function row({ what, unit, ratios, ours, bare }: Comparison): string {
  const range = `${Math.min(...ratios).toFixed(2)} to ${Math.max(...ratios).toFixed(2)}`;
  const figures = `${median(ours).toFixed(1)} | ${median(bare).toFixed(1)} ${unit}`;
  return `| ${what} | ${figures} | **${median(ratios).toFixed(2)}** | ${range} |`;
}

const postgres = await startTestServer();
const name = await createDatabase(postgres.url);
const url = urlOf(postgres.url, name);
await migrate(url);
const db = openDatabase({ url, applicationName: 'bench' });
await db.raw('create table bench_answers (id bigint generated always as identity, body text)');
const system = await fullSystem(db);
await db.raw('analyze');
const ours = await start('ours', url);
const bare = await start('bare', url);
try {
  const site = { db, system, ours: ours.port, bare: bare.port, rounds };
  const results = [await compareSaves(site), ...(await comparePages(site)), await comparePdf(site)];
  const cpu = os.cpus()[0]?.model ?? 'unknown';
  console.log(
    `Node ${process.version}, ${String(os.cpus().length)} x ${cpu}, ${String(rounds)} rounds`,
  );
  console.log('\n| what | ours | bare | ratio, median | range |\n| --- | --- | --- | --- | --- |');
  for (const result of results) console.log(row(result));
} finally {
  ours.child.kill();
  bare.child.kill();
  await db.destroy();
  await dropDatabase(postgres.url, name);
  await postgres.stop();
}
