/** Births that were entered for the wrong Place or year are removed, and can be brought back: the row stays. */
import type { Knex } from 'knex';

export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
alter table population_needs add column removed_at timestamptz;
alter table population_needs drop constraint population_needs_year_key;
create unique index population_needs_year_key on population_needs (system_id, place_id, year)
  where removed_at is null;
create index population_needs_place_id_idx on population_needs (system_id, place_id);
`);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw(`
delete from population_need_history h using population_needs n
  where n.system_id = h.system_id and n.id = h.need_id and n.removed_at is not null;
delete from population_needs where removed_at is not null;
drop index population_needs_year_key;
drop index population_needs_place_id_idx;
alter table population_needs
  add constraint population_needs_year_key unique (system_id, place_id, year);
alter table population_needs drop column removed_at;
`);
}
