/** What requests may do with a table: a migration that creates one says so with these. */
import type { Knex } from 'knex';

/** The role of requests (server/db/guard.ts); roles are the whole server's, so its name says whose it is. */
export const requestRole = 'pair_request';

/** What may happen to a row that is there: nothing, as in a history; changes; or that it goes again. */
type Use = 'kept' | 'changed' | 'removed';

const rights: Readonly<Record<Use, string>> = {
  kept: 'select, insert',
  changed: 'select, insert, update',
  removed: 'select, insert, update, delete',
};

/** A table of systems' data: a request has the rows of its own system, and no other's. */
export async function ownRows(knex: Knex, table: string, use: Use = 'changed'): Promise<void> {
  await knex.raw(`
alter table ${table} enable row level security;
create policy own_system on ${table} to ${requestRole}
  using (system_id = (select own_system())) with check (system_id = (select own_system()));
grant ${rights[use]} on ${table} to ${requestRole}`);
}

/** Takes it back. */
export async function anyRows(knex: Knex, table: string): Promise<void> {
  await knex.raw(`
revoke all on ${table} from ${requestRole};
drop policy own_system on ${table};
alter table ${table} disable row level security`);
}
