/** The job queue: shared by processes, kept running, stopped in order. */
import { afterEach, describe, expect, inject, it, vi } from 'vitest';
import { useDatabase } from '../../test/config/database.ts';
import { createDatabase, dropDatabase, urlOf } from '../../test/config/databases.ts';
import { aGate } from '../../test/factories/gate.ts';
import { openDatabase } from './open.ts';
import { hasJobQueue, startJobs, type Jobs, type Task } from './jobs.ts';

const database = useDatabase();
const running: Jobs[] = [];
afterEach(async () => {
  await Promise.all(running.splice(0).map(({ stop }) => stop()));
});

const quiet = { warn: () => undefined, debug: () => undefined };
function start(task: Task, url = database.url): Jobs {
  const jobs = startJobs({ url, tasks: { count: task }, log: quiet });
  running.push(jobs);
  return jobs;
}
const add = (n: number) =>
  database.db.raw(`select graphile_worker.add_job('count', json_build_object('n', ?::int))`, [n]);
const numberOf = (payload: unknown): number =>
  Number(typeof payload === 'object' && payload && Reflect.get(payload, 'n'));

describe('the job queue', () => {
  it('is there once the database is migrated, and not before', async () => {
    expect(await hasJobQueue(database.db)).toBe(true);
    const server = inject('testServerUrl');
    const name = await createDatabase(server);
    const empty = openDatabase({ url: urlOf(server, name), applicationName: 'test' });
    expect(await hasJobQueue(empty)).toBe(false);
    await empty.destroy();
    await dropDatabase(server, name);
  });

  it('gives each job to one process', async () => {
    const done: number[] = [];
    const note: Task = (payload) => {
      done.push(numberOf(payload));
      return Promise.resolve();
    };
    start(note);
    start(note);
    const numbers = Array.from({ length: 40 }, (_, n) => n);
    for (const n of numbers) await add(n);
    await vi.waitFor(() => expect(done.toSorted((a, b) => a - b)).toEqual(numbers), 15_000);
  });

  it('knows a recurring task once, however many processes ask for it', async () => {
    const tasks = { tidy: () => Promise.resolve() };
    const options = { url: database.url, tasks, recurring: ['tidy'], log: quiet };
    running.push(startJobs(options), startJobs(options));
    const known = (): Promise<{ rows: unknown[] }> =>
      database.db.raw(
        'select identifier, last_execution from graphile_worker._private_known_crontabs',
      );
    await vi.waitFor(async () => expect((await known()).rows).toHaveLength(1), 15_000);
    expect((await known()).rows).toEqual([{ identifier: 'tidy', last_execution: null }]);
  });

  it('stops when the job under way has ended, and tells it to', async () => {
    const seen: string[] = [];
    const jobs = start(async (_, stop) => {
      seen.push('begun');
      await new Promise((resolve) => {
        stop.addEventListener('abort', resolve);
      });
      seen.push('ended');
    });
    await add(1);
    await vi.waitFor(() => expect(seen).toEqual(['begun']), 10_000);
    running.splice(0);
    await jobs.stop();
    expect(seen).toEqual(['begun', 'ended']);
  });

  it('[trust 50] goes on by itself when the database was away, in the middle of a job too', async () => {
    const gate = aGate(database.url);
    await gate.open();
    const done: number[] = [];
    start(async (payload) => {
      if (numberOf(payload) === 1) await gate.shut();
      done.push(numberOf(payload));
    }, gate.url);
    await add(1);
    await vi.waitFor(() => expect(done).toEqual([1]), 10_000);
    await gate.open();
    await add(2);
    await vi.waitFor(() => expect(done).toContain(2), 15_000);
    await Promise.all(running.splice(0).map(({ stop }) => stop()));
    await gate.shut();
  });
});
