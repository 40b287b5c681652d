/** Reminders: on which days before its closing a round sends them, what was sent, and whom a message was about. */
import type { Knex } from 'knex';
import { anyRows, ownRows } from './own-rows.ts';

/** Rounds that are there already remind nobody by themselves until somebody chooses days. */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
alter table rounds
  add column reminder_days integer[] not null default '{}',
  add column reminders_from timestamptz,
  add constraint rounds_reminder_days_check
    check (cardinality(reminder_days) <= 12 and 1 <= all (reminder_days) and 60 >= all (reminder_days));

create table reminders (
  system_id uuid not null,
  id uuid not null,
  round_id uuid not null,
  due_on date,
  sent_at timestamptz not null,
  sent_by uuid,
  constraint reminders_pkey primary key (system_id, id),
  constraint reminders_round_id_fkey foreign key (system_id, round_id) references rounds (system_id, id),
  constraint reminders_sent_by_fkey foreign key (sent_by) references people (id),
  constraint reminders_sent_by_check check ((sent_by is null) = (due_on is not null)),
  constraint reminders_due_on_key unique (system_id, round_id, due_on)
);
create index reminders_sent_by_idx on reminders (sent_by);

alter table messages
  add column round_id uuid,
  add column agency_id uuid,
  add column reminder_id uuid,
  add constraint messages_round_id_fkey foreign key (system_id, round_id) references rounds (system_id, id),
  add constraint messages_agency_id_fkey foreign key (system_id, agency_id) references agencies (system_id, id),
  add constraint messages_reminder_id_fkey foreign key (system_id, reminder_id) references reminders (system_id, id),
  add constraint messages_reminder_id_key unique (system_id, reminder_id, agency_id, person_id);
create index messages_round_id_idx on messages (system_id, round_id);
create index messages_agency_id_idx on messages (system_id, agency_id);
`);
  await ownRows(knex, 'reminders');
}

export async function down(knex: Knex): Promise<void> {
  await anyRows(knex, 'reminders');
  await knex.raw(`
alter table messages drop column reminder_id, drop column agency_id, drop column round_id;
drop table reminders;
alter table rounds drop column reminders_from, drop column reminder_days;
`);
}
