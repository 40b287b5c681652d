/** The outbox: e-mail saved with what causes it, sent afterwards (docs/decisions/0010). */
import type { Knex } from 'knex';

/** A message without a system concerns the person's account: a sign-in link. */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
create table messages (
  id uuid not null default gen_random_uuid(),
  system_id uuid,
  person_id uuid not null,
  kind text not null,
  recipient text not null,
  subject text not null,
  content jsonb,
  awaited uuid[],
  queued_at timestamptz not null,
  not_after timestamptz not null,
  status text not null default 'queued',
  attempts integer not null default 0,
  unconfirmed integer not null default 0,
  next_attempt_at timestamptz not null,
  leased_until timestamptz,
  handed_over_at timestamptz,
  last_error text,
  finished_at timestamptz,
  constraint messages_pkey primary key (id),
  constraint messages_system_id_fkey foreign key (system_id) references systems (id),
  constraint messages_person_id_fkey foreign key (person_id) references people (id),
  constraint messages_status_check check (status in ('queued', 'sent', 'failed', 'not-due')),
  constraint messages_content_check check (content is not null or status <> 'queued'),
  constraint messages_finished_at_check check ((finished_at is not null) = (status <> 'queued'))
);
create index messages_system_id_idx on messages (system_id, person_id, queued_at);
create index messages_person_id_idx on messages (person_id);
create index messages_next_attempt_at_idx on messages (next_attempt_at) where status = 'queued';
`);
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema.dropTable('messages');
}
