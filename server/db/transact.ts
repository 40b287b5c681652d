/** One transaction around a write: saved whole or not at all, and answered only after the commit. */
import type { Knex } from 'knex';
import { toAppError } from './errors.ts';

/** Gives back what `work` gives once it is committed; throws what it throws, broken constraints in our words. */
export async function transact<T>(
  db: Knex,
  work: (trx: Knex.Transaction) => Promise<T>,
): Promise<T> {
  try {
    return await db.transaction(work);
  } catch (error) {
    throw toAppError(error);
  }
}
