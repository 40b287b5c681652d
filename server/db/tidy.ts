/** Clears away what open pages have saved, once no session that opened them can still be running. */
import type { Knex } from 'knex';
import type { Task } from './jobs.ts';

/** The task of the job queue that does so. */
export const TIDY = 'tidy';

/** A session ends after 7 days; a page that is older than this starts from the revision that it was made from. */
const keptDays = 8;
const day = 86_400_000;

/** @param deps `db` sees every system: requests may not delete here */
export function tidyTasks(deps: {
  readonly db: Knex;
  readonly now: () => Date;
}): Readonly<Record<string, Task>> {
  return {
    [TIDY]: async () => {
      const before = new Date(deps.now().getTime() - keptDays * day);
      await deps.db('page_saves').where('saved_at', '<', before).delete();
    },
  };
}
