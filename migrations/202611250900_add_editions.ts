/** Editions of a round's results, and corrections to them: proposed after publication, published together. */
import type { Knex } from 'knex';
import { anyRows, ownRows } from './own-rows.ts';

export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
create table editions (
  system_id uuid not null,
  round_id uuid not null,
  number integer not null,
  published_at timestamptz,
  published_by uuid,
  note text not null,
  constraint editions_pkey primary key (system_id, round_id, number),
  constraint editions_round_id_fkey foreign key (system_id, round_id) references rounds (system_id, id),
  constraint editions_published_by_fkey foreign key (published_by) references people (id),
  constraint editions_number_check check (number > 0),
  constraint editions_published_check
    check (number = 1 or published_at is not null and published_by is not null)
);
create index editions_published_by_idx on editions (published_by);

insert into editions
  select r.system_id, r.id, 1, coalesce(r.published_at, a.happened_at), a.person_id, ''
  from rounds r
  left join lateral (
    select e.happened_at, e.person_id from audit_events e
    where e.system_id = r.system_id and e.act = 'round.published'
      and e.subject_type = 'round' and e.subject_id = r.id::text
    order by e.happened_at limit 1) a on true
  where r.status in ('published', 'archived');

create table corrections (
  system_id uuid not null,
  id uuid not null,
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
  based_on integer not null,
  revision integer not null,
  proposed_at timestamptz not null,
  proposed_by uuid not null,
  edition integer,
  withdrawn_at timestamptz,
  withdrawn_by uuid,
  constraint corrections_pkey primary key (system_id, id),
  constraint corrections_place_fkey
    foreign key (system_id, round_id, place_id) references round_places (system_id, round_id, place_id),
  constraint corrections_edition_fkey
    foreign key (system_id, round_id, edition) references editions (system_id, round_id, number),
  constraint corrections_proposed_by_fkey
    foreign key (system_id, proposed_by) references members (system_id, person_id),
  constraint corrections_withdrawn_by_fkey
    foreign key (system_id, withdrawn_by) references members (system_id, person_id),
  constraint corrections_subject_check check (subject in ('domain', 'element')),
  constraint corrections_level_check check (level is null or subject = 'domain' and level between 0 and 4),
  constraint corrections_colour_check check (
    colour is null or subject = 'element' and colour in ('green', 'amber', 'red', 'purple', 'white')),
  constraint corrections_withdrawn_check check (
    (withdrawn_at is null) = (withdrawn_by is null) and (withdrawn_at is null or edition is null))
);
create unique index corrections_waiting_key on corrections (system_id, round_id, place_id, subject, item_id)
  where edition is null and withdrawn_at is null;
create index corrections_place_idx on corrections (system_id, round_id, place_id);
create index corrections_edition_idx on corrections (system_id, round_id, edition);
create index corrections_proposed_by_idx on corrections (system_id, proposed_by);
create index corrections_withdrawn_by_idx on corrections (system_id, withdrawn_by);

create table correction_people (
  system_id uuid not null,
  correction_id uuid not null,
  person_id uuid not null,
  constraint correction_people_pkey primary key (system_id, correction_id, person_id),
  constraint correction_people_correction_id_fkey
    foreign key (system_id, correction_id) references corrections (system_id, id),
  constraint correction_people_person_id_fkey
    foreign key (system_id, person_id) references members (system_id, person_id)
);
create index correction_people_person_id_idx on correction_people (system_id, person_id);
`);
  await ownRows(knex, 'editions', 'kept');
  await ownRows(knex, 'corrections');
  await ownRows(knex, 'correction_people', 'removed');
}

/** What was corrected stays agreed; which edition brought it is forgotten. */
export async function down(knex: Knex): Promise<void> {
  for (const table of ['correction_people', 'corrections', 'editions']) {
    await anyRows(knex, table);
    await knex.raw(`drop table ${table}`);
  }
}
