/** Sign-in with the organisation's own accounts: whose account it is, and sign-ins that are under way. */
import type { Knex } from 'knex';

/** State and browser are stored as SHA-256, like every token; nonce and verifier are worth nothing without them. */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
create table person_identities (
  id uuid not null,
  person_id uuid not null,
  issuer text not null,
  subject text not null,
  label text not null,
  linked_at timestamptz not null,
  last_used_at timestamptz not null,
  constraint person_identities_pkey primary key (id),
  constraint person_identities_issuer_subject_key unique (issuer, subject),
  constraint person_identities_person_id_fkey foreign key (person_id) references people (id)
);
create index person_identities_person_id_idx on person_identities (person_id);

create table provider_visits (
  state_hash bytea not null,
  browser_hash bytea not null,
  nonce text not null,
  verifier text not null,
  return_to text not null,
  again boolean not null,
  person_id uuid,
  expires_at timestamptz not null,
  constraint provider_visits_pkey primary key (state_hash),
  constraint provider_visits_person_id_fkey foreign key (person_id) references people (id)
);
create index provider_visits_person_id_idx on provider_visits (person_id);
create index provider_visits_expires_at_idx on provider_visits (expires_at);

create table waiting_identities (
  browser_hash bytea not null,
  issuer text not null,
  subject text not null,
  label text not null,
  proven_at timestamptz,
  return_to text not null,
  expires_at timestamptz not null,
  constraint waiting_identities_pkey primary key (browser_hash)
);
create index waiting_identities_expires_at_idx on waiting_identities (expires_at);
`);
}

export async function down(knex: Knex): Promise<void> {
  for (const table of ['waiting_identities', 'provider_visits', 'person_identities']) {
    await knex.schema.dropTable(table);
  }
}
