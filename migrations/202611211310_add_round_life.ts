/** What a round's life needs: the agencies of a draft, quorum, the factual check, and responses that are no longer asked for. */
import type { Knex } from 'knex';

/** A draft names its agencies; what each is asked stands in `assignments` from the opening on. */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
alter table rounds
  add column revision integer not null default 0,
  add column quorum integer not null default 3,
  add column factual_check_days integer not null default 10,
  add column factual_check_ends_at timestamptz,
  add constraint rounds_quorum_check check (quorum between 1 and 50),
  add constraint rounds_factual_check_days_check check (factual_check_days between 0 and 90);

create table round_agencies (
  system_id uuid not null,
  round_id uuid not null,
  agency_id uuid not null,
  constraint round_agencies_pkey primary key (system_id, round_id, agency_id),
  constraint round_agencies_round_id_fkey foreign key (system_id, round_id) references rounds (system_id, id),
  constraint round_agencies_agency_id_fkey foreign key (system_id, agency_id) references agencies (system_id, id)
);
create index round_agencies_agency_id_idx on round_agencies (system_id, agency_id);
insert into round_agencies (system_id, round_id, agency_id)
  select distinct system_id, round_id, agency_id from assignments;

create table withdrawals (
  system_id uuid not null,
  response_id uuid not null,
  reason text not null,
  withdrawn_at timestamptz not null,
  withdrawn_by uuid not null,
  constraint withdrawals_pkey primary key (system_id, response_id),
  constraint withdrawals_response_id_fkey foreign key (system_id, response_id) references responses (system_id, id),
  constraint withdrawals_withdrawn_by_fkey foreign key (withdrawn_by) references people (id)
);
create index withdrawals_withdrawn_by_idx on withdrawals (withdrawn_by);

alter table responses drop constraint responses_status_check;
alter table responses add constraint responses_status_check
  check (status in ('draft', 'submitted', 'returned', 'withdrawn'));
`);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw(`
alter table responses drop constraint responses_status_check;
update responses set status = 'draft' where status = 'withdrawn';
alter table responses add constraint responses_status_check
  check (status in ('draft', 'submitted', 'returned'));
drop table withdrawals;
drop table round_agencies;
alter table rounds
  drop column revision,
  drop column quorum,
  drop column factual_check_days,
  drop column factual_check_ends_at;
`);
}
