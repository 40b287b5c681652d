/** Accounts of the organisation: whose they are, by issuer and subject alone, and those that wait to be tied to somebody. */
import type { Knex } from 'knex';
import { waitingEnd, type Proofs } from '../../domain/access/sign-in.ts';

/** An account at a provider. */
export interface ForeignAccount {
  readonly issuer: string;
  readonly subject: string;
  readonly label: string;
}

/** Whose account it is; notes that it was used. */
export async function useIdentity(
  db: Knex,
  { issuer, subject, label }: ForeignAccount,
  now: Date,
): Promise<string | undefined> {
  const [row] = await db('person_identities')
    .where({ issuer, subject })
    .update({ last_used_at: now, label })
    .returning('person_id');
  return row?.person_id;
}

export interface OwnIdentity extends ForeignAccount {
  readonly id: string;
  readonly linkedAt: Date;
}

export function listIdentities(db: Knex, personId: string): Promise<OwnIdentity[]> {
  return db('person_identities')
    .where('person_id', personId)
    .orderBy('linked_at')
    .select<OwnIdentity[]>('id', 'issuer', 'subject', 'label', 'linked_at as linkedAt');
}

/** @param issuer of the provider that signs people in now; null: none does, and no account counts */
export async function getProofs(
  db: Knex,
  personId: string,
  issuer: string | null,
): Promise<Proofs> {
  const { rows } = await db.raw<{ rows: readonly [Proofs] }>(
    `select exists (select from authenticators
        where person_id = :personId and confirmed_at is not null) as "hasAuthenticator",
      exists (select from person_identities
        where person_id = :personId and issuer = :issuer) as "hasIdentity"`,
    { personId, issuer: issuer ?? '' },
  );
  return rows[0];
}

export interface WaitingIdentity extends ForeignAccount {
  readonly provenAt: Date | null;
  readonly returnTo: string;
}

/** Keeps the account that a browser came back with; it takes the place of an earlier one. */
export async function keepWaiting(
  db: Knex,
  waiting: WaitingIdentity & { readonly browserHash: Buffer; readonly now: Date },
): Promise<void> {
  await db('waiting_identities').where('expires_at', '<=', waiting.now).delete();
  await db('waiting_identities')
    .insert({
      browser_hash: waiting.browserHash,
      issuer: waiting.issuer,
      subject: waiting.subject,
      label: waiting.label,
      proven_at: waiting.provenAt,
      return_to: waiting.returnTo,
      expires_at: waitingEnd(waiting.now),
    })
    .onConflict('browser_hash')
    .merge();
}

export function findWaiting(
  db: Knex,
  browserHash: Buffer,
  now: Date,
): Promise<WaitingIdentity | undefined> {
  return db('waiting_identities')
    .where('browser_hash', browserHash)
    .where('expires_at', '>', now)
    .first<WaitingIdentity | undefined>(
      ...['issuer', 'subject', 'label'],
      ...['proven_at as provenAt', 'return_to as returnTo'],
    );
}

/** Takes it away: the question is answered. */
export async function takeWaiting(
  db: Knex,
  { issuer, subject }: ForeignAccount,
  browserHash: Buffer,
): Promise<void> {
  await db('waiting_identities').where({ browser_hash: browserHash, issuer, subject }).delete();
}

/** @returns false where the account is somebody's already, or the person may not sign in any more */
export async function insertIdentity(
  trx: Knex,
  link: ForeignAccount & { readonly id: string; readonly personId: string; readonly now: Date },
): Promise<boolean> {
  const { rows } = await trx.raw<{ rows: readonly unknown[] }>(
    `insert into person_identities (id, person_id, issuer, subject, label, linked_at, last_used_at)
     select :id, p.id, :issuer, :subject, :label, :now, :now from people p
     where p.id = :personId and p.deactivated_at is null
     on conflict (issuer, subject) do nothing
     returning id`,
    { ...link },
  );
  return rows.length === 1;
}

/** @returns false where it was not the person's */
export async function deleteIdentity(trx: Knex, personId: string, id: string): Promise<boolean> {
  const gone = await trx('person_identities').where({ person_id: personId, id }).delete();
  return gone === 1;
}
