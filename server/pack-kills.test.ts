/** The application is killed while it draws a pack: its owner is told, asks again and has it whole; nothing stays under way. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { loadApp, type AppProcess } from '../test/config/app-process.ts';
import { buildApp, type BuiltApp } from '../test/config/built-app.ts';
import { useDatabase } from '../test/config/database.ts';
import { readPdf } from '../test/factories/pdf-reader.ts';
import { wordsOf } from '../test/factories/report-pages.ts';
import { signedIn, type Visitor } from '../test/factories/visitor.ts';
import { loadDemonstration } from './cli/demo/load.ts';

const database = useDatabase();
const minutes = 60_000;
const page = '/rounds/spring-2026/pack';
const file = `${page}.pdf`;
let built: BuiltApp;
let running: AppProcess | undefined;
let ruth: Visitor;

/** Kills the process that runs, and starts another so many minutes later. */
async function restart(minutesLater = 0): Promise<void> {
  await running?.kill();
  running = loadApp(database.url, built.program, minutesLater);
  const url = `http://127.0.0.1:${await running.listen()}`;
  const person = await database.db('people').whereLike('name', 'Ruth %').first('email');
  ruth = await signedIn(url, database.db, person?.email ?? '');
}

beforeAll(async () => {
  await loadDemonstration(database.db, new Date());
  built = buildApp();
  await restart();
}, 2 * minutes);
afterAll(async () => {
  await running?.kill();
  built.remove();
});

const pack = () => database.db('packs').first('status', 'places_done', 'file');
const read = async (): Promise<string> => wordsOf((await ruth.get(page)).text);
/** of the processes that are killed */
const connections = async (): Promise<number> => {
  const { rows } = await database.db.raw<{ rows: { count: number }[] }>(
    `select count(*)::int from pg_stat_activity
     where datname = current_database() and application_name <> 'test'`,
  );
  return rows[0]?.count ?? 0;
};
const soon = { timeout: 2 * minutes, interval: 20 };

it(
  '[trust 46] a pack whose process is killed is said to be stopped, gives no half file, and is made at the next press',
  { timeout: 8 * minutes },
  async () => {
    await ruth.post(page);
    await expect.poll(async () => (await pack())?.places_done, soon).toBeGreaterThan(0);
    await restart();
    // It was told of a moment ago: another process may be drawing it.
    expect(await read()).toMatch(/\d of 6 Places drawn/);
    expect((await ruth.get(file)).headers['location']).toBe(page);
    await restart(3);
    expect(await read()).toMatch(
      /It was stopped in the middle, after \d of 6 Places\. Make it again\./,
    );
    expect((await ruth.get(file)).headers['location']).toBe(page);
    expect(await pack()).toMatchObject({ status: 'drawing', file: null });

    await ruth.post(page);
    await expect.poll(read, soon).toContain('Download the pack');
    const answer = await ruth.getFile(file);
    expect(answer.status).toBe(200);
    const { outline } = await readPdf(answer.body as Uint8Array);
    expect(outline.filter(({ depth }) => depth === 2).at(-1)?.title).toBe('Method and sources');
    expect(await pack()).toMatchObject({ status: 'done', places_done: 6 });
  },
);

it(
  'a pack whose process is killed between taking it and beginning it is made by the next process',
  { timeout: 4 * minutes },
  async () => {
    const { db } = database;
    await ruth.post(page);
    await running?.kill();
    // What it had sent is done by PostgreSQL after its death, too.
    await expect.poll(connections, soon).toBe(0);
    // As it is in that moment, however far the process came.
    await db('packs').update({ status: 'queued' });
    await db.raw(`update graphile_worker._private_jobs set locked_at = now(), locked_by = 'gone'`);
    expect(await pack()).toMatchObject({ status: 'queued' });
    await restart(0);
    await expect.poll(read, soon).toContain('Download the pack');
  },
);
