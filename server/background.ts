/** Work of this process that nobody waits for in a request, beside mail: packs are drawn, what is outlived is cleared away. */
import type { Knex } from 'knex';
import type { Logger } from 'pino';
import type { PdfPool } from './adapters/pdf/pool.ts';
import { definitionStore } from './db/definitions.queries.ts';
import { startJobs, type Jobs } from './db/jobs.ts';
import { TIDY, tidyTasks } from './db/tidy.ts';
import { packKeptDays } from './domain/round/pack.ts';
import { packTasks } from './features/reports/pack/pack.task.ts';
import { WAKE_PACKS, wakeWaiting } from './features/reports/pack/packs.queries.ts';

export interface BackgroundDeps {
  readonly db: Knex;
  /** of the same database */
  readonly url: string;
  readonly pdf: PdfPool;
  readonly logger: Logger;
  readonly now: () => Date;
  readonly baseUrl: string;
}

/** One at a time, on a queue runner of its own: neither mail nor the other PDFs wait behind a long pack. */
const concurrency = 1;

export function startBackground({ url, ...deps }: BackgroundDeps): Jobs {
  const { db, logger } = deps;
  const log = { warn: logger.warn.bind(logger), debug: logger.debug.bind(logger) };
  const tasks = {
    ...packTasks({ ...deps, definitions: definitionStore(db) }),
    ...tidyTasks({ ...deps, packKeptDays }),
  };
  // At the start, too: the process before this one may have been killed with one in its hands.
  wakeWaiting(db).catch((error: unknown) => {
    logger.warn({ err: error }, 'packs that wait were not woken');
  });
  return startJobs({ url, log, tasks, concurrency, recurring: [TIDY, WAKE_PACKS] });
}
