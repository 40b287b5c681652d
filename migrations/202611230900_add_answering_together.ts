/** Answering together: what an open page has saved, who does which section, and what last round's answers became. */
import type { Knex } from 'knex';
import { anyRows, ownRows } from './own-rows.ts';

export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
create table page_saves (
  system_id uuid not null,
  response_id uuid not null,
  page uuid not null,
  counter integer not null,
  sent jsonb not null,
  saved_at timestamptz not null,
  constraint page_saves_pkey primary key (system_id, response_id, page),
  constraint page_saves_response_id_fkey
    foreign key (system_id, response_id) references responses (system_id, id)
);

create table section_work (
  system_id uuid not null,
  response_id uuid not null,
  section_id text not null,
  done_at timestamptz,
  done_by uuid,
  given_to uuid,
  given_at timestamptz,
  given_by uuid,
  constraint section_work_pkey primary key (system_id, response_id, section_id),
  constraint section_work_response_id_fkey
    foreign key (system_id, response_id) references responses (system_id, id),
  constraint section_work_done_by_fkey foreign key (done_by) references people (id),
  constraint section_work_given_to_fkey foreign key (given_to) references people (id),
  constraint section_work_given_by_fkey foreign key (given_by) references people (id),
  constraint section_work_done_check check ((done_at is null) = (done_by is null)),
  constraint section_work_given_check check (
    (given_to is null) = (given_at is null) and (given_at is null) = (given_by is null))
);
create index section_work_done_by_idx on section_work (done_by);
create index section_work_given_to_idx on section_work (given_to);
create index section_work_given_by_idx on section_work (given_by);

alter table responses
  add column carried_from uuid,
  add constraint responses_carried_from_fkey
    foreign key (system_id, carried_from) references responses (system_id, id);
create index responses_carried_from_idx on responses (system_id, carried_from);

create table carry_decisions (
  system_id uuid not null,
  response_id uuid not null,
  kind text not null,
  source_id text not null,
  decision text not null,
  entry_id uuid,
  decided_at timestamptz not null,
  decided_by uuid not null,
  constraint carry_decisions_pkey primary key (system_id, response_id, kind, source_id),
  constraint carry_decisions_kind_check check (kind in ('answer', 'entry')),
  constraint carry_decisions_decision_check check (decision in ('same', 'changed', 'ended')),
  constraint carry_decisions_response_id_fkey
    foreign key (system_id, response_id) references responses (system_id, id),
  constraint carry_decisions_entry_id_fkey
    foreign key (system_id, entry_id) references service_entries (system_id, id),
  constraint carry_decisions_decided_by_fkey foreign key (decided_by) references people (id)
);
create index carry_decisions_entry_id_idx on carry_decisions (system_id, entry_id);
create index carry_decisions_decided_by_idx on carry_decisions (decided_by);
`);
  await ownRows(knex, 'page_saves');
  await ownRows(knex, 'section_work');
  await ownRows(knex, 'carry_decisions', 'removed');
}

export async function down(knex: Knex): Promise<void> {
  for (const table of ['carry_decisions', 'section_work', 'page_saves']) await anyRows(knex, table);
  await knex.raw(`
drop table carry_decisions;
alter table responses drop column carried_from;
drop table section_work;
drop table page_saves;
`);
}
