/** Who answered a question that a coordinator sent, and when: its map stays submitted meanwhile (docs/decisions/0039). */
import type { Knex } from 'knex';
import { requestRole } from './own-rows.ts';

export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
alter table asked_questions
  add column answered_at timestamptz,
  add column answered_by uuid,
  add constraint asked_questions_answered_by_fkey
    foreign key (system_id, answered_by) references members (system_id, person_id),
  add constraint asked_questions_answered_check
    check ((answered_at is null) = (answered_by is null));
create index asked_questions_answered_by_idx on asked_questions (system_id, answered_by);
-- What was asked stays as it is.
grant update (answered_at, answered_by) on asked_questions to ${requestRole};
`);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw(`
alter table asked_questions drop column answered_at, drop column answered_by`);
}
