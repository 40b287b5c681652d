/** Comments of agencies on the draft results of a Place, with the reviewers' answer to each. */
import type { Knex } from 'knex';
import { anyRows, ownRows } from './own-rows.ts';

export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
create table check_comments (
  system_id uuid not null,
  id uuid not null,
  round_id uuid not null,
  place_id uuid not null,
  agency_id uuid not null,
  subject text not null,
  item_id text,
  text text not null,
  written_at timestamptz not null,
  written_by uuid not null,
  reply text,
  replied_at timestamptz,
  replied_by uuid,
  revision integer not null,
  constraint check_comments_pkey primary key (system_id, id),
  constraint check_comments_place_fkey
    foreign key (system_id, round_id, place_id) references round_places (system_id, round_id, place_id),
  constraint check_comments_agency_id_fkey foreign key (system_id, agency_id) references agencies (system_id, id),
  constraint check_comments_written_by_fkey
    foreign key (system_id, written_by) references members (system_id, person_id),
  constraint check_comments_replied_by_fkey
    foreign key (system_id, replied_by) references members (system_id, person_id),
  constraint check_comments_subject_check
    check (subject in ('place', 'domain', 'element') and (subject = 'place') = (item_id is null)),
  constraint check_comments_reply_check
    check ((reply is null) = (replied_at is null) and (reply is null) = (replied_by is null))
);
create index check_comments_place_idx on check_comments (system_id, round_id, place_id);
create index check_comments_agency_id_idx on check_comments (system_id, agency_id);
create index check_comments_written_by_idx on check_comments (system_id, written_by);
create index check_comments_replied_by_idx on check_comments (system_id, replied_by);
`);
  await ownRows(knex, 'check_comments');
}

export async function down(knex: Knex): Promise<void> {
  await anyRows(knex, 'check_comments');
  await knex.raw('drop table check_comments');
}
