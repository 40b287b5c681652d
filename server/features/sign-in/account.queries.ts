/** A person's own sign-in: what the account page shows, and ending every session. */
import type { Knex } from 'knex';

export interface OwnAccount {
  readonly name: string;
  readonly email: string;
  readonly hasAuthenticator: boolean;
  /** on other browsers as well as this one */
  readonly sessions: number;
}

export async function getOwnAccount(db: Knex, personId: string): Promise<OwnAccount> {
  const account = await db('people as p')
    .where('p.id', personId)
    .first<OwnAccount | undefined>(
      'p.name',
      'p.email',
      db.raw(
        `exists (select from authenticators a
          where a.person_id = p.id and a.confirmed_at is not null) as "hasAuthenticator"`,
      ),
      db.raw(
        `(select count(*)::integer from sessions s
          where s.person_id = p.id and s.expires_at > now()) as sessions`,
      ),
    );
  if (!account) throw new Error('somebody is signed in who does not exist');
  return account;
}

export async function endSessions(db: Knex, personId: string): Promise<void> {
  await db('sessions').where('person_id', personId).delete();
}
