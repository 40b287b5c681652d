/** What people write of a round for a Board, with every earlier state of it. */
import type { Knex } from 'knex';
import { anyRows, ownRows } from './own-rows.ts';

export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
create table board_papers (
  system_id uuid not null,
  round_id uuid not null,
  content jsonb not null,
  revision integer not null,
  changed_at timestamptz not null,
  changed_by uuid not null,
  constraint board_papers_pkey primary key (system_id, round_id),
  constraint board_papers_round_id_fkey foreign key (system_id, round_id) references rounds (system_id, id),
  constraint board_papers_changed_by_fkey
    foreign key (system_id, changed_by) references members (system_id, person_id)
);
create index board_papers_changed_by_idx on board_papers (system_id, changed_by);

create table board_paper_history (
  system_id uuid not null,
  round_id uuid not null,
  revision integer not null,
  content jsonb not null,
  changed_at timestamptz not null,
  changed_by uuid not null,
  constraint board_paper_history_pkey primary key (system_id, round_id, revision),
  constraint board_paper_history_round_id_fkey
    foreign key (system_id, round_id) references board_papers (system_id, round_id),
  constraint board_paper_history_changed_by_fkey
    foreign key (system_id, changed_by) references members (system_id, person_id)
);
create index board_paper_history_changed_by_idx on board_paper_history (system_id, changed_by);
`);
  await ownRows(knex, 'board_papers');
  await ownRows(knex, 'board_paper_history', 'kept');
}

export async function down(knex: Knex): Promise<void> {
  for (const table of ['board_paper_history', 'board_papers']) {
    await anyRows(knex, table);
    await knex.raw(`drop table ${table}`);
  }
}
