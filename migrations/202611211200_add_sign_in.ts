/** Accounts: links by e-mail, codes of an authenticator, administrators, what happened to accounts, limits on attempts. */
import type { Knex } from 'knex';

const tables = [
  'first_run_links',
  'attempts',
  'account_events',
  'recovery_codes',
  'authenticators',
  'sign_in_links',
  'administrators',
];

/** Tokens and codes are stored as SHA-256; an authenticator's secret is sealed with a key made of the session secret. */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
alter table people add column deactivated_at timestamptz;

alter table sessions add column person_id uuid;
alter table sessions add constraint sessions_person_id_fkey foreign key (person_id) references people (id);
create index sessions_person_id_idx on sessions (person_id);

create table administrators (
  person_id uuid not null,
  since timestamptz not null,
  constraint administrators_pkey primary key (person_id),
  constraint administrators_person_id_fkey foreign key (person_id) references people (id)
);

create table sign_in_links (
  token_hash bytea not null,
  person_id uuid not null,
  made_at timestamptz not null,
  expires_at timestamptz not null,
  ended_at timestamptz,
  constraint sign_in_links_pkey primary key (token_hash),
  constraint sign_in_links_person_id_fkey foreign key (person_id) references people (id)
);
create index sign_in_links_person_id_idx on sign_in_links (person_id);

create table authenticators (
  person_id uuid not null,
  secret bytea not null,
  confirmed_at timestamptz,
  last_step bigint not null default 0,
  constraint authenticators_pkey primary key (person_id),
  constraint authenticators_person_id_fkey foreign key (person_id) references people (id)
);

create table recovery_codes (
  person_id uuid not null,
  code_hash bytea not null,
  used_at timestamptz,
  constraint recovery_codes_pkey primary key (person_id, code_hash),
  constraint recovery_codes_person_id_fkey foreign key (person_id) references people (id)
);

create table account_events (
  id bigint generated always as identity,
  happened_at timestamptz not null,
  person_id uuid,
  act text not null,
  subject_id uuid,
  details jsonb not null default '{}',
  constraint account_events_pkey primary key (id),
  constraint account_events_person_id_fkey foreign key (person_id) references people (id)
);
create index account_events_person_id_idx on account_events (person_id);
create index account_events_happened_at_idx on account_events (happened_at);

create table attempts (
  what text not null,
  ends_at timestamptz not null,
  count integer not null,
  constraint attempts_pkey primary key (what)
);

create table first_run_links (
  token_hash bytea not null,
  made_at timestamptz not null,
  constraint first_run_links_pkey primary key (token_hash)
);
`);
}

export async function down(knex: Knex): Promise<void> {
  for (const table of tables) await knex.schema.dropTable(table);
  await knex.raw(`
alter table sessions drop column person_id;
alter table people drop column deactivated_at`);
}
