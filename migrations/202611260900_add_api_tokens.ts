/** Tokens for analysts' tools: a member's, for one system, kept as SHA-256 (docs/decisions/0031). */
import type { Knex } from 'knex';
import { anyRows, ownRows } from './own-rows.ts';

export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
create table api_tokens (
  system_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  name text not null,
  token_hash bytea not null,
  made_at timestamptz not null,
  expires_at timestamptz not null,
  last_used_at timestamptz,
  revoked_at timestamptz,
  constraint api_tokens_pkey primary key (system_id, id),
  constraint api_tokens_token_hash_key unique (token_hash),
  constraint api_tokens_person_id_fkey
    foreign key (system_id, person_id) references members (system_id, person_id),
  constraint api_tokens_expires_at_check
    check (expires_at > made_at and expires_at <= made_at + interval '366 days')
);
create index api_tokens_person_id_idx on api_tokens (system_id, person_id);
`);
  await ownRows(knex, 'api_tokens');
}

export async function down(knex: Knex): Promise<void> {
  await anyRows(knex, 'api_tokens');
  await knex.raw('drop table api_tokens');
}
