/** Row-level security: requests run as a role that reads and writes one system's rows (docs/decisions/0019). */
import type { Knex } from 'knex';
import { anyRows, ownRows, requestRole } from './own-rows.ts';

/** Whatever was answered, agreed or sent stays, and so does whom and what a result counts. */
const changed = [
  'agencies',
  'agreed_levels',
  'answers',
  'members',
  'messages',
  'places',
  'service_entries',
];
/** What is chosen again goes with what was chosen before; a draft of a round goes with all that is asked in it. */
const removed = [
  'agency_places',
  'agency_sectors',
  'assignments',
  'membership_places',
  'memberships',
  'no_service',
  'responses',
  'round_agencies',
  'round_agency_places',
  'round_agency_sectors',
  'round_instruments',
  'round_places',
  'rounds',
  'service_entry_places',
  'withdrawals',
];
/** What happened stays as it was. */
const kept = ['answer_history', 'audit_events', 'service_entry_history'];

export async function up(knex: Knex): Promise<void> {
  await ensureRole(knex);
  await knex.raw(`
create function own_system() returns uuid stable parallel safe language sql
  as $$ select nullif(current_setting('pair.system', true), '')::uuid $$;

-- The account with an address, made where it is new: without a look at people of other systems.
create function account_of(uuid, text, text) returns uuid
  volatile security definer set search_path = public, pg_temp language sql
  as $$ insert into people (id, name, email) values ($1, $2, $3)
    on conflict (email) do update set email = excluded.email returning id $$;

-- The one way of a request into the job queue, whose tables are closed to it.
create function wake_mail(ids text[], run_at timestamptz) returns void
  volatile security definer set search_path = public, pg_temp language sql
  as $$ select graphile_worker.add_job('send-mail', json_build_object('message', id),
      run_at => wake_mail.run_at, max_attempts => 1, job_key => id)
    from unnest(ids) as id $$;

revoke all on function account_of(uuid, text, text), wake_mail(text[], timestamptz) from public;
grant execute on function account_of(uuid, text, text), wake_mail(text[], timestamptz) to ${requestRole};`);
  for (const table of changed) await ownRows(knex, table);
  for (const table of removed) await ownRows(knex, table, 'removed');
  for (const table of kept) await ownRows(knex, table, 'kept');
  await knex.raw(`
alter table systems enable row level security;
create policy own_system on systems to ${requestRole} using (id = (select own_system()));
grant select, update (name) on systems to ${requestRole};

-- People are the installation's: a request sees its system's members, and who acted in it.
alter table people enable row level security;
create policy own_system on people for select to ${requestRole} using (
  exists (select from members m where m.person_id = people.id)
  or exists (select from audit_events e where e.person_id = people.id));
grant select on people to ${requestRole};

grant select on instruments, instrument_versions to ${requestRole};`);
}

/** The role stays: other databases of the server may use it. */
export async function down(knex: Knex): Promise<void> {
  for (const table of [...changed, ...removed, ...kept, 'systems', 'people']) {
    await anyRows(knex, table);
  }
  await knex.raw(`
revoke all on instruments, instrument_versions from ${requestRole};
drop function wake_mail(text[], timestamptz);
drop function account_of(uuid, text, text);
drop function own_system()`);
}

/** Made, and given to our own user, where it is missing and may be; else the message says who can. */
async function ensureRole(knex: Knex): Promise<void> {
  await knex.raw(`
do $$ begin
  set local role ${requestRole};
  reset role;
exception when invalid_parameter_value or undefined_object or insufficient_privilege then
  -- It is not there, or not ours: whoever creates a role administers it, which is not yet to become it.
  begin
    begin
      create role ${requestRole} nologin;
    exception when duplicate_object or unique_violation then null;
    end;
    grant ${requestRole} to current_user;
  exception when insufficient_privilege then
    raise exception using message = format('The database''s user %1$s may not make the role of requests. '
      'Ask whoever runs the server for: create role ${requestRole} nologin; grant ${requestRole} to %1$s;',
      quote_ident(current_user));
  end;
end $$`);
}
