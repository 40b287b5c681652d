/** A pack says whether the Board paper is in it: it is given to those alone who may read that now. */
import type { Knex } from 'knex';

export async function up(knex: Knex): Promise<void> {
  // Those that are kept already were made without it.
  await knex.raw('alter table packs add column board boolean not null default false');
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw('alter table packs drop column board');
}
