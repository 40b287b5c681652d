/** The one-time link of a first start, and the administrator that it makes. */
import type { Knex } from 'knex';
import { makeAdministrator, type NewPerson } from '../../db/accounts.ts';

/** Makes the newest link the only one. @returns false where there is an administrator already */
export async function keepFirstRunLink(db: Knex, hash: Buffer, now: Date): Promise<boolean> {
  return db.transaction(async (trx) => {
    if (await trx('administrators').first('person_id')) return false;
    await trx('first_run_links').delete();
    await trx('first_run_links').insert({ token_hash: hash, made_at: now });
    return true;
  });
}

export async function isFirstRunLink(db: Knex, hash: Buffer): Promise<boolean> {
  const row = await db('first_run_links').where('token_hash', hash).first('made_at');
  return row !== undefined;
}

/**
 * Uses the link up and makes the administrator: of two requests at once one does.
 * @returns the person's id; null where the link is not there any more
 */
export async function makeFirstAdministrator(
  trx: Knex,
  { hash, person, now }: { readonly hash: Buffer; readonly person: NewPerson; readonly now: Date },
): Promise<string | null> {
  const used = await trx('first_run_links').where('token_hash', hash).delete();
  if (used === 0) return null;
  return makeAdministrator(trx, person, now);
}
