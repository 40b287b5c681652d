/** People as accounts: made by set-up and by the administration, and what happens to accounts. */
import type { Knex } from 'knex';

export interface NewPerson {
  readonly id: string;
  readonly name: string;
  /** in the one spelling that is stored: small letters */
  readonly email: string;
}

/** The account with the address, made where it is new; a name that is there already stays. */
export async function ensureAccount(trx: Knex, person: NewPerson): Promise<string> {
  // A function of the database's owner: a request may not look for people of other systems.
  const { rows } = await trx.raw<{ rows: { id: string }[] }>(
    'select account_of(:id, :name, :email) as id',
    { ...person },
  );
  const [row] = rows;
  if (!row) throw new Error('the account was not made');
  return row.id;
}

export interface AccountEvent {
  /** null where the terminal did it */
  readonly personId: string | null;
  /** such as "account.deactivated" */
  readonly act: string;
  readonly subjectId: string;
  readonly happenedAt: Date;
}

/** @param trx the transaction of the deed itself */
export async function recordAccountEvent(trx: Knex, event: AccountEvent): Promise<void> {
  await trx('account_events').insert({
    person_id: event.personId,
    act: event.act,
    subject_id: event.subjectId,
    happened_at: event.happenedAt,
    details: '{}',
  });
}

/** Makes the person an administrator of the installation. @returns the account's id */
export async function makeAdministrator(trx: Knex, person: NewPerson, now: Date): Promise<string> {
  const personId = await ensureAccount(trx, person);
  await trx('administrators').insert({ person_id: personId, since: now });
  await recordAccountEvent(trx, {
    personId: null,
    act: 'administrator.made',
    subjectId: personId,
    happenedAt: now,
  });
  return personId;
}
