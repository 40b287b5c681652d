/** What set-up by the coordinator needs: members, revisions, retirement, agencies on paper, addresses in one spelling. */
import type { Knex } from 'knex';

/** A person is known in each system by the name that this system gave: `members` (docs/decisions/0009). */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
create table members (
  system_id uuid not null,
  person_id uuid not null,
  name text not null,
  revision integer not null default 0,
  added_at timestamptz not null default now(),
  constraint members_pkey primary key (system_id, person_id),
  constraint members_system_id_fkey foreign key (system_id) references systems (id),
  constraint members_person_id_fkey foreign key (person_id) references people (id)
);
create index members_person_id_idx on members (person_id);
insert into members (system_id, person_id, name)
  select distinct m.system_id, m.person_id, p.name
  from memberships m join people p on p.id = m.person_id;

alter table memberships drop constraint memberships_person_id_fkey;
alter table memberships add constraint memberships_person_id_fkey
  foreign key (system_id, person_id) references members (system_id, person_id);

update people set email = lower(email) where email <> lower(email);
alter table people add constraint people_email_check check (email = lower(email));

alter table places
  add column revision integer not null default 0,
  add column retired_at timestamptz;
create unique index places_system_id_name_key on places (system_id, lower(name));

alter table agencies
  add column on_paper boolean not null default false,
  add column revision integer not null default 0,
  add column retired_at timestamptz;
create unique index agencies_system_id_name_key on agencies (system_id, lower(name));

create index audit_events_subject_idx on audit_events (system_id, subject_type, subject_id, id);
`);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw(`
drop index audit_events_subject_idx;
drop index agencies_system_id_name_key;
alter table agencies drop column on_paper, drop column revision, drop column retired_at;
drop index places_system_id_name_key;
alter table places drop column revision, drop column retired_at;
alter table people drop constraint people_email_check;
alter table memberships drop constraint memberships_person_id_fkey;
alter table memberships add constraint memberships_person_id_fkey
  foreign key (person_id) references people (id);
drop table members;
`);
}
