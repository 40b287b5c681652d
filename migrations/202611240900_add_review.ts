/** Review and agreement: reviewers' own views, what was agreed of domains and support elements with its history, sign-off. */
import type { Knex } from 'knex';
import { anyRows, ownRows } from './own-rows.ts';

const agreementKey = 'system_id, round_id, place_id, subject, item_id';

export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
create table own_views (
  system_id uuid not null,
  round_id uuid not null,
  place_id uuid not null,
  item_id text not null,
  person_id uuid not null,
  level smallint,
  comment text not null,
  revision integer not null,
  given_at timestamptz not null,
  constraint own_views_pkey primary key (system_id, round_id, place_id, item_id, person_id),
  constraint own_views_round_id_fkey foreign key (system_id, round_id) references rounds (system_id, id),
  constraint own_views_place_id_fkey foreign key (system_id, place_id) references places (system_id, id),
  constraint own_views_person_id_fkey
    foreign key (system_id, person_id) references members (system_id, person_id),
  constraint own_views_level_check check (level between 0 and 4)
);
create index own_views_place_id_idx on own_views (system_id, place_id);
create index own_views_person_id_idx on own_views (system_id, person_id);

create table own_view_history (
  system_id uuid not null,
  round_id uuid not null,
  place_id uuid not null,
  item_id text not null,
  person_id uuid not null,
  revision integer not null,
  level smallint,
  comment text not null,
  given_at timestamptz not null,
  constraint own_view_history_pkey
    primary key (system_id, round_id, place_id, item_id, person_id, revision),
  constraint own_view_history_view_fkey
    foreign key (system_id, round_id, place_id, item_id, person_id)
    references own_views (system_id, round_id, place_id, item_id, person_id)
);

create table agreements (
  system_id uuid not null,
  round_id uuid not null,
  place_id uuid not null,
  subject text not null,
  item_id text not null,
  level smallint,
  colour text,
  rationale text not null,
  dissent text,
  present text not null,
  others_present text not null,
  revision integer not null,
  agreed_at timestamptz not null,
  agreed_by uuid not null,
  constraint agreements_pkey primary key (${agreementKey}),
  constraint agreements_round_id_fkey foreign key (system_id, round_id) references rounds (system_id, id),
  constraint agreements_place_id_fkey foreign key (system_id, place_id) references places (system_id, id),
  constraint agreements_agreed_by_fkey foreign key (agreed_by) references people (id),
  constraint agreements_subject_check check (subject in ('domain', 'element')),
  constraint agreements_level_check check (level is null or subject = 'domain' and level between 0 and 4),
  constraint agreements_colour_check check (
    colour is null or subject = 'element' and colour in ('green', 'amber', 'red', 'purple', 'white'))
);
create index agreements_place_id_idx on agreements (system_id, place_id);
create index agreements_agreed_by_idx on agreements (agreed_by);

create table agreement_people (
  system_id uuid not null,
  round_id uuid not null,
  place_id uuid not null,
  subject text not null,
  item_id text not null,
  person_id uuid not null,
  constraint agreement_people_pkey primary key (${agreementKey}, person_id),
  constraint agreement_people_agreement_fkey
    foreign key (${agreementKey}) references agreements (${agreementKey}),
  constraint agreement_people_person_id_fkey
    foreign key (system_id, person_id) references members (system_id, person_id)
);
create index agreement_people_person_id_idx on agreement_people (system_id, person_id);

create table agreement_history (
  system_id uuid not null,
  round_id uuid not null,
  place_id uuid not null,
  subject text not null,
  item_id text not null,
  revision integer not null,
  level smallint,
  colour text,
  rationale text not null,
  dissent text,
  present text not null,
  agreed_at timestamptz not null,
  agreed_by uuid not null,
  constraint agreement_history_pkey primary key (${agreementKey}, revision),
  constraint agreement_history_agreement_fkey
    foreign key (${agreementKey}) references agreements (${agreementKey}),
  constraint agreement_history_agreed_by_fkey foreign key (agreed_by) references people (id)
);
create index agreement_history_agreed_by_idx on agreement_history (agreed_by);

create table sign_offs (
  system_id uuid not null,
  id uuid not null,
  round_id uuid not null,
  place_id uuid not null,
  signed_at timestamptz not null,
  signed_by uuid not null,
  reopened_at timestamptz,
  reopened_by uuid,
  reopen_reason text,
  constraint sign_offs_pkey primary key (system_id, id),
  constraint sign_offs_round_id_fkey foreign key (system_id, round_id) references rounds (system_id, id),
  constraint sign_offs_place_id_fkey foreign key (system_id, place_id) references places (system_id, id),
  constraint sign_offs_signed_by_fkey foreign key (signed_by) references people (id),
  constraint sign_offs_reopened_by_fkey foreign key (reopened_by) references people (id),
  constraint sign_offs_reopened_check check (
    (reopened_at is null) = (reopened_by is null) and (reopened_at is null) = (reopen_reason is null))
);
create unique index sign_offs_standing_key on sign_offs (system_id, round_id, place_id)
  where reopened_at is null;
create index sign_offs_round_id_idx on sign_offs (system_id, round_id);
create index sign_offs_place_id_idx on sign_offs (system_id, place_id);
create index sign_offs_signed_by_idx on sign_offs (signed_by);
create index sign_offs_reopened_by_idx on sign_offs (reopened_by);

insert into agreements
  select system_id, round_id, place_id, 'domain', item_id, level, null, rationale, dissent, present, '',
    1, agreed_at, agreed_by
  from agreed_levels;
insert into agreement_history
  select system_id, round_id, place_id, subject, item_id, revision, level, colour, rationale, dissent,
    present, agreed_at, agreed_by
  from agreements;
`);
  await anyRows(knex, 'agreed_levels');
  await knex.raw('drop table agreed_levels');
  await ownRows(knex, 'own_views');
  await ownRows(knex, 'own_view_history', 'kept');
  await ownRows(knex, 'agreements');
  await ownRows(knex, 'agreement_people', 'removed');
  await ownRows(knex, 'agreement_history', 'kept');
  await ownRows(knex, 'sign_offs');
}

/** What was set aside, and what was agreed of support elements, has no place in the table before. */
export async function down(knex: Knex): Promise<void> {
  await knex.raw(`
create table agreed_levels (
  system_id uuid not null,
  round_id uuid not null,
  place_id uuid not null,
  item_id text not null,
  level smallint not null,
  rationale text not null,
  present text not null,
  dissent text,
  agreed_at timestamptz not null,
  agreed_by uuid not null,
  constraint agreed_levels_pkey primary key (system_id, round_id, place_id, item_id),
  constraint agreed_levels_round_id_fkey foreign key (system_id, round_id) references rounds (system_id, id),
  constraint agreed_levels_place_id_fkey foreign key (system_id, place_id) references places (system_id, id),
  constraint agreed_levels_agreed_by_fkey foreign key (agreed_by) references people (id),
  constraint agreed_levels_level_check check (level between 0 and 4)
);
create index agreed_levels_place_id_idx on agreed_levels (system_id, place_id);
create index agreed_levels_agreed_by_idx on agreed_levels (agreed_by);
insert into agreed_levels
  select system_id, round_id, place_id, item_id, level, rationale, present, dissent, agreed_at, agreed_by
  from agreements where subject = 'domain' and level is not null;
`);
  await ownRows(knex, 'agreed_levels');
  const added = ['sign_offs', 'agreement_history', 'agreement_people', 'agreements'];
  for (const table of [...added, 'own_view_history', 'own_views']) {
    await anyRows(knex, table);
    await knex.raw(`drop table ${table}`);
  }
}
