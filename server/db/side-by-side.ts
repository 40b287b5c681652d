/** Queries that do not wait for one another: over the pool at once, in a transaction in turn. */
import type { Knex } from 'knex';

/**
 * Starts each query given to it: at once on a pool; on a transaction when the one before has ended,
 * since its one connection takes one query at a time. Await all of them together.
 */
export function sideBySide(db: Knex): <T>(query: () => Promise<T>) => Promise<T> {
  if (db.isTransaction !== true) return (query) => query();
  let last: Promise<unknown> = Promise.resolve();
  return (query) => {
    const next = last.then(query);
    last = next;
    return next;
  };
}
