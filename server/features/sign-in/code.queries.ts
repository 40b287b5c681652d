/** Authenticators and recovery codes: what is stored, and that nothing is taken twice. */
import type { Knex } from 'knex';

export interface Authenticator {
  readonly secret: Buffer;
  readonly confirmedAt: Date | null;
}

export function findAuthenticator(db: Knex, personId: string): Promise<Authenticator | undefined> {
  return db('authenticators')
    .where('person_id', personId)
    .first<Authenticator | undefined>('secret', 'confirmed_at as confirmedAt');
}

/** Keeps a secret that waits to be confirmed; a confirmed one is never replaced by this. */
export async function keepSecret(
  db: Knex,
  personId: string,
  secret: Buffer,
): Promise<Authenticator> {
  await db('authenticators')
    .insert({ person_id: personId, secret, confirmed_at: null, last_step: '0' })
    .onConflict('person_id')
    .ignore();
  const kept = await findAuthenticator(db, personId);
  if (!kept) throw new Error('the authenticator was not kept');
  return kept;
}

/** Takes the code of a step, once: of two requests at once one gets true. */
export async function takeStep(
  db: Knex,
  { personId, step, now }: { readonly personId: string; readonly step: number; readonly now: Date },
): Promise<boolean> {
  const taken = await db('authenticators')
    .where('person_id', personId)
    .where('last_step', '<', step)
    .update({
      last_step: String(step),
      confirmed_at: db.raw('coalesce(confirmed_at, ?)', [now]),
    });
  return taken === 1;
}

/** @param trx a transaction: the new codes are there, or the old ones still are */
export async function replaceRecoveryCodes(
  trx: Knex,
  personId: string,
  hashes: readonly Buffer[],
): Promise<void> {
  await trx('recovery_codes').where('person_id', personId).delete();
  await trx('recovery_codes').insert(
    hashes.map((code_hash) => ({ person_id: personId, code_hash, used_at: null })),
  );
}

/** Uses a recovery code, once. */
export async function useRecoveryCode(
  db: Knex,
  { personId, hash, now }: { readonly personId: string; readonly hash: Buffer; readonly now: Date },
): Promise<boolean> {
  const used = await db('recovery_codes')
    .where({ person_id: personId, code_hash: hash, used_at: null })
    .update({ used_at: now });
  return used === 1;
}
