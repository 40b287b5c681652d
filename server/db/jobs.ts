/** The job queue in PostgreSQL: this process's share of the work, kept running until it is told to stop. */
import { setTimeout as wait } from 'node:timers/promises';
import {
  Logger,
  parseCronItems,
  run,
  runMigrations,
  type Runner,
  type RunnerOptions,
} from 'graphile-worker';
import type { Knex } from 'knex';
import pg from 'pg';
import { PAGE_LIMITS } from './limits.ts';

/** Does one job; a task records its own failures, so what it throws is a fault of ours. */
export type Task = (payload: unknown, stop: AbortSignal) => Promise<void>;

export interface JobsOptions {
  readonly url: string;
  readonly tasks: Readonly<Record<string, Task>>;
  /** jobs of this process at the same time; 2 where left out */
  readonly concurrency?: number;
  /** names of tasks to be done every few minutes: by one process each time, and once after a standstill */
  readonly recurring?: readonly string[];
  readonly log: JobsLog;
}
export interface JobsLog {
  readonly warn: (line: string) => void;
  readonly debug: (line: string) => void;
}

export interface Jobs {
  /** Takes no more jobs, tells running ones to end, and waits until they have. */
  readonly stop: () => Promise<void>;
}

/** For jobs that were put off; new ones are announced. */
const pollMs = 5_000;
/** What is under way may still end by itself for so long, before it is told to. */
const stopAfterMs = 3_000;
const restartAfterMs = 5_000;
/** Divides an hour. */
const recurringMinutes = 5;

/** Brings the queue's own tables up to date; the caller sees to it that nobody else does so at once. */
export async function migrateJobs(url: string): Promise<void> {
  await runMigrations({ connectionString: url, maxPoolSize: 1, logger: loggerTo(undefined) });
}

/** Are its tables there? For the readiness check. */
export function hasJobQueue(db: Knex): Promise<boolean> {
  return db.schema.withSchema('graphile_worker').hasTable('migrations');
}

export function startJobs(given: JobsOptions): Jobs {
  const { url, tasks, recurring = [], concurrency = 2, log } = given;
  const pool = openPool(url, concurrency, log);
  const stopping = new AbortController();
  const options: RunnerOptions = {
    pgPool: pool,
    concurrency,
    pollInterval: pollMs,
    noHandleSignals: true,
    parsedCronItems: parseCronItems(
      recurring.map((task) => ({
        task,
        match: `*/${recurringMinutes} * * * *`,
        // One that waits already is enough; what a standstill left out is not made up for one by one.
        options: { maxAttempts: 1, jobKey: task, jobKeyMode: 'preserve_run_at', backfillPeriod: 0 },
      })),
    ),
    logger: loggerTo(log),
    gracefulShutdownAbortTimeout: stopAfterMs,
    // Undone, an error while a job is ticked off would be nobody's, and end the process.
    preset: { worker: { completeJobBatchDelay: 0, failJobBatchDelay: 0 } },
    taskList: Object.fromEntries(
      Object.entries(tasks).map(([name, task]) => [
        name,
        (payload, { abortSignal }) => task(payload, abortSignal),
      ]),
    ),
  };
  const working = keepRunning(options, stopping.signal, log);
  return {
    stop: async () => {
      stopping.abort();
      await working;
      await pool.end();
    },
  };
}

/** The library gives up where it cannot tick off a job, for instance; then it starts anew. */
async function keepRunning(
  options: RunnerOptions,
  stopping: AbortSignal,
  log: JobsLog,
): Promise<void> {
  while (!stopping.aborted) {
    try {
      await work(await run(options), stopping);
    } catch (error) {
      log.warn(`job queue: ${error instanceof Error ? error.message : String(error)}`);
    }
    await wait(restartAfterMs, undefined, { signal: stopping }).catch(() => undefined);
  }
}

async function work(runner: Runner, stopping: AbortSignal): Promise<void> {
  const stop = (): void => {
    // It may have stopped by itself already, which is as well.
    runner.stop().catch(() => undefined);
  };
  if (stopping.aborted) stop();
  else stopping.addEventListener('abort', stop, { once: true });
  await runner.promise.finally(() => {
    stopping.removeEventListener('abort', stop);
  });
}

function openPool(url: string, concurrency: number, log: JobsLog): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    application_name: 'jobs',
    // One listens for new jobs.
    max: concurrency + 1,
    connectionTimeoutMillis: PAGE_LIMITS.connectMs,
    statement_timeout: PAGE_LIMITS.statementMs,
    query_timeout: PAGE_LIMITS.answerMs,
    keepAlive: true,
  });
  const said = (error: Error): void => log.debug(`job queue: ${error.message}`);
  pool.on('error', said);
  pool.on('connect', (client) => client.on('error', said));
  return pool;
}

/** What the library says of itself; of a job it names the number, never what it holds. */
function loggerTo(log: JobsLog | undefined): Logger {
  return new Logger(() => (level: string, message) => {
    const line = `job queue: ${message}`;
    if (level === 'error' || level === 'warning') log?.warn(line);
    else log?.debug(line);
  });
}
