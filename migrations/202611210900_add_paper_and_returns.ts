/** Where a response came from, online or on paper; and why it was returned, by whom. */
import type { Knex } from 'knex';

/** A response on paper names who keyed it in; a returned one says why, also after it is submitted again. */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
alter table responses
  add column provenance text not null default 'online',
  add column keyed_by uuid,
  add column returned_at timestamptz,
  add column returned_by uuid,
  add column return_reason text,
  add constraint responses_keyed_by_fkey foreign key (keyed_by) references people (id),
  add constraint responses_returned_by_fkey foreign key (returned_by) references people (id),
  add constraint responses_provenance_check check (provenance in ('online', 'paper')),
  add constraint responses_keyed_by_check check ((keyed_by is not null) = (provenance = 'paper')),
  add constraint responses_return_reason_check check (status <> 'returned'
    or return_reason is not null and returned_at is not null and returned_by is not null);
create index responses_keyed_by_idx on responses (keyed_by);
create index responses_returned_by_idx on responses (returned_by);
`);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw(`
alter table responses
  drop column provenance,
  drop column keyed_by,
  drop column returned_at,
  drop column returned_by,
  drop column return_reason;
`);
}
