/** What is known of a Place's births and need, by year, with every earlier state of it. */
import type { Knex } from 'knex';
import { anyRows, ownRows } from './own-rows.ts';

export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
create table population_needs (
  system_id uuid not null,
  id uuid not null,
  place_id uuid not null,
  year integer not null,
  version_id uuid not null,
  answers jsonb not null,
  revision integer not null,
  changed_at timestamptz not null,
  changed_by uuid not null,
  constraint population_needs_pkey primary key (system_id, id),
  constraint population_needs_year_key unique (system_id, place_id, year),
  constraint population_needs_place_id_fkey
    foreign key (system_id, place_id) references places (system_id, id),
  constraint population_needs_version_id_fkey
    foreign key (version_id) references instrument_versions (id),
  constraint population_needs_changed_by_fkey
    foreign key (system_id, changed_by) references members (system_id, person_id)
);
create index population_needs_version_id_idx on population_needs (version_id);
create index population_needs_changed_by_idx on population_needs (system_id, changed_by);

create table population_need_history (
  system_id uuid not null,
  need_id uuid not null,
  revision integer not null,
  year integer not null,
  version_id uuid not null,
  answers jsonb not null,
  changed_at timestamptz not null,
  changed_by uuid not null,
  constraint population_need_history_pkey primary key (system_id, need_id, revision),
  constraint population_need_history_need_id_fkey
    foreign key (system_id, need_id) references population_needs (system_id, id),
  constraint population_need_history_version_id_fkey
    foreign key (version_id) references instrument_versions (id),
  constraint population_need_history_changed_by_fkey
    foreign key (system_id, changed_by) references members (system_id, person_id)
);
create index population_need_history_version_id_idx on population_need_history (version_id);
create index population_need_history_changed_by_idx on population_need_history (system_id, changed_by);
`);
  await ownRows(knex, 'population_needs');
  await ownRows(knex, 'population_need_history', 'kept');
}

export async function down(knex: Knex): Promise<void> {
  for (const table of ['population_need_history', 'population_needs']) {
    await anyRows(knex, table);
    await knex.raw(`drop table ${table}`);
  }
}
