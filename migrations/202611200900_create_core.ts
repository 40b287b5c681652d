/** Systems, their Places, agencies and people, instruments, rounds, answers with history, agreed levels, audit. */
import type { Knex } from 'knex';

const tables = [
  'audit_events',
  'sessions',
  'agreed_levels',
  'no_service',
  'service_entry_history',
  'service_entry_places',
  'service_entries',
  'answer_history',
  'answers',
  'responses',
  'assignments',
  'round_instruments',
  'round_places',
  'rounds',
  'instrument_versions',
  'instruments',
  'membership_places',
  'memberships',
  'people',
  'agency_places',
  'agency_sectors',
  'agencies',
  'places',
  'systems',
];

/** Every reference inside a system carries system_id, so that no row can point into another system. */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
create table systems (
  id uuid not null,
  slug text not null,
  name text not null,
  fictional boolean not null default false,
  notes jsonb not null default '[]',
  created_at timestamptz not null default now(),
  constraint systems_pkey primary key (id),
  constraint systems_slug_key unique (slug),
  constraint systems_slug_check check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$')
);

create table places (
  system_id uuid not null,
  id uuid not null,
  slug text not null,
  name text not null,
  position integer not null,
  constraint places_pkey primary key (id),
  constraint places_system_id_id_key unique (system_id, id),
  constraint places_system_id_slug_key unique (system_id, slug),
  constraint places_system_id_fkey foreign key (system_id) references systems (id)
);

create table agencies (
  system_id uuid not null,
  id uuid not null,
  slug text not null,
  name text not null,
  note text,
  constraint agencies_pkey primary key (id),
  constraint agencies_system_id_id_key unique (system_id, id),
  constraint agencies_system_id_slug_key unique (system_id, slug),
  constraint agencies_system_id_fkey foreign key (system_id) references systems (id)
);

create table agency_sectors (
  system_id uuid not null,
  agency_id uuid not null,
  sector text not null,
  constraint agency_sectors_pkey primary key (system_id, agency_id, sector),
  constraint agency_sectors_agency_id_fkey foreign key (system_id, agency_id) references agencies (system_id, id)
);

create table agency_places (
  system_id uuid not null,
  agency_id uuid not null,
  place_id uuid not null,
  constraint agency_places_pkey primary key (system_id, agency_id, place_id),
  constraint agency_places_agency_id_fkey foreign key (system_id, agency_id) references agencies (system_id, id),
  constraint agency_places_place_id_fkey foreign key (system_id, place_id) references places (system_id, id)
);
create index agency_places_place_id_idx on agency_places (system_id, place_id);

create table people (
  id uuid not null,
  email text not null,
  name text not null,
  created_at timestamptz not null default now(),
  constraint people_pkey primary key (id),
  constraint people_email_key unique (email)
);

create table memberships (
  system_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  role text not null,
  agency_id uuid,
  is_chair boolean not null default false,
  position integer not null default 0,
  constraint memberships_pkey primary key (id),
  constraint memberships_system_id_id_key unique (system_id, id),
  constraint memberships_system_id_fkey foreign key (system_id) references systems (id),
  constraint memberships_person_id_fkey foreign key (person_id) references people (id),
  constraint memberships_agency_id_fkey foreign key (system_id, agency_id) references agencies (system_id, id),
  constraint memberships_role_check check (role in ('contributor', 'agency-lead', 'reviewer', 'icb-lead', 'coordinator')),
  constraint memberships_agency_id_check check ((agency_id is not null) = (role in ('contributor', 'agency-lead'))),
  constraint memberships_is_chair_check check (not is_chair or role = 'reviewer')
);
create index memberships_person_id_idx on memberships (person_id);
create index memberships_agency_id_idx on memberships (system_id, agency_id);
create unique index memberships_person_role_key on memberships (system_id, person_id, role, agency_id) nulls not distinct;
create unique index memberships_chair_key on memberships (system_id) where is_chair;

create table membership_places (
  system_id uuid not null,
  membership_id uuid not null,
  place_id uuid not null,
  constraint membership_places_pkey primary key (system_id, membership_id, place_id),
  constraint membership_places_membership_id_fkey foreign key (system_id, membership_id) references memberships (system_id, id),
  constraint membership_places_place_id_fkey foreign key (system_id, place_id) references places (system_id, id)
);
create index membership_places_place_id_idx on membership_places (system_id, place_id);

create table instruments (
  id text not null,
  constraint instruments_pkey primary key (id)
);

create table instrument_versions (
  id uuid not null,
  instrument_id text not null,
  version text not null,
  kind text not null,
  definition jsonb not null,
  published_at timestamptz not null default now(),
  constraint instrument_versions_pkey primary key (id),
  constraint instrument_versions_instrument_id_fkey foreign key (instrument_id) references instruments (id),
  constraint instrument_versions_instrument_id_version_key unique (instrument_id, version),
  constraint instrument_versions_kind_check check (kind in ('maturity', 'service-map', 'questionnaire'))
);

create table rounds (
  system_id uuid not null,
  id uuid not null,
  slug text not null,
  name text not null,
  status text not null,
  opens_at timestamptz,
  closes_at timestamptz,
  published_at timestamptz,
  bands jsonb not null,
  position integer not null,
  constraint rounds_pkey primary key (id),
  constraint rounds_system_id_id_key unique (system_id, id),
  constraint rounds_system_id_slug_key unique (system_id, slug),
  constraint rounds_system_id_fkey foreign key (system_id) references systems (id),
  constraint rounds_status_check check (status in ('draft', 'open', 'in-review', 'factual-check', 'published', 'archived'))
);

create table round_places (
  system_id uuid not null,
  round_id uuid not null,
  place_id uuid not null,
  constraint round_places_pkey primary key (system_id, round_id, place_id),
  constraint round_places_round_id_fkey foreign key (system_id, round_id) references rounds (system_id, id),
  constraint round_places_place_id_fkey foreign key (system_id, place_id) references places (system_id, id)
);
create index round_places_place_id_idx on round_places (system_id, place_id);

create table round_instruments (
  system_id uuid not null,
  round_id uuid not null,
  version_id uuid not null,
  kind text not null,
  constraint round_instruments_pkey primary key (system_id, round_id, version_id),
  constraint round_instruments_kind_key unique (system_id, round_id, kind),
  constraint round_instruments_round_id_fkey foreign key (system_id, round_id) references rounds (system_id, id),
  constraint round_instruments_version_id_fkey foreign key (version_id) references instrument_versions (id)
);
create index round_instruments_version_id_idx on round_instruments (version_id);

create table assignments (
  system_id uuid not null,
  id uuid not null,
  round_id uuid not null,
  agency_id uuid not null,
  version_id uuid not null,
  place_id uuid,
  constraint assignments_pkey primary key (id),
  constraint assignments_system_id_id_key unique (system_id, id),
  constraint assignments_round_id_fkey foreign key (system_id, round_id) references rounds (system_id, id),
  constraint assignments_agency_id_fkey foreign key (system_id, agency_id) references agencies (system_id, id),
  constraint assignments_version_id_fkey foreign key (version_id) references instrument_versions (id),
  constraint assignments_place_id_fkey foreign key (system_id, place_id) references places (system_id, id)
);
create unique index assignments_what_key on assignments (system_id, round_id, agency_id, version_id, place_id) nulls not distinct;
create index assignments_agency_id_idx on assignments (system_id, agency_id);
create index assignments_place_id_idx on assignments (system_id, place_id);
create index assignments_version_id_idx on assignments (version_id);

create table responses (
  system_id uuid not null,
  id uuid not null,
  assignment_id uuid not null,
  status text not null default 'draft',
  revision integer not null default 0,
  submitted_at timestamptz,
  submitted_by uuid,
  updated_at timestamptz,
  constraint responses_pkey primary key (id),
  constraint responses_system_id_id_key unique (system_id, id),
  constraint responses_assignment_id_key unique (system_id, assignment_id),
  constraint responses_assignment_id_fkey foreign key (system_id, assignment_id) references assignments (system_id, id),
  constraint responses_submitted_by_fkey foreign key (submitted_by) references people (id),
  constraint responses_status_check check (status in ('draft', 'submitted', 'returned')),
  constraint responses_submitted_at_check check (status <> 'submitted' or submitted_at is not null)
);
create index responses_submitted_by_idx on responses (submitted_by);

create table answers (
  system_id uuid not null,
  response_id uuid not null,
  item_id text not null,
  level smallint,
  has_level boolean not null default false,
  has_evidence boolean not null default false,
  value jsonb not null,
  revision integer not null,
  updated_at timestamptz not null,
  updated_by uuid not null,
  constraint answers_pkey primary key (system_id, response_id, item_id),
  constraint answers_response_id_fkey foreign key (system_id, response_id) references responses (system_id, id),
  constraint answers_updated_by_fkey foreign key (updated_by) references people (id),
  constraint answers_level_check check (level between 0 and 4)
);
create index answers_updated_by_idx on answers (updated_by);

create table answer_history (
  system_id uuid not null,
  response_id uuid not null,
  item_id text not null,
  revision integer not null,
  value jsonb not null,
  changed_at timestamptz not null,
  changed_by uuid not null,
  constraint answer_history_pkey primary key (system_id, response_id, item_id, revision),
  constraint answer_history_response_id_fkey foreign key (system_id, response_id) references responses (system_id, id),
  constraint answer_history_changed_by_fkey foreign key (changed_by) references people (id)
);
create index answer_history_changed_by_idx on answer_history (changed_by);

create table service_entries (
  system_id uuid not null,
  id uuid not null,
  response_id uuid not null,
  position integer not null,
  name text not null,
  group_id text,
  status text,
  places_stated boolean not null default false,
  answers jsonb not null,
  revision integer not null,
  updated_at timestamptz not null,
  updated_by uuid not null,
  removed_at timestamptz,
  constraint service_entries_pkey primary key (id),
  constraint service_entries_system_id_id_key unique (system_id, id),
  constraint service_entries_response_id_fkey foreign key (system_id, response_id) references responses (system_id, id),
  constraint service_entries_updated_by_fkey foreign key (updated_by) references people (id)
);
create index service_entries_response_id_idx on service_entries (system_id, response_id);
create index service_entries_updated_by_idx on service_entries (updated_by);

create table service_entry_places (
  system_id uuid not null,
  entry_id uuid not null,
  place_id uuid not null,
  constraint service_entry_places_pkey primary key (system_id, entry_id, place_id),
  constraint service_entry_places_entry_id_fkey foreign key (system_id, entry_id) references service_entries (system_id, id),
  constraint service_entry_places_place_id_fkey foreign key (system_id, place_id) references places (system_id, id)
);
create index service_entry_places_place_id_idx on service_entry_places (system_id, place_id);

create table service_entry_history (
  system_id uuid not null,
  entry_id uuid not null,
  revision integer not null,
  answers jsonb not null,
  removed boolean not null default false,
  changed_at timestamptz not null,
  changed_by uuid not null,
  constraint service_entry_history_pkey primary key (system_id, entry_id, revision),
  constraint service_entry_history_entry_id_fkey foreign key (system_id, entry_id) references service_entries (system_id, id),
  constraint service_entry_history_changed_by_fkey foreign key (changed_by) references people (id)
);
create index service_entry_history_changed_by_idx on service_entry_history (changed_by);

create table no_service (
  system_id uuid not null,
  response_id uuid not null,
  group_id text not null,
  place_id uuid not null,
  said_at timestamptz not null,
  said_by uuid not null,
  constraint no_service_pkey primary key (system_id, response_id, group_id, place_id),
  constraint no_service_response_id_fkey foreign key (system_id, response_id) references responses (system_id, id),
  constraint no_service_place_id_fkey foreign key (system_id, place_id) references places (system_id, id),
  constraint no_service_said_by_fkey foreign key (said_by) references people (id)
);
create index no_service_place_id_idx on no_service (system_id, place_id);
create index no_service_said_by_idx on no_service (said_by);

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

create table sessions (
  token_hash bytea not null,
  data jsonb not null,
  expires_at timestamptz not null,
  constraint sessions_pkey primary key (token_hash)
);
create index sessions_expires_at_idx on sessions (expires_at);

create table audit_events (
  id bigint generated always as identity,
  system_id uuid not null,
  happened_at timestamptz not null,
  person_id uuid,
  act text not null,
  subject_type text not null,
  subject_id text not null,
  details jsonb not null default '{}',
  constraint audit_events_pkey primary key (id),
  constraint audit_events_system_id_fkey foreign key (system_id) references systems (id),
  constraint audit_events_person_id_fkey foreign key (person_id) references people (id)
);
create index audit_events_system_id_idx on audit_events (system_id, happened_at);
create index audit_events_person_id_idx on audit_events (person_id);
`);
}

export async function down(knex: Knex): Promise<void> {
  for (const table of tables) await knex.schema.dropTable(table);
}
