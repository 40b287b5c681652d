/** Questions that a coordinator sent to agencies about services of their maps: which, when and by whom. */
import type { Knex } from 'knex';
import { anyRows, ownRows } from './own-rows.ts';

export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
create table asked_questions (
  system_id uuid not null,
  asking_id uuid not null,
  entry_id uuid not null,
  item_id text not null,
  round_id uuid not null,
  place_id uuid not null,
  response_id uuid not null,
  said_unknown boolean not null,
  asked_at timestamptz not null,
  asked_by uuid not null,
  constraint asked_questions_pkey primary key (system_id, asking_id, entry_id, item_id),
  constraint asked_questions_entry_id_fkey
    foreign key (system_id, entry_id) references service_entries (system_id, id),
  constraint asked_questions_round_id_fkey
    foreign key (system_id, round_id) references rounds (system_id, id),
  constraint asked_questions_place_id_fkey
    foreign key (system_id, place_id) references places (system_id, id),
  constraint asked_questions_response_id_fkey
    foreign key (system_id, response_id) references responses (system_id, id),
  constraint asked_questions_asked_by_fkey
    foreign key (system_id, asked_by) references members (system_id, person_id)
);
create index asked_questions_entry_id_idx on asked_questions (system_id, entry_id);
create index asked_questions_round_id_idx on asked_questions (system_id, round_id);
create index asked_questions_place_id_idx on asked_questions (system_id, place_id);
create index asked_questions_response_id_idx on asked_questions (system_id, response_id);
create index asked_questions_asked_by_idx on asked_questions (system_id, asked_by);
`);
  await ownRows(knex, 'asked_questions', 'kept');
}

export async function down(knex: Knex): Promise<void> {
  await anyRows(knex, 'asked_questions');
  await knex.raw('drop table asked_questions');
}
