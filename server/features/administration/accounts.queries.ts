/** Accounts of the installation, for administrators: who may sign in, never what they wrote. */
import type { Knex } from 'knex';
import { recordAccountEvent } from '../../db/accounts.ts';
import { notFound } from '../../domain/errors.ts';

export interface AccountRow {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly systems: readonly string[];
  readonly isAdministrator: boolean;
  readonly hasAuthenticator: boolean;
  /** an account of an organisation is linked */
  readonly hasIdentity: boolean;
  readonly deactivatedAt: Date | null;
  readonly lastSeenAt: Date | null;
}

const pageSize = 100;

/** By name; @param search part of a name or address; '' for everybody */
export function listAccounts(db: Knex, search: string): Promise<AccountRow[]> {
  const part = `%${search.replace(/[\\%_]/g, '\\$&')}%`;
  return db('people as p')
    .modify((query) => {
      if (search) void query.whereRaw('(p.name ilike ? or p.email ilike ?)', [part, part]);
    })
    .orderByRaw('p.name collate "en-GB-x-icu", p.email')
    .limit(pageSize + 1)
    .select<AccountRow[]>(
      'p.id',
      'p.name',
      'p.email',
      'p.deactivated_at as deactivatedAt',
      db.raw(`array(select distinct s.name from memberships m join systems s on s.id = m.system_id
        where m.person_id = p.id order by s.name) as systems`),
      db.raw(`exists (select from administrators a where a.person_id = p.id) as "isAdministrator"`),
      db.raw(`exists (select from authenticators a
        where a.person_id = p.id and a.confirmed_at is not null) as "hasAuthenticator"`),
      db.raw(`exists (select from person_identities i
        where i.person_id = p.id) as "hasIdentity"`),
      db.raw(`greatest(
          (select max(l.ended_at) from sign_in_links l where l.person_id = p.id),
          (select max(i.last_used_at) from person_identities i where i.person_id = p.id)
        ) as "lastSeenAt"`),
    );
}

export interface AccountDeed {
  readonly subjectId: string;
  readonly byPersonId: string;
  readonly now: Date;
}

/** @param trx a transaction. Ends every session and every link of the account. */
export async function deactivate(trx: Knex, deed: AccountDeed): Promise<void> {
  await changed(trx('people').where('id', deed.subjectId).whereNull('deactivated_at'), {
    deactivated_at: deed.now,
  });
  await endEverything(trx, deed);
  await record(trx, deed, 'account.deactivated');
}

export async function reactivate(trx: Knex, deed: AccountDeed): Promise<void> {
  await changed(trx('people').where('id', deed.subjectId).whereNotNull('deactivated_at'), {
    deactivated_at: null,
  });
  await record(trx, deed, 'account.reactivated');
}

/** The person sets up a new authenticator at the next sign-in. */
export async function removeAuthenticator(trx: Knex, deed: AccountDeed): Promise<void> {
  if (!(await trx('people').where('id', deed.subjectId).first('id'))) throw notFound();
  await trx('authenticators').where('person_id', deed.subjectId).delete();
  await trx('recovery_codes').where('person_id', deed.subjectId).delete();
  await endEverything(trx, deed);
  await record(trx, deed, 'account.authenticator-removed');
}

/** The person links an account anew, or sets an authenticator up, after a link by e-mail. */
export async function unlinkOrganisation(trx: Knex, deed: AccountDeed): Promise<void> {
  const gone = await trx('person_identities').where('person_id', deed.subjectId).delete();
  if (gone === 0) throw notFound();
  await endEverything(trx, deed);
  await record(trx, deed, 'account.organisation-unlinked');
}

async function changed(
  rows: Knex.QueryBuilder,
  change: { readonly deactivated_at: Date | null },
): Promise<void> {
  if ((await rows.update(change)) === 0) throw notFound();
}

async function endEverything(trx: Knex, { subjectId, now }: AccountDeed): Promise<void> {
  await trx('sessions').where('person_id', subjectId).delete();
  await trx('sign_in_links')
    .where({ person_id: subjectId, ended_at: null })
    .update({ ended_at: now });
}

function record(
  trx: Knex,
  { subjectId, byPersonId, now }: AccountDeed,
  act: string,
): Promise<void> {
  return recordAccountEvent(trx, { personId: byPersonId, act, subjectId, happenedAt: now });
}

export interface AccountEventRow {
  readonly happenedAt: Date;
  readonly act: string;
  readonly by: string | null;
  readonly subject: string | null;
}

/** The newest first. */
export function listAccountEvents(db: Knex): Promise<AccountEventRow[]> {
  return db('account_events as e')
    .leftJoin('people as p', 'p.id', 'e.person_id')
    .leftJoin('people as s', 's.id', 'e.subject_id')
    .orderBy('e.id', 'desc')
    .limit(pageSize)
    .select<AccountEventRow[]>(
      'e.happened_at as happenedAt',
      'e.act',
      'p.name as by',
      's.name as subject',
    );
}
