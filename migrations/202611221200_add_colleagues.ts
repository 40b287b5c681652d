/** Colleagues whom an agency lead invites: what they were called, when they were invited, and whether they came. */
import type { Knex } from 'knex';

export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
alter table members add column last_signed_in_at timestamptz;
update members m set last_signed_in_at = s.at
  from (select person_id, data ->> 'systemId' as system_id,
      to_timestamp(max((data ->> 'signedInAt')::float8) / 1000) as at
    from sessions where person_id is not null group by 1, 2) s
  where s.person_id = m.person_id and s.system_id = m.system_id::text;

alter table memberships
  add column invited_as text,
  add column invited_at timestamptz;
`);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw(`
alter table memberships drop column invited_as, drop column invited_at;
alter table members drop column last_signed_in_at;
`);
}
