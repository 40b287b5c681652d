/** What requests may do with a table: a migration that creates one says so with these. */
import type { Knex } from 'knex';

/** The role of requests (server/db/guard.ts); roles are the whole server's, so its name says whose it is. */
export const requestRole = 'pair_request';

/** `kept`: lines are added and never changed, as in a history. */
type Use = 'changed' | 'kept';

/** A table of systems' data: a request has the rows of its own system, and no other's. */
export async function ownRows(knex: Knex, table: string, use: Use = 'changed'): Promise<void> {
  const rights = use === 'kept' ? 'select, insert' : 'select, insert, update, delete';
  await knex.raw(`
alter table ${table} enable row level security;
create policy own_system on ${table} to ${requestRole}
  using (system_id = (select own_system())) with check (system_id = (select own_system()));
grant ${rights} on ${table} to ${requestRole}`);
}

/** Takes it back. */
export async function anyRows(knex: Knex, table: string): Promise<void> {
  await knex.raw(`
revoke all on ${table} from ${requestRole};
drop policy own_system on ${table};
alter table ${table} disable row level security`);
}
