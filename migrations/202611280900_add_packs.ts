/** Complete packs: made in the background, kept some days for whoever asked (docs/decisions/0034). */
import type { Knex } from 'knex';
import { anyRows, ownRows, requestRole } from './own-rows.ts';

export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
create table packs (
  system_id uuid not null,
  round_id uuid not null,
  person_id uuid not null,
  id uuid not null,
  status text not null,
  asked_at timestamptz not null,
  leased_until timestamptz not null,
  places integer not null,
  places_done integer not null default 0,
  made_at timestamptz,
  edition integer,
  shown jsonb,
  file bytea,
  constraint packs_pkey primary key (system_id, round_id, person_id),
  constraint packs_round_id_fkey foreign key (system_id, round_id) references rounds (system_id, id),
  constraint packs_person_id_fkey
    foreign key (system_id, person_id) references members (system_id, person_id),
  constraint packs_status_check check (status in ('queued', 'drawing', 'done', 'failed')),
  constraint packs_done_check check ((status = 'done') = (file is not null)
    and (file is null) = (made_at is null) and (file is null) = (shown is null))
);
create unique index packs_one_at_once_key on packs (system_id, person_id)
  where status in ('queued', 'drawing');
create index packs_person_id_idx on packs (system_id, person_id);
create index packs_asked_at_idx on packs (asked_at);

-- A request's way into the job queue, whose tables are closed to it.
create function wake_pack(system uuid, pack uuid) returns void
  volatile security definer set search_path = public, pg_temp language sql
  as $$ select graphile_worker.add_job('draw-pack', json_build_object('system', system, 'pack', pack),
      max_attempts => 1, job_key => pack::text) $$;
revoke all on function wake_pack(uuid, uuid) from public;
grant execute on function wake_pack(uuid, uuid) to ${requestRole};
`);
  await ownRows(knex, 'packs');
}

export async function down(knex: Knex): Promise<void> {
  await anyRows(knex, 'packs');
  await knex.raw('drop function wake_pack(uuid, uuid); drop table packs');
}
