/** What an agency's sectors and Places were when a round asked it: results stay as they were when set-up changes. */
import type { Knex } from 'knex';

/** Filled for the rounds that are there, from the agencies as they are. */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
create table round_agency_sectors (
  system_id uuid not null,
  round_id uuid not null,
  agency_id uuid not null,
  sector text not null,
  constraint round_agency_sectors_pkey primary key (system_id, round_id, agency_id, sector),
  constraint round_agency_sectors_round_id_fkey foreign key (system_id, round_id) references rounds (system_id, id),
  constraint round_agency_sectors_agency_id_fkey foreign key (system_id, agency_id) references agencies (system_id, id)
);
create index round_agency_sectors_agency_id_idx on round_agency_sectors (system_id, agency_id);

create table round_agency_places (
  system_id uuid not null,
  round_id uuid not null,
  agency_id uuid not null,
  place_id uuid not null,
  constraint round_agency_places_pkey primary key (system_id, round_id, agency_id, place_id),
  constraint round_agency_places_round_id_fkey foreign key (system_id, round_id) references rounds (system_id, id),
  constraint round_agency_places_agency_id_fkey foreign key (system_id, agency_id) references agencies (system_id, id),
  constraint round_agency_places_place_id_fkey foreign key (system_id, place_id) references places (system_id, id)
);
create index round_agency_places_agency_id_idx on round_agency_places (system_id, agency_id);
create index round_agency_places_place_id_idx on round_agency_places (system_id, place_id);

insert into round_agency_sectors (system_id, round_id, agency_id, sector)
  select distinct a.system_id, a.round_id, a.agency_id, s.sector
  from assignments a
  join agency_sectors s on s.system_id = a.system_id and s.agency_id = a.agency_id;
insert into round_agency_places (system_id, round_id, agency_id, place_id)
  select distinct a.system_id, a.round_id, a.agency_id, p.place_id
  from assignments a
  join agency_places p on p.system_id = a.system_id and p.agency_id = a.agency_id;
`);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw('drop table round_agency_places; drop table round_agency_sectors;');
}
