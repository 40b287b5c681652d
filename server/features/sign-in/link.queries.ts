/** Links by e-mail: only a hash is kept, the newest alone works, and it works once. */
import type { Knex } from 'knex';
import { linkEnd } from '../../domain/access/sign-in.ts';

interface Account {
  readonly personId: string;
  readonly name: string;
  readonly email: string;
}

/** Whoever has the address, spelt as it is stored, and may sign in; undefined for everybody else. */
export function findAccount(db: Knex, email: string): Promise<Account | undefined> {
  return db('people')
    .where({ email })
    .whereNull('deactivated_at')
    .first<Account | undefined>('id as personId', 'name', 'email');
}

/** @param trx a transaction: older links end with the making of the new one */
export async function insertLink(
  trx: Knex,
  { personId, hash, now }: { readonly personId: string; readonly hash: Buffer; readonly now: Date },
): Promise<void> {
  await trx('sign_in_links')
    .where({ person_id: personId, ended_at: null })
    .update({ ended_at: now });
  await trx('sign_in_links').insert({
    token_hash: hash,
    person_id: personId,
    made_at: now,
    expires_at: linkEnd(now),
  });
  await trx('sign_in_links').where('expires_at', '<', daysBefore(now, 30)).delete();
}

function daysBefore(now: Date, days: number): Date {
  return new Date(now.getTime() - days * 24 * 60 * 60_000);
}

/** Does the link still work? Asking changes nothing: mail scanners ask too. */
export async function isLinkGood(db: Knex, hash: Buffer, now: Date): Promise<boolean> {
  const row = await goodLinks(db, hash, now).first<{ person_id: string } | undefined>(
    'l.person_id',
  );
  return row !== undefined;
}

/** Uses the link: of two requests at once one gets the person, the other nothing. */
export async function useLink(db: Knex, hash: Buffer, now: Date): Promise<string | undefined> {
  const [used] = await db('sign_in_links')
    .whereIn(
      'token_hash',
      goodLinks(db, hash, now).select<{ token_hash: Buffer }[]>('l.token_hash'),
    )
    .whereNull('ended_at')
    .update({ ended_at: now })
    .returning('person_id');
  return used?.person_id;
}

function goodLinks(db: Knex, hash: Buffer, now: Date) {
  return db('sign_in_links as l')
    .join('people as p', 'p.id', 'l.person_id')
    .where('l.token_hash', hash)
    .whereNull('l.ended_at')
    .where('l.expires_at', '>', now)
    .whereNull('p.deactivated_at');
}

/** The address that an old link was sent to, so that one click sends a new one there. */
export async function findLinkAddress(db: Knex, hash: Buffer): Promise<string | undefined> {
  const row = await db('sign_in_links as l')
    .join('people as p', 'p.id', 'l.person_id')
    .where('l.token_hash', hash)
    .first<{ email: string } | undefined>('p.email');
  return row?.email;
}
