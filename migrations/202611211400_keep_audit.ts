/** What is in the audit trails stays there: the database itself refuses to change or remove a line. */
import type { Knex } from 'knex';

const trails = ['audit_events', 'account_events'];

export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% is only ever added to', tg_table_name using errcode = 'insufficient_privilege';
end $$`);
  for (const trail of trails) {
    await knex.raw(`
create trigger ${trail}_kept before update or delete or truncate on ${trail}
for each statement execute function refuse_change()`);
  }
}

export async function down(knex: Knex): Promise<void> {
  for (const trail of trails) await knex.raw(`drop trigger ${trail}_kept on ${trail}`);
  await knex.raw('drop function refuse_change()');
}
