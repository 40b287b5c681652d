/** Actions: what is to be done, by whom, by when; every change of them; and which reminders their owners had. */
import type { Knex } from 'knex';
import { anyRows, ownRows } from './own-rows.ts';

export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
create table actions (
  system_id uuid not null,
  id uuid not null,
  place_id uuid,
  what text not null,
  owner_agency_id uuid,
  owner_person_id uuid,
  owner_name text not null,
  due_on date,
  status text not null,
  aimed_level smallint,
  source text not null,
  item_id text,
  about text not null,
  round_id uuid,
  criteria jsonb not null,
  revision integer not null,
  raised_at timestamptz not null,
  raised_by uuid not null,
  changed_at timestamptz not null,
  changed_by uuid not null,
  constraint actions_pkey primary key (system_id, id),
  constraint actions_place_id_fkey foreign key (system_id, place_id) references places (system_id, id),
  constraint actions_owner_agency_id_fkey
    foreign key (system_id, owner_agency_id) references agencies (system_id, id),
  constraint actions_owner_person_id_fkey
    foreign key (system_id, owner_person_id) references members (system_id, person_id),
  constraint actions_round_id_fkey foreign key (system_id, round_id) references rounds (system_id, id),
  constraint actions_raised_by_fkey
    foreign key (system_id, raised_by) references members (system_id, person_id),
  constraint actions_changed_by_fkey
    foreign key (system_id, changed_by) references members (system_id, person_id),
  constraint actions_status_check
    check (status in ('proposed', 'agreed', 'funded', 'under-way', 'done', 'dropped')),
  constraint actions_source_check
    check (source in ('domain', 'element', 'gap', 'contradiction', 'none')),
  constraint actions_origin_check check (
    (source = 'none') = (round_id is null) and (source = 'none') = (item_id is null)
    and (source = 'none' or place_id is not null)),
  constraint actions_aimed_level_check
    check (aimed_level is null or source = 'domain' and aimed_level between 1 and 4)
);
create index actions_place_id_idx on actions (system_id, place_id);
create index actions_owner_agency_id_idx on actions (system_id, owner_agency_id);
create index actions_owner_person_id_idx on actions (system_id, owner_person_id);
create index actions_round_id_idx on actions (system_id, round_id);
create index actions_raised_by_idx on actions (system_id, raised_by);
create index actions_changed_by_idx on actions (system_id, changed_by);
create index actions_due_on_idx on actions (due_on) where status not in ('done', 'dropped');

create table action_changes (
  system_id uuid not null,
  action_id uuid not null,
  revision integer not null,
  changed_at timestamptz not null,
  changed_by uuid not null,
  changes jsonb not null,
  note text not null,
  review_round_id uuid,
  constraint action_changes_pkey primary key (system_id, action_id, revision),
  constraint action_changes_action_fkey foreign key (system_id, action_id) references actions (system_id, id),
  constraint action_changes_changed_by_fkey
    foreign key (system_id, changed_by) references members (system_id, person_id),
  constraint action_changes_review_round_id_fkey
    foreign key (system_id, review_round_id) references rounds (system_id, id)
);
create index action_changes_changed_by_idx on action_changes (system_id, changed_by);
create index action_changes_review_round_id_idx on action_changes (system_id, review_round_id);

create table action_reminders (
  system_id uuid not null,
  action_id uuid not null,
  person_id uuid not null,
  sent_on date not null,
  why text not null,
  due_on date not null,
  constraint action_reminders_pkey primary key (system_id, action_id, person_id, sent_on),
  constraint action_reminders_action_fkey
    foreign key (system_id, action_id) references actions (system_id, id),
  constraint action_reminders_person_id_fkey
    foreign key (system_id, person_id) references members (system_id, person_id),
  constraint action_reminders_why_check check (why in ('soon', 'overdue'))
);
create index action_reminders_person_id_idx on action_reminders (system_id, person_id);
`);
  await ownRows(knex, 'actions');
  await ownRows(knex, 'action_changes', 'kept');
  await ownRows(knex, 'action_reminders', 'kept');
}

export async function down(knex: Knex): Promise<void> {
  for (const table of ['action_reminders', 'action_changes', 'actions']) {
    await anyRows(knex, table);
    await knex.raw(`drop table ${table}`);
  }
}
