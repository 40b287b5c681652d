/** Clears away what nobody can need any more: what open pages have saved, and packs that were made days ago. */
import type { Knex } from 'knex';
import type { Task } from './jobs.ts';

/** The task of the job queue that does so. */
export const TIDY = 'tidy';

/** A session ends after 7 days; a page that is older than this starts from the revision that it was made from. */
const pageKeptDays = 8;
const day = 86_400_000;

/** @param deps `db` sees every system: requests may not delete here */
export function tidyTasks(deps: {
  readonly db: Knex;
  readonly now: () => Date;
  readonly packKeptDays: number;
}): Readonly<Record<string, Task>> {
  return {
    [TIDY]: async () => {
      const daysAgo = (days: number): Date => new Date(deps.now().getTime() - days * day);
      await deps.db('page_saves').where('saved_at', '<', daysAgo(pageKeptDays)).delete();
      await deps.db('packs').where('asked_at', '<', daysAgo(deps.packKeptDays)).delete();
    },
  };
}
