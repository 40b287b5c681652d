-- The schema after all migrations. Written by npm run schema; a test compares.

create table account_events (
  id bigint not null generated always as identity,
  happened_at timestamp with time zone not null,
  person_id uuid,
  act text not null,
  subject_id uuid,
  details jsonb not null default '{}'::jsonb,
  constraint account_events_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id),
  constraint account_events_pkey PRIMARY KEY (id)
);

create table action_changes (
  system_id uuid not null,
  action_id uuid not null,
  revision integer not null,
  changed_at timestamp with time zone not null,
  changed_by uuid not null,
  changes jsonb not null,
  note text not null,
  review_round_id uuid,
  constraint action_changes_action_fkey FOREIGN KEY (system_id, action_id) REFERENCES actions(system_id, id),
  constraint action_changes_changed_by_fkey FOREIGN KEY (system_id, changed_by) REFERENCES members(system_id, person_id),
  constraint action_changes_pkey PRIMARY KEY (system_id, action_id, revision),
  constraint action_changes_review_round_id_fkey FOREIGN KEY (system_id, review_round_id) REFERENCES rounds(system_id, id)
);
alter table action_changes enable row level security;

create table action_reminders (
  system_id uuid not null,
  action_id uuid not null,
  person_id uuid not null,
  sent_on date not null,
  why text not null,
  due_on date not null,
  constraint action_reminders_action_fkey FOREIGN KEY (system_id, action_id) REFERENCES actions(system_id, id),
  constraint action_reminders_person_id_fkey FOREIGN KEY (system_id, person_id) REFERENCES members(system_id, person_id),
  constraint action_reminders_pkey PRIMARY KEY (system_id, action_id, person_id, sent_on),
  constraint action_reminders_why_check CHECK ((why = ANY (ARRAY['soon'::text, 'overdue'::text])))
);
alter table action_reminders enable row level security;

create table actions (
  system_id uuid not null,
  id uuid not null,
  place_id uuid,
  what text not null,
  owner_agency_id uuid,
  owner_person_id uuid,
  owner_name text not null,
  due_on date,
  status text not null,
  aimed_level smallint,
  source text not null,
  item_id text,
  about text not null,
  round_id uuid,
  criteria jsonb not null,
  revision integer not null,
  raised_at timestamp with time zone not null,
  raised_by uuid not null,
  changed_at timestamp with time zone not null,
  changed_by uuid not null,
  constraint actions_aimed_level_check CHECK (((aimed_level IS NULL) OR ((source = 'domain'::text) AND ((aimed_level >= 1) AND (aimed_level <= 4))))),
  constraint actions_changed_by_fkey FOREIGN KEY (system_id, changed_by) REFERENCES members(system_id, person_id),
  constraint actions_origin_check CHECK ((((source = 'none'::text) = (round_id IS NULL)) AND ((source = 'none'::text) = (item_id IS NULL)) AND ((source = 'none'::text) OR (place_id IS NOT NULL)))),
  constraint actions_owner_agency_id_fkey FOREIGN KEY (system_id, owner_agency_id) REFERENCES agencies(system_id, id),
  constraint actions_owner_person_id_fkey FOREIGN KEY (system_id, owner_person_id) REFERENCES members(system_id, person_id),
  constraint actions_pkey PRIMARY KEY (system_id, id),
  constraint actions_place_id_fkey FOREIGN KEY (system_id, place_id) REFERENCES places(system_id, id),
  constraint actions_raised_by_fkey FOREIGN KEY (system_id, raised_by) REFERENCES members(system_id, person_id),
  constraint actions_round_id_fkey FOREIGN KEY (system_id, round_id) REFERENCES rounds(system_id, id),
  constraint actions_source_check CHECK ((source = ANY (ARRAY['domain'::text, 'element'::text, 'gap'::text, 'contradiction'::text, 'none'::text]))),
  constraint actions_status_check CHECK ((status = ANY (ARRAY['proposed'::text, 'agreed'::text, 'funded'::text, 'under-way'::text, 'done'::text, 'dropped'::text])))
);
alter table actions enable row level security;

create table administrators (
  person_id uuid not null,
  since timestamp with time zone not null,
  constraint administrators_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id),
  constraint administrators_pkey PRIMARY KEY (person_id)
);

create table agencies (
  system_id uuid not null,
  id uuid not null,
  slug text not null,
  name text not null,
  note text,
  on_paper boolean not null default false,
  revision integer not null default 0,
  retired_at timestamp with time zone,
  constraint agencies_pkey PRIMARY KEY (id),
  constraint agencies_system_id_fkey FOREIGN KEY (system_id) REFERENCES systems(id),
  constraint agencies_system_id_id_key UNIQUE (system_id, id),
  constraint agencies_system_id_slug_key UNIQUE (system_id, slug)
);
alter table agencies enable row level security;

create table agency_places (
  system_id uuid not null,
  agency_id uuid not null,
  place_id uuid not null,
  constraint agency_places_agency_id_fkey FOREIGN KEY (system_id, agency_id) REFERENCES agencies(system_id, id),
  constraint agency_places_pkey PRIMARY KEY (system_id, agency_id, place_id),
  constraint agency_places_place_id_fkey FOREIGN KEY (system_id, place_id) REFERENCES places(system_id, id)
);
alter table agency_places enable row level security;

create table agency_sectors (
  system_id uuid not null,
  agency_id uuid not null,
  sector text not null,
  constraint agency_sectors_agency_id_fkey FOREIGN KEY (system_id, agency_id) REFERENCES agencies(system_id, id),
  constraint agency_sectors_pkey PRIMARY KEY (system_id, agency_id, sector)
);
alter table agency_sectors enable row level security;

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
  agreed_at timestamp with time zone not null,
  agreed_by uuid not null,
  constraint agreement_history_agreed_by_fkey FOREIGN KEY (agreed_by) REFERENCES people(id),
  constraint agreement_history_agreement_fkey FOREIGN KEY (system_id, round_id, place_id, subject, item_id) REFERENCES agreements(system_id, round_id, place_id, subject, item_id),
  constraint agreement_history_pkey PRIMARY KEY (system_id, round_id, place_id, subject, item_id, revision)
);
alter table agreement_history enable row level security;

create table agreement_people (
  system_id uuid not null,
  round_id uuid not null,
  place_id uuid not null,
  subject text not null,
  item_id text not null,
  person_id uuid not null,
  constraint agreement_people_agreement_fkey FOREIGN KEY (system_id, round_id, place_id, subject, item_id) REFERENCES agreements(system_id, round_id, place_id, subject, item_id),
  constraint agreement_people_person_id_fkey FOREIGN KEY (system_id, person_id) REFERENCES members(system_id, person_id),
  constraint agreement_people_pkey PRIMARY KEY (system_id, round_id, place_id, subject, item_id, person_id)
);
alter table agreement_people enable row level security;

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
  agreed_at timestamp with time zone not null,
  agreed_by uuid not null,
  constraint agreements_agreed_by_fkey FOREIGN KEY (agreed_by) REFERENCES people(id),
  constraint agreements_colour_check CHECK (((colour IS NULL) OR ((subject = 'element'::text) AND (colour = ANY (ARRAY['green'::text, 'amber'::text, 'red'::text, 'purple'::text, 'white'::text]))))),
  constraint agreements_level_check CHECK (((level IS NULL) OR ((subject = 'domain'::text) AND ((level >= 0) AND (level <= 4))))),
  constraint agreements_pkey PRIMARY KEY (system_id, round_id, place_id, subject, item_id),
  constraint agreements_place_id_fkey FOREIGN KEY (system_id, place_id) REFERENCES places(system_id, id),
  constraint agreements_round_id_fkey FOREIGN KEY (system_id, round_id) REFERENCES rounds(system_id, id),
  constraint agreements_subject_check CHECK ((subject = ANY (ARRAY['domain'::text, 'element'::text])))
);
alter table agreements enable row level security;

create table answer_history (
  system_id uuid not null,
  response_id uuid not null,
  item_id text not null,
  revision integer not null,
  value jsonb not null,
  changed_at timestamp with time zone not null,
  changed_by uuid not null,
  constraint answer_history_changed_by_fkey FOREIGN KEY (changed_by) REFERENCES people(id),
  constraint answer_history_pkey PRIMARY KEY (system_id, response_id, item_id, revision),
  constraint answer_history_response_id_fkey FOREIGN KEY (system_id, response_id) REFERENCES responses(system_id, id)
);
alter table answer_history enable row level security;

create table answers (
  system_id uuid not null,
  response_id uuid not null,
  item_id text not null,
  level smallint,
  has_level boolean not null default false,
  has_evidence boolean not null default false,
  value jsonb not null,
  revision integer not null,
  updated_at timestamp with time zone not null,
  updated_by uuid not null,
  constraint answers_level_check CHECK (((level >= 0) AND (level <= 4))),
  constraint answers_pkey PRIMARY KEY (system_id, response_id, item_id),
  constraint answers_response_id_fkey FOREIGN KEY (system_id, response_id) REFERENCES responses(system_id, id),
  constraint answers_updated_by_fkey FOREIGN KEY (updated_by) REFERENCES people(id)
);
alter table answers enable row level security;

create table api_tokens (
  system_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  name text not null,
  token_hash bytea not null,
  made_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  last_used_at timestamp with time zone,
  revoked_at timestamp with time zone,
  constraint api_tokens_expires_at_check CHECK (((expires_at > made_at) AND (expires_at <= (made_at + '366 days'::interval)))),
  constraint api_tokens_person_id_fkey FOREIGN KEY (system_id, person_id) REFERENCES members(system_id, person_id),
  constraint api_tokens_pkey PRIMARY KEY (system_id, id),
  constraint api_tokens_token_hash_key UNIQUE (token_hash)
);
alter table api_tokens enable row level security;

create table asked_questions (
  system_id uuid not null,
  asking_id uuid not null,
  entry_id uuid not null,
  item_id text not null,
  round_id uuid not null,
  place_id uuid not null,
  response_id uuid not null,
  said_unknown boolean not null,
  asked_at timestamp with time zone not null,
  asked_by uuid not null,
  answered_at timestamp with time zone,
  answered_by uuid,
  constraint asked_questions_answered_by_fkey FOREIGN KEY (system_id, answered_by) REFERENCES members(system_id, person_id),
  constraint asked_questions_answered_check CHECK (((answered_at IS NULL) = (answered_by IS NULL))),
  constraint asked_questions_asked_by_fkey FOREIGN KEY (system_id, asked_by) REFERENCES members(system_id, person_id),
  constraint asked_questions_entry_id_fkey FOREIGN KEY (system_id, entry_id) REFERENCES service_entries(system_id, id),
  constraint asked_questions_pkey PRIMARY KEY (system_id, asking_id, entry_id, item_id),
  constraint asked_questions_place_id_fkey FOREIGN KEY (system_id, place_id) REFERENCES places(system_id, id),
  constraint asked_questions_response_id_fkey FOREIGN KEY (system_id, response_id) REFERENCES responses(system_id, id),
  constraint asked_questions_round_id_fkey FOREIGN KEY (system_id, round_id) REFERENCES rounds(system_id, id)
);
alter table asked_questions enable row level security;

create table assignments (
  system_id uuid not null,
  id uuid not null,
  round_id uuid not null,
  agency_id uuid not null,
  version_id uuid not null,
  place_id uuid,
  constraint assignments_agency_id_fkey FOREIGN KEY (system_id, agency_id) REFERENCES agencies(system_id, id),
  constraint assignments_pkey PRIMARY KEY (id),
  constraint assignments_place_id_fkey FOREIGN KEY (system_id, place_id) REFERENCES places(system_id, id),
  constraint assignments_round_id_fkey FOREIGN KEY (system_id, round_id) REFERENCES rounds(system_id, id),
  constraint assignments_system_id_id_key UNIQUE (system_id, id),
  constraint assignments_version_id_fkey FOREIGN KEY (version_id) REFERENCES instrument_versions(id)
);
alter table assignments enable row level security;

create table attempts (
  what text not null,
  ends_at timestamp with time zone not null,
  count integer not null,
  constraint attempts_pkey PRIMARY KEY (what)
);

create table audit_events (
  id bigint not null generated always as identity,
  system_id uuid not null,
  happened_at timestamp with time zone not null,
  person_id uuid,
  act text not null,
  subject_type text not null,
  subject_id text not null,
  details jsonb not null default '{}'::jsonb,
  constraint audit_events_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id),
  constraint audit_events_pkey PRIMARY KEY (id),
  constraint audit_events_system_id_fkey FOREIGN KEY (system_id) REFERENCES systems(id)
);
alter table audit_events enable row level security;

create table authenticators (
  person_id uuid not null,
  secret bytea not null,
  confirmed_at timestamp with time zone,
  last_step bigint not null default 0,
  constraint authenticators_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id),
  constraint authenticators_pkey PRIMARY KEY (person_id)
);

create table board_paper_history (
  system_id uuid not null,
  round_id uuid not null,
  revision integer not null,
  content jsonb not null,
  changed_at timestamp with time zone not null,
  changed_by uuid not null,
  constraint board_paper_history_changed_by_fkey FOREIGN KEY (system_id, changed_by) REFERENCES members(system_id, person_id),
  constraint board_paper_history_pkey PRIMARY KEY (system_id, round_id, revision),
  constraint board_paper_history_round_id_fkey FOREIGN KEY (system_id, round_id) REFERENCES board_papers(system_id, round_id)
);
alter table board_paper_history enable row level security;

create table board_papers (
  system_id uuid not null,
  round_id uuid not null,
  content jsonb not null,
  revision integer not null,
  changed_at timestamp with time zone not null,
  changed_by uuid not null,
  constraint board_papers_changed_by_fkey FOREIGN KEY (system_id, changed_by) REFERENCES members(system_id, person_id),
  constraint board_papers_pkey PRIMARY KEY (system_id, round_id),
  constraint board_papers_round_id_fkey FOREIGN KEY (system_id, round_id) REFERENCES rounds(system_id, id)
);
alter table board_papers enable row level security;

create table carry_decisions (
  system_id uuid not null,
  response_id uuid not null,
  kind text not null,
  source_id text not null,
  decision text not null,
  entry_id uuid,
  decided_at timestamp with time zone not null,
  decided_by uuid not null,
  constraint carry_decisions_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES people(id),
  constraint carry_decisions_decision_check CHECK ((decision = ANY (ARRAY['same'::text, 'changed'::text, 'ended'::text]))),
  constraint carry_decisions_entry_id_fkey FOREIGN KEY (system_id, entry_id) REFERENCES service_entries(system_id, id),
  constraint carry_decisions_kind_check CHECK ((kind = ANY (ARRAY['answer'::text, 'entry'::text]))),
  constraint carry_decisions_pkey PRIMARY KEY (system_id, response_id, kind, source_id),
  constraint carry_decisions_response_id_fkey FOREIGN KEY (system_id, response_id) REFERENCES responses(system_id, id)
);
alter table carry_decisions enable row level security;

create table check_comments (
  system_id uuid not null,
  id uuid not null,
  round_id uuid not null,
  place_id uuid not null,
  agency_id uuid not null,
  subject text not null,
  item_id text,
  text text not null,
  written_at timestamp with time zone not null,
  written_by uuid not null,
  reply text,
  replied_at timestamp with time zone,
  replied_by uuid,
  revision integer not null,
  constraint check_comments_agency_id_fkey FOREIGN KEY (system_id, agency_id) REFERENCES agencies(system_id, id),
  constraint check_comments_pkey PRIMARY KEY (system_id, id),
  constraint check_comments_place_fkey FOREIGN KEY (system_id, round_id, place_id) REFERENCES round_places(system_id, round_id, place_id),
  constraint check_comments_replied_by_fkey FOREIGN KEY (system_id, replied_by) REFERENCES members(system_id, person_id),
  constraint check_comments_reply_check CHECK ((((reply IS NULL) = (replied_at IS NULL)) AND ((reply IS NULL) = (replied_by IS NULL)))),
  constraint check_comments_subject_check CHECK (((subject = ANY (ARRAY['place'::text, 'domain'::text, 'element'::text])) AND ((subject = 'place'::text) = (item_id IS NULL)))),
  constraint check_comments_written_by_fkey FOREIGN KEY (system_id, written_by) REFERENCES members(system_id, person_id)
);
alter table check_comments enable row level security;

create table correction_people (
  system_id uuid not null,
  correction_id uuid not null,
  person_id uuid not null,
  constraint correction_people_correction_id_fkey FOREIGN KEY (system_id, correction_id) REFERENCES corrections(system_id, id),
  constraint correction_people_person_id_fkey FOREIGN KEY (system_id, person_id) REFERENCES members(system_id, person_id),
  constraint correction_people_pkey PRIMARY KEY (system_id, correction_id, person_id)
);
alter table correction_people enable row level security;

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
  proposed_at timestamp with time zone not null,
  proposed_by uuid not null,
  edition integer,
  withdrawn_at timestamp with time zone,
  withdrawn_by uuid,
  constraint corrections_colour_check CHECK (((colour IS NULL) OR ((subject = 'element'::text) AND (colour = ANY (ARRAY['green'::text, 'amber'::text, 'red'::text, 'purple'::text, 'white'::text]))))),
  constraint corrections_edition_fkey FOREIGN KEY (system_id, round_id, edition) REFERENCES editions(system_id, round_id, number),
  constraint corrections_level_check CHECK (((level IS NULL) OR ((subject = 'domain'::text) AND ((level >= 0) AND (level <= 4))))),
  constraint corrections_pkey PRIMARY KEY (system_id, id),
  constraint corrections_place_fkey FOREIGN KEY (system_id, round_id, place_id) REFERENCES round_places(system_id, round_id, place_id),
  constraint corrections_proposed_by_fkey FOREIGN KEY (system_id, proposed_by) REFERENCES members(system_id, person_id),
  constraint corrections_subject_check CHECK ((subject = ANY (ARRAY['domain'::text, 'element'::text]))),
  constraint corrections_withdrawn_by_fkey FOREIGN KEY (system_id, withdrawn_by) REFERENCES members(system_id, person_id),
  constraint corrections_withdrawn_check CHECK ((((withdrawn_at IS NULL) = (withdrawn_by IS NULL)) AND ((withdrawn_at IS NULL) OR (edition IS NULL))))
);
alter table corrections enable row level security;

create table editions (
  system_id uuid not null,
  round_id uuid not null,
  number integer not null,
  published_at timestamp with time zone,
  published_by uuid,
  note text not null,
  constraint editions_number_check CHECK ((number > 0)),
  constraint editions_pkey PRIMARY KEY (system_id, round_id, number),
  constraint editions_published_by_fkey FOREIGN KEY (published_by) REFERENCES people(id),
  constraint editions_published_check CHECK (((number = 1) OR ((published_at IS NOT NULL) AND (published_by IS NOT NULL)))),
  constraint editions_round_id_fkey FOREIGN KEY (system_id, round_id) REFERENCES rounds(system_id, id)
);
alter table editions enable row level security;

create table first_run_links (
  token_hash bytea not null,
  made_at timestamp with time zone not null,
  constraint first_run_links_pkey PRIMARY KEY (token_hash)
);

create table instrument_versions (
  id uuid not null,
  instrument_id text not null,
  version text not null,
  kind text not null,
  definition jsonb not null,
  published_at timestamp with time zone not null default now(),
  constraint instrument_versions_instrument_id_fkey FOREIGN KEY (instrument_id) REFERENCES instruments(id),
  constraint instrument_versions_instrument_id_version_key UNIQUE (instrument_id, version),
  constraint instrument_versions_kind_check CHECK ((kind = ANY (ARRAY['maturity'::text, 'service-map'::text, 'questionnaire'::text]))),
  constraint instrument_versions_pkey PRIMARY KEY (id)
);

create table instruments (
  id text not null,
  constraint instruments_pkey PRIMARY KEY (id)
);

create table members (
  system_id uuid not null,
  person_id uuid not null,
  name text not null,
  revision integer not null default 0,
  added_at timestamp with time zone not null default now(),
  last_signed_in_at timestamp with time zone,
  constraint members_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id),
  constraint members_pkey PRIMARY KEY (system_id, person_id),
  constraint members_system_id_fkey FOREIGN KEY (system_id) REFERENCES systems(id)
);
alter table members enable row level security;

create table membership_places (
  system_id uuid not null,
  membership_id uuid not null,
  place_id uuid not null,
  constraint membership_places_membership_id_fkey FOREIGN KEY (system_id, membership_id) REFERENCES memberships(system_id, id),
  constraint membership_places_pkey PRIMARY KEY (system_id, membership_id, place_id),
  constraint membership_places_place_id_fkey FOREIGN KEY (system_id, place_id) REFERENCES places(system_id, id)
);
alter table membership_places enable row level security;

create table memberships (
  system_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  role text not null,
  agency_id uuid,
  is_chair boolean not null default false,
  "position" integer not null default 0,
  invited_as text,
  invited_at timestamp with time zone,
  constraint memberships_agency_id_check CHECK (((agency_id IS NOT NULL) = (role = ANY (ARRAY['contributor'::text, 'agency-lead'::text])))),
  constraint memberships_agency_id_fkey FOREIGN KEY (system_id, agency_id) REFERENCES agencies(system_id, id),
  constraint memberships_is_chair_check CHECK (((NOT is_chair) OR (role = 'reviewer'::text))),
  constraint memberships_person_id_fkey FOREIGN KEY (system_id, person_id) REFERENCES members(system_id, person_id),
  constraint memberships_pkey PRIMARY KEY (id),
  constraint memberships_role_check CHECK ((role = ANY (ARRAY['contributor'::text, 'agency-lead'::text, 'reviewer'::text, 'icb-lead'::text, 'coordinator'::text]))),
  constraint memberships_system_id_fkey FOREIGN KEY (system_id) REFERENCES systems(id),
  constraint memberships_system_id_id_key UNIQUE (system_id, id)
);
alter table memberships enable row level security;

create table messages (
  id uuid not null default gen_random_uuid(),
  system_id uuid,
  person_id uuid not null,
  kind text not null,
  recipient text not null,
  subject text not null,
  content jsonb,
  awaited uuid[],
  queued_at timestamp with time zone not null,
  not_after timestamp with time zone not null,
  status text not null default 'queued'::text,
  attempts integer not null default 0,
  unconfirmed integer not null default 0,
  next_attempt_at timestamp with time zone not null,
  leased_until timestamp with time zone,
  handed_over_at timestamp with time zone,
  last_error text,
  finished_at timestamp with time zone,
  round_id uuid,
  agency_id uuid,
  reminder_id uuid,
  constraint messages_agency_id_fkey FOREIGN KEY (system_id, agency_id) REFERENCES agencies(system_id, id),
  constraint messages_content_check CHECK (((content IS NOT NULL) OR (status <> 'queued'::text))),
  constraint messages_finished_at_check CHECK (((finished_at IS NOT NULL) = (status <> 'queued'::text))),
  constraint messages_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id),
  constraint messages_pkey PRIMARY KEY (id),
  constraint messages_reminder_id_fkey FOREIGN KEY (system_id, reminder_id) REFERENCES reminders(system_id, id),
  constraint messages_reminder_id_key UNIQUE (system_id, reminder_id, agency_id, person_id),
  constraint messages_round_id_fkey FOREIGN KEY (system_id, round_id) REFERENCES rounds(system_id, id),
  constraint messages_status_check CHECK ((status = ANY (ARRAY['queued'::text, 'sent'::text, 'failed'::text, 'not-due'::text]))),
  constraint messages_system_id_fkey FOREIGN KEY (system_id) REFERENCES systems(id)
);
alter table messages enable row level security;

create table no_service (
  system_id uuid not null,
  response_id uuid not null,
  group_id text not null,
  place_id uuid not null,
  said_at timestamp with time zone not null,
  said_by uuid not null,
  constraint no_service_pkey PRIMARY KEY (system_id, response_id, group_id, place_id),
  constraint no_service_place_id_fkey FOREIGN KEY (system_id, place_id) REFERENCES places(system_id, id),
  constraint no_service_response_id_fkey FOREIGN KEY (system_id, response_id) REFERENCES responses(system_id, id),
  constraint no_service_said_by_fkey FOREIGN KEY (said_by) REFERENCES people(id)
);
alter table no_service enable row level security;

create table own_view_history (
  system_id uuid not null,
  round_id uuid not null,
  place_id uuid not null,
  item_id text not null,
  person_id uuid not null,
  revision integer not null,
  level smallint,
  comment text not null,
  given_at timestamp with time zone not null,
  constraint own_view_history_pkey PRIMARY KEY (system_id, round_id, place_id, item_id, person_id, revision),
  constraint own_view_history_view_fkey FOREIGN KEY (system_id, round_id, place_id, item_id, person_id) REFERENCES own_views(system_id, round_id, place_id, item_id, person_id)
);
alter table own_view_history enable row level security;

create table own_views (
  system_id uuid not null,
  round_id uuid not null,
  place_id uuid not null,
  item_id text not null,
  person_id uuid not null,
  level smallint,
  comment text not null,
  revision integer not null,
  given_at timestamp with time zone not null,
  constraint own_views_level_check CHECK (((level >= 0) AND (level <= 4))),
  constraint own_views_person_id_fkey FOREIGN KEY (system_id, person_id) REFERENCES members(system_id, person_id),
  constraint own_views_pkey PRIMARY KEY (system_id, round_id, place_id, item_id, person_id),
  constraint own_views_place_id_fkey FOREIGN KEY (system_id, place_id) REFERENCES places(system_id, id),
  constraint own_views_round_id_fkey FOREIGN KEY (system_id, round_id) REFERENCES rounds(system_id, id)
);
alter table own_views enable row level security;

create table packs (
  system_id uuid not null,
  round_id uuid not null,
  person_id uuid not null,
  id uuid not null,
  status text not null,
  asked_at timestamp with time zone not null,
  leased_until timestamp with time zone not null,
  places integer not null,
  places_done integer not null default 0,
  made_at timestamp with time zone,
  edition integer,
  shown jsonb,
  file bytea,
  board boolean not null default false,
  constraint packs_done_check CHECK ((((status = 'done'::text) = (file IS NOT NULL)) AND ((file IS NULL) = (made_at IS NULL)) AND ((file IS NULL) = (shown IS NULL)))),
  constraint packs_person_id_fkey FOREIGN KEY (system_id, person_id) REFERENCES members(system_id, person_id),
  constraint packs_pkey PRIMARY KEY (system_id, round_id, person_id),
  constraint packs_round_id_fkey FOREIGN KEY (system_id, round_id) REFERENCES rounds(system_id, id),
  constraint packs_status_check CHECK ((status = ANY (ARRAY['queued'::text, 'drawing'::text, 'done'::text, 'failed'::text])))
);
alter table packs enable row level security;

create table page_saves (
  system_id uuid not null,
  response_id uuid not null,
  page uuid not null,
  counter integer not null,
  sent jsonb not null,
  saved_at timestamp with time zone not null,
  constraint page_saves_pkey PRIMARY KEY (system_id, response_id, page),
  constraint page_saves_response_id_fkey FOREIGN KEY (system_id, response_id) REFERENCES responses(system_id, id)
);
alter table page_saves enable row level security;

create table people (
  id uuid not null,
  email text not null,
  name text not null,
  created_at timestamp with time zone not null default now(),
  deactivated_at timestamp with time zone,
  constraint people_email_check CHECK ((email = lower(email))),
  constraint people_email_key UNIQUE (email),
  constraint people_pkey PRIMARY KEY (id)
);
alter table people enable row level security;

create table person_identities (
  id uuid not null,
  person_id uuid not null,
  issuer text not null,
  subject text not null,
  label text not null,
  linked_at timestamp with time zone not null,
  last_used_at timestamp with time zone not null,
  constraint person_identities_issuer_subject_key UNIQUE (issuer, subject),
  constraint person_identities_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id),
  constraint person_identities_pkey PRIMARY KEY (id)
);

create table places (
  system_id uuid not null,
  id uuid not null,
  slug text not null,
  name text not null,
  "position" integer not null,
  revision integer not null default 0,
  retired_at timestamp with time zone,
  constraint places_pkey PRIMARY KEY (id),
  constraint places_system_id_fkey FOREIGN KEY (system_id) REFERENCES systems(id),
  constraint places_system_id_id_key UNIQUE (system_id, id),
  constraint places_system_id_slug_key UNIQUE (system_id, slug)
);
alter table places enable row level security;

create table population_need_history (
  system_id uuid not null,
  need_id uuid not null,
  revision integer not null,
  year integer not null,
  version_id uuid not null,
  answers jsonb not null,
  changed_at timestamp with time zone not null,
  changed_by uuid not null,
  constraint population_need_history_changed_by_fkey FOREIGN KEY (system_id, changed_by) REFERENCES members(system_id, person_id),
  constraint population_need_history_need_id_fkey FOREIGN KEY (system_id, need_id) REFERENCES population_needs(system_id, id),
  constraint population_need_history_pkey PRIMARY KEY (system_id, need_id, revision),
  constraint population_need_history_version_id_fkey FOREIGN KEY (version_id) REFERENCES instrument_versions(id)
);
alter table population_need_history enable row level security;

create table population_needs (
  system_id uuid not null,
  id uuid not null,
  place_id uuid not null,
  year integer not null,
  version_id uuid not null,
  answers jsonb not null,
  revision integer not null,
  changed_at timestamp with time zone not null,
  changed_by uuid not null,
  removed_at timestamp with time zone,
  constraint population_needs_changed_by_fkey FOREIGN KEY (system_id, changed_by) REFERENCES members(system_id, person_id),
  constraint population_needs_pkey PRIMARY KEY (system_id, id),
  constraint population_needs_place_id_fkey FOREIGN KEY (system_id, place_id) REFERENCES places(system_id, id),
  constraint population_needs_version_id_fkey FOREIGN KEY (version_id) REFERENCES instrument_versions(id)
);
alter table population_needs enable row level security;

create table provider_visits (
  state_hash bytea not null,
  browser_hash bytea not null,
  nonce text not null,
  verifier text not null,
  return_to text not null,
  again boolean not null,
  person_id uuid,
  expires_at timestamp with time zone not null,
  constraint provider_visits_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id),
  constraint provider_visits_pkey PRIMARY KEY (state_hash)
);

create table recovery_codes (
  person_id uuid not null,
  code_hash bytea not null,
  used_at timestamp with time zone,
  constraint recovery_codes_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id),
  constraint recovery_codes_pkey PRIMARY KEY (person_id, code_hash)
);

create table reminders (
  system_id uuid not null,
  id uuid not null,
  round_id uuid not null,
  due_on date,
  sent_at timestamp with time zone not null,
  sent_by uuid,
  constraint reminders_due_on_key UNIQUE (system_id, round_id, due_on),
  constraint reminders_pkey PRIMARY KEY (system_id, id),
  constraint reminders_round_id_fkey FOREIGN KEY (system_id, round_id) REFERENCES rounds(system_id, id),
  constraint reminders_sent_by_check CHECK (((sent_by IS NULL) = (due_on IS NOT NULL))),
  constraint reminders_sent_by_fkey FOREIGN KEY (sent_by) REFERENCES people(id)
);
alter table reminders enable row level security;

create table responses (
  system_id uuid not null,
  id uuid not null,
  assignment_id uuid not null,
  status text not null default 'draft'::text,
  revision integer not null default 0,
  submitted_at timestamp with time zone,
  submitted_by uuid,
  updated_at timestamp with time zone,
  provenance text not null default 'online'::text,
  keyed_by uuid,
  returned_at timestamp with time zone,
  returned_by uuid,
  return_reason text,
  carried_from uuid,
  constraint responses_assignment_id_fkey FOREIGN KEY (system_id, assignment_id) REFERENCES assignments(system_id, id),
  constraint responses_assignment_id_key UNIQUE (system_id, assignment_id),
  constraint responses_carried_from_fkey FOREIGN KEY (system_id, carried_from) REFERENCES responses(system_id, id),
  constraint responses_keyed_by_check CHECK (((keyed_by IS NOT NULL) = (provenance = 'paper'::text))),
  constraint responses_keyed_by_fkey FOREIGN KEY (keyed_by) REFERENCES people(id),
  constraint responses_pkey PRIMARY KEY (id),
  constraint responses_provenance_check CHECK ((provenance = ANY (ARRAY['online'::text, 'paper'::text]))),
  constraint responses_return_reason_check CHECK (((status <> 'returned'::text) OR ((return_reason IS NOT NULL) AND (returned_at IS NOT NULL) AND (returned_by IS NOT NULL)))),
  constraint responses_returned_by_fkey FOREIGN KEY (returned_by) REFERENCES people(id),
  constraint responses_status_check CHECK ((status = ANY (ARRAY['draft'::text, 'submitted'::text, 'returned'::text, 'withdrawn'::text]))),
  constraint responses_submitted_at_check CHECK (((status <> 'submitted'::text) OR (submitted_at IS NOT NULL))),
  constraint responses_submitted_by_fkey FOREIGN KEY (submitted_by) REFERENCES people(id),
  constraint responses_system_id_id_key UNIQUE (system_id, id)
);
alter table responses enable row level security;

create table round_agencies (
  system_id uuid not null,
  round_id uuid not null,
  agency_id uuid not null,
  constraint round_agencies_agency_id_fkey FOREIGN KEY (system_id, agency_id) REFERENCES agencies(system_id, id),
  constraint round_agencies_pkey PRIMARY KEY (system_id, round_id, agency_id),
  constraint round_agencies_round_id_fkey FOREIGN KEY (system_id, round_id) REFERENCES rounds(system_id, id)
);
alter table round_agencies enable row level security;

create table round_agency_places (
  system_id uuid not null,
  round_id uuid not null,
  agency_id uuid not null,
  place_id uuid not null,
  constraint round_agency_places_agency_id_fkey FOREIGN KEY (system_id, agency_id) REFERENCES agencies(system_id, id),
  constraint round_agency_places_pkey PRIMARY KEY (system_id, round_id, agency_id, place_id),
  constraint round_agency_places_place_id_fkey FOREIGN KEY (system_id, place_id) REFERENCES places(system_id, id),
  constraint round_agency_places_round_id_fkey FOREIGN KEY (system_id, round_id) REFERENCES rounds(system_id, id)
);
alter table round_agency_places enable row level security;

create table round_agency_sectors (
  system_id uuid not null,
  round_id uuid not null,
  agency_id uuid not null,
  sector text not null,
  constraint round_agency_sectors_agency_id_fkey FOREIGN KEY (system_id, agency_id) REFERENCES agencies(system_id, id),
  constraint round_agency_sectors_pkey PRIMARY KEY (system_id, round_id, agency_id, sector),
  constraint round_agency_sectors_round_id_fkey FOREIGN KEY (system_id, round_id) REFERENCES rounds(system_id, id)
);
alter table round_agency_sectors enable row level security;

create table round_instruments (
  system_id uuid not null,
  round_id uuid not null,
  version_id uuid not null,
  kind text not null,
  constraint round_instruments_kind_key UNIQUE (system_id, round_id, kind),
  constraint round_instruments_pkey PRIMARY KEY (system_id, round_id, version_id),
  constraint round_instruments_round_id_fkey FOREIGN KEY (system_id, round_id) REFERENCES rounds(system_id, id),
  constraint round_instruments_version_id_fkey FOREIGN KEY (version_id) REFERENCES instrument_versions(id)
);
alter table round_instruments enable row level security;

create table round_places (
  system_id uuid not null,
  round_id uuid not null,
  place_id uuid not null,
  constraint round_places_pkey PRIMARY KEY (system_id, round_id, place_id),
  constraint round_places_place_id_fkey FOREIGN KEY (system_id, place_id) REFERENCES places(system_id, id),
  constraint round_places_round_id_fkey FOREIGN KEY (system_id, round_id) REFERENCES rounds(system_id, id)
);
alter table round_places enable row level security;

create table rounds (
  system_id uuid not null,
  id uuid not null,
  slug text not null,
  name text not null,
  status text not null,
  opens_at timestamp with time zone,
  closes_at timestamp with time zone,
  published_at timestamp with time zone,
  bands jsonb not null,
  "position" integer not null,
  revision integer not null default 0,
  quorum integer not null default 3,
  factual_check_days integer not null default 10,
  factual_check_ends_at timestamp with time zone,
  reminder_days integer[] not null default '{}'::integer[],
  reminders_from timestamp with time zone,
  constraint rounds_factual_check_days_check CHECK (((factual_check_days >= 0) AND (factual_check_days <= 90))),
  constraint rounds_pkey PRIMARY KEY (id),
  constraint rounds_quorum_check CHECK (((quorum >= 1) AND (quorum <= 50))),
  constraint rounds_reminder_days_check CHECK (((cardinality(reminder_days) <= 12) AND (1 <= ALL (reminder_days)) AND (60 >= ALL (reminder_days)))),
  constraint rounds_status_check CHECK ((status = ANY (ARRAY['draft'::text, 'open'::text, 'in-review'::text, 'factual-check'::text, 'published'::text, 'archived'::text]))),
  constraint rounds_system_id_fkey FOREIGN KEY (system_id) REFERENCES systems(id),
  constraint rounds_system_id_id_key UNIQUE (system_id, id),
  constraint rounds_system_id_slug_key UNIQUE (system_id, slug)
);
alter table rounds enable row level security;

create table section_work (
  system_id uuid not null,
  response_id uuid not null,
  section_id text not null,
  done_at timestamp with time zone,
  done_by uuid,
  given_to uuid,
  given_at timestamp with time zone,
  given_by uuid,
  constraint section_work_done_by_fkey FOREIGN KEY (done_by) REFERENCES people(id),
  constraint section_work_done_check CHECK (((done_at IS NULL) = (done_by IS NULL))),
  constraint section_work_given_by_fkey FOREIGN KEY (given_by) REFERENCES people(id),
  constraint section_work_given_check CHECK ((((given_to IS NULL) = (given_at IS NULL)) AND ((given_at IS NULL) = (given_by IS NULL)))),
  constraint section_work_given_to_fkey FOREIGN KEY (given_to) REFERENCES people(id),
  constraint section_work_pkey PRIMARY KEY (system_id, response_id, section_id),
  constraint section_work_response_id_fkey FOREIGN KEY (system_id, response_id) REFERENCES responses(system_id, id)
);
alter table section_work enable row level security;

create table service_entries (
  system_id uuid not null,
  id uuid not null,
  response_id uuid not null,
  "position" integer not null,
  name text not null,
  group_id text,
  status text,
  places_stated boolean not null default false,
  answers jsonb not null,
  revision integer not null,
  updated_at timestamp with time zone not null,
  updated_by uuid not null,
  removed_at timestamp with time zone,
  constraint service_entries_pkey PRIMARY KEY (id),
  constraint service_entries_response_id_fkey FOREIGN KEY (system_id, response_id) REFERENCES responses(system_id, id),
  constraint service_entries_system_id_id_key UNIQUE (system_id, id),
  constraint service_entries_updated_by_fkey FOREIGN KEY (updated_by) REFERENCES people(id)
);
alter table service_entries enable row level security;

create table service_entry_history (
  system_id uuid not null,
  entry_id uuid not null,
  revision integer not null,
  answers jsonb not null,
  removed boolean not null default false,
  changed_at timestamp with time zone not null,
  changed_by uuid not null,
  constraint service_entry_history_changed_by_fkey FOREIGN KEY (changed_by) REFERENCES people(id),
  constraint service_entry_history_entry_id_fkey FOREIGN KEY (system_id, entry_id) REFERENCES service_entries(system_id, id),
  constraint service_entry_history_pkey PRIMARY KEY (system_id, entry_id, revision)
);
alter table service_entry_history enable row level security;

create table service_entry_places (
  system_id uuid not null,
  entry_id uuid not null,
  place_id uuid not null,
  constraint service_entry_places_entry_id_fkey FOREIGN KEY (system_id, entry_id) REFERENCES service_entries(system_id, id),
  constraint service_entry_places_pkey PRIMARY KEY (system_id, entry_id, place_id),
  constraint service_entry_places_place_id_fkey FOREIGN KEY (system_id, place_id) REFERENCES places(system_id, id)
);
alter table service_entry_places enable row level security;

create table sessions (
  token_hash bytea not null,
  data jsonb not null,
  expires_at timestamp with time zone not null,
  person_id uuid,
  constraint sessions_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id),
  constraint sessions_pkey PRIMARY KEY (token_hash)
);

create table sign_in_links (
  token_hash bytea not null,
  person_id uuid not null,
  made_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  constraint sign_in_links_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id),
  constraint sign_in_links_pkey PRIMARY KEY (token_hash)
);

create table sign_offs (
  system_id uuid not null,
  id uuid not null,
  round_id uuid not null,
  place_id uuid not null,
  signed_at timestamp with time zone not null,
  signed_by uuid not null,
  reopened_at timestamp with time zone,
  reopened_by uuid,
  reopen_reason text,
  constraint sign_offs_pkey PRIMARY KEY (system_id, id),
  constraint sign_offs_place_id_fkey FOREIGN KEY (system_id, place_id) REFERENCES places(system_id, id),
  constraint sign_offs_reopened_by_fkey FOREIGN KEY (reopened_by) REFERENCES people(id),
  constraint sign_offs_reopened_check CHECK ((((reopened_at IS NULL) = (reopened_by IS NULL)) AND ((reopened_at IS NULL) = (reopen_reason IS NULL)))),
  constraint sign_offs_round_id_fkey FOREIGN KEY (system_id, round_id) REFERENCES rounds(system_id, id),
  constraint sign_offs_signed_by_fkey FOREIGN KEY (signed_by) REFERENCES people(id)
);
alter table sign_offs enable row level security;

create table systems (
  id uuid not null,
  slug text not null,
  name text not null,
  fictional boolean not null default false,
  notes jsonb not null default '[]'::jsonb,
  created_at timestamp with time zone not null default now(),
  constraint systems_pkey PRIMARY KEY (id),
  constraint systems_slug_check CHECK ((slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'::text)),
  constraint systems_slug_key UNIQUE (slug)
);
alter table systems enable row level security;

create table waiting_identities (
  browser_hash bytea not null,
  issuer text not null,
  subject text not null,
  label text not null,
  proven_at timestamp with time zone,
  return_to text not null,
  expires_at timestamp with time zone not null,
  constraint waiting_identities_pkey PRIMARY KEY (browser_hash)
);

create table withdrawals (
  system_id uuid not null,
  response_id uuid not null,
  reason text not null,
  withdrawn_at timestamp with time zone not null,
  withdrawn_by uuid not null,
  constraint withdrawals_pkey PRIMARY KEY (system_id, response_id),
  constraint withdrawals_response_id_fkey FOREIGN KEY (system_id, response_id) REFERENCES responses(system_id, id),
  constraint withdrawals_withdrawn_by_fkey FOREIGN KEY (withdrawn_by) REFERENCES people(id)
);
alter table withdrawals enable row level security;

CREATE INDEX account_events_happened_at_idx ON public.account_events USING btree (happened_at);

CREATE INDEX account_events_person_id_idx ON public.account_events USING btree (person_id);

CREATE INDEX action_changes_changed_by_idx ON public.action_changes USING btree (system_id, changed_by);

CREATE INDEX action_changes_review_round_id_idx ON public.action_changes USING btree (system_id, review_round_id);

CREATE INDEX action_reminders_person_id_idx ON public.action_reminders USING btree (system_id, person_id);

CREATE INDEX actions_changed_by_idx ON public.actions USING btree (system_id, changed_by);

CREATE INDEX actions_due_on_idx ON public.actions USING btree (due_on) WHERE (status <> ALL (ARRAY['done'::text, 'dropped'::text]));

CREATE INDEX actions_owner_agency_id_idx ON public.actions USING btree (system_id, owner_agency_id);

CREATE INDEX actions_owner_person_id_idx ON public.actions USING btree (system_id, owner_person_id);

CREATE INDEX actions_place_id_idx ON public.actions USING btree (system_id, place_id);

CREATE INDEX actions_raised_by_idx ON public.actions USING btree (system_id, raised_by);

CREATE INDEX actions_round_id_idx ON public.actions USING btree (system_id, round_id);

CREATE UNIQUE INDEX agencies_system_id_name_key ON public.agencies USING btree (system_id, lower(name));

CREATE INDEX agency_places_place_id_idx ON public.agency_places USING btree (system_id, place_id);

CREATE INDEX agreement_history_agreed_by_idx ON public.agreement_history USING btree (agreed_by);

CREATE INDEX agreement_people_person_id_idx ON public.agreement_people USING btree (system_id, person_id);

CREATE INDEX agreements_agreed_by_idx ON public.agreements USING btree (agreed_by);

CREATE INDEX agreements_place_id_idx ON public.agreements USING btree (system_id, place_id);

CREATE INDEX answer_history_changed_by_idx ON public.answer_history USING btree (changed_by);

CREATE INDEX answers_updated_by_idx ON public.answers USING btree (updated_by);

CREATE INDEX api_tokens_person_id_idx ON public.api_tokens USING btree (system_id, person_id);

CREATE INDEX asked_questions_answered_by_idx ON public.asked_questions USING btree (system_id, answered_by);

CREATE INDEX asked_questions_asked_by_idx ON public.asked_questions USING btree (system_id, asked_by);

CREATE INDEX asked_questions_entry_id_idx ON public.asked_questions USING btree (system_id, entry_id);

CREATE INDEX asked_questions_place_id_idx ON public.asked_questions USING btree (system_id, place_id);

CREATE INDEX asked_questions_response_id_idx ON public.asked_questions USING btree (system_id, response_id);

CREATE INDEX asked_questions_round_id_idx ON public.asked_questions USING btree (system_id, round_id);

CREATE INDEX assignments_agency_id_idx ON public.assignments USING btree (system_id, agency_id);

CREATE INDEX assignments_place_id_idx ON public.assignments USING btree (system_id, place_id);

CREATE INDEX assignments_version_id_idx ON public.assignments USING btree (version_id);

CREATE UNIQUE INDEX assignments_what_key ON public.assignments USING btree (system_id, round_id, agency_id, version_id, place_id) NULLS NOT DISTINCT;

CREATE INDEX audit_events_person_id_idx ON public.audit_events USING btree (person_id);

CREATE INDEX audit_events_subject_idx ON public.audit_events USING btree (system_id, subject_type, subject_id, id);

CREATE INDEX audit_events_system_id_idx ON public.audit_events USING btree (system_id, happened_at);

CREATE INDEX board_paper_history_changed_by_idx ON public.board_paper_history USING btree (system_id, changed_by);

CREATE INDEX board_papers_changed_by_idx ON public.board_papers USING btree (system_id, changed_by);

CREATE INDEX carry_decisions_decided_by_idx ON public.carry_decisions USING btree (decided_by);

CREATE INDEX carry_decisions_entry_id_idx ON public.carry_decisions USING btree (system_id, entry_id);

CREATE INDEX check_comments_agency_id_idx ON public.check_comments USING btree (system_id, agency_id);

CREATE INDEX check_comments_place_idx ON public.check_comments USING btree (system_id, round_id, place_id);

CREATE INDEX check_comments_replied_by_idx ON public.check_comments USING btree (system_id, replied_by);

CREATE INDEX check_comments_written_by_idx ON public.check_comments USING btree (system_id, written_by);

CREATE INDEX correction_people_person_id_idx ON public.correction_people USING btree (system_id, person_id);

CREATE INDEX corrections_edition_idx ON public.corrections USING btree (system_id, round_id, edition);

CREATE INDEX corrections_place_idx ON public.corrections USING btree (system_id, round_id, place_id);

CREATE INDEX corrections_proposed_by_idx ON public.corrections USING btree (system_id, proposed_by);

CREATE UNIQUE INDEX corrections_waiting_key ON public.corrections USING btree (system_id, round_id, place_id, subject, item_id) WHERE ((edition IS NULL) AND (withdrawn_at IS NULL));

CREATE INDEX corrections_withdrawn_by_idx ON public.corrections USING btree (system_id, withdrawn_by);

CREATE INDEX editions_published_by_idx ON public.editions USING btree (published_by);

CREATE INDEX members_person_id_idx ON public.members USING btree (person_id);

CREATE INDEX membership_places_place_id_idx ON public.membership_places USING btree (system_id, place_id);

CREATE INDEX memberships_agency_id_idx ON public.memberships USING btree (system_id, agency_id);

CREATE UNIQUE INDEX memberships_chair_key ON public.memberships USING btree (system_id) WHERE is_chair;

CREATE INDEX memberships_person_id_idx ON public.memberships USING btree (person_id);

CREATE UNIQUE INDEX memberships_person_role_key ON public.memberships USING btree (system_id, person_id, role, agency_id) NULLS NOT DISTINCT;

CREATE INDEX messages_agency_id_idx ON public.messages USING btree (system_id, agency_id);

CREATE INDEX messages_next_attempt_at_idx ON public.messages USING btree (next_attempt_at) WHERE (status = 'queued'::text);

CREATE INDEX messages_person_id_idx ON public.messages USING btree (person_id);

CREATE INDEX messages_round_id_idx ON public.messages USING btree (system_id, round_id);

CREATE INDEX messages_system_id_idx ON public.messages USING btree (system_id, person_id, queued_at);

CREATE INDEX no_service_place_id_idx ON public.no_service USING btree (system_id, place_id);

CREATE INDEX no_service_said_by_idx ON public.no_service USING btree (said_by);

CREATE INDEX own_views_person_id_idx ON public.own_views USING btree (system_id, person_id);

CREATE INDEX own_views_place_id_idx ON public.own_views USING btree (system_id, place_id);

CREATE INDEX packs_asked_at_idx ON public.packs USING btree (asked_at);

CREATE UNIQUE INDEX packs_one_at_once_key ON public.packs USING btree (system_id, person_id) WHERE (status = ANY (ARRAY['queued'::text, 'drawing'::text]));

CREATE INDEX packs_person_id_idx ON public.packs USING btree (system_id, person_id);

CREATE INDEX person_identities_person_id_idx ON public.person_identities USING btree (person_id);

CREATE UNIQUE INDEX places_system_id_name_key ON public.places USING btree (system_id, lower(name));

CREATE INDEX population_need_history_changed_by_idx ON public.population_need_history USING btree (system_id, changed_by);

CREATE INDEX population_need_history_version_id_idx ON public.population_need_history USING btree (version_id);

CREATE INDEX population_needs_changed_by_idx ON public.population_needs USING btree (system_id, changed_by);

CREATE INDEX population_needs_place_id_idx ON public.population_needs USING btree (system_id, place_id);

CREATE INDEX population_needs_version_id_idx ON public.population_needs USING btree (version_id);

CREATE UNIQUE INDEX population_needs_year_key ON public.population_needs USING btree (system_id, place_id, year) WHERE (removed_at IS NULL);

CREATE INDEX provider_visits_expires_at_idx ON public.provider_visits USING btree (expires_at);

CREATE INDEX provider_visits_person_id_idx ON public.provider_visits USING btree (person_id);

CREATE INDEX reminders_sent_by_idx ON public.reminders USING btree (sent_by);

CREATE INDEX responses_carried_from_idx ON public.responses USING btree (system_id, carried_from);

CREATE INDEX responses_keyed_by_idx ON public.responses USING btree (keyed_by);

CREATE INDEX responses_returned_by_idx ON public.responses USING btree (returned_by);

CREATE INDEX responses_submitted_by_idx ON public.responses USING btree (submitted_by);

CREATE INDEX round_agencies_agency_id_idx ON public.round_agencies USING btree (system_id, agency_id);

CREATE INDEX round_agency_places_agency_id_idx ON public.round_agency_places USING btree (system_id, agency_id);

CREATE INDEX round_agency_places_place_id_idx ON public.round_agency_places USING btree (system_id, place_id);

CREATE INDEX round_agency_sectors_agency_id_idx ON public.round_agency_sectors USING btree (system_id, agency_id);

CREATE INDEX round_instruments_version_id_idx ON public.round_instruments USING btree (version_id);

CREATE INDEX round_places_place_id_idx ON public.round_places USING btree (system_id, place_id);

CREATE INDEX section_work_done_by_idx ON public.section_work USING btree (done_by);

CREATE INDEX section_work_given_by_idx ON public.section_work USING btree (given_by);

CREATE INDEX section_work_given_to_idx ON public.section_work USING btree (given_to);

CREATE INDEX service_entries_response_id_idx ON public.service_entries USING btree (system_id, response_id);

CREATE INDEX service_entries_updated_by_idx ON public.service_entries USING btree (updated_by);

CREATE INDEX service_entry_history_changed_by_idx ON public.service_entry_history USING btree (changed_by);

CREATE INDEX service_entry_places_place_id_idx ON public.service_entry_places USING btree (system_id, place_id);

CREATE INDEX sessions_expires_at_idx ON public.sessions USING btree (expires_at);

CREATE INDEX sessions_person_id_idx ON public.sessions USING btree (person_id);

CREATE INDEX sign_in_links_person_id_idx ON public.sign_in_links USING btree (person_id);

CREATE INDEX sign_offs_place_id_idx ON public.sign_offs USING btree (system_id, place_id);

CREATE INDEX sign_offs_reopened_by_idx ON public.sign_offs USING btree (reopened_by);

CREATE INDEX sign_offs_round_id_idx ON public.sign_offs USING btree (system_id, round_id);

CREATE INDEX sign_offs_signed_by_idx ON public.sign_offs USING btree (signed_by);

CREATE UNIQUE INDEX sign_offs_standing_key ON public.sign_offs USING btree (system_id, round_id, place_id) WHERE (reopened_at IS NULL);

CREATE INDEX waiting_identities_expires_at_idx ON public.waiting_identities USING btree (expires_at);

CREATE INDEX withdrawals_withdrawn_by_idx ON public.withdrawals USING btree (withdrawn_by);

CREATE OR REPLACE FUNCTION public.account_of(uuid, text, text)
 RETURNS uuid
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$ insert into people (id, name, email) values ($1, $2, $3)
    on conflict (email) do update set email = excluded.email returning id $function$
;

CREATE OR REPLACE FUNCTION public.own_system()
 RETURNS uuid
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$ select nullif(current_setting('pair.system', true), '')::uuid $function$
;

CREATE OR REPLACE FUNCTION public.refuse_change()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  raise exception '% is only ever added to', tg_table_name using errcode = 'insufficient_privilege';
end $function$
;

CREATE OR REPLACE FUNCTION public.wake_mail(ids text[], run_at timestamp with time zone)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$ select graphile_worker.add_job('send-mail', json_build_object('message', id),
      run_at => wake_mail.run_at, max_attempts => 1, job_key => id)
    from unnest(ids) as id $function$
;

CREATE OR REPLACE FUNCTION public.wake_pack(system uuid, pack uuid)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$ select graphile_worker.add_job('draw-pack', json_build_object('system', system, 'pack', pack),
      max_attempts => 1, job_key => pack::text) $function$
;

CREATE TRIGGER account_events_kept BEFORE DELETE OR UPDATE OR TRUNCATE ON public.account_events FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TRIGGER audit_events_kept BEFORE DELETE OR UPDATE OR TRUNCATE ON public.audit_events FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

create policy own_system on action_changes as PERMISSIVE for ALL to {pair_request} using ((system_id = ( SELECT own_system() AS own_system))) with check ((system_id = ( SELECT own_system() AS own_system)));

create policy own_system on action_reminders as PERMISSIVE for ALL to {pair_request} using ((system_id = ( SELECT own_system() AS own_system))) with check ((system_id = ( SELECT own_system() AS own_system)));

create policy own_system on actions as PERMISSIVE for ALL to {pair_request} using ((system_id = ( SELECT own_system() AS own_system))) with check ((system_id = ( SELECT own_system() AS own_system)));

create policy own_system on agencies as PERMISSIVE for ALL to {pair_request} using ((system_id = ( SELECT own_system() AS own_system))) with check ((system_id = ( SELECT own_system() AS own_system)));

create policy own_system on agency_places as PERMISSIVE for ALL to {pair_request} using ((system_id = ( SELECT own_system() AS own_system))) with check ((system_id = ( SELECT own_system() AS own_system)));

create policy own_system on agency_sectors as PERMISSIVE for ALL to {pair_request} using ((system_id = ( SELECT own_system() AS own_system))) with check ((system_id = ( SELECT own_system() AS own_system)));

create policy own_system on agreement_history as PERMISSIVE for ALL to {pair_request} using ((system_id = ( SELECT own_system() AS own_system))) with check ((system_id = ( SELECT own_system() AS own_system)));

create policy own_system on agreement_people as PERMISSIVE for ALL to {pair_request} using ((system_id = ( SELECT own_system() AS own_system))) with check ((system_id = ( SELECT own_system() AS own_system)));

create policy own_system on agreements as PERMISSIVE for ALL to {pair_request} using ((system_id = ( SELECT own_system() AS own_system))) with check ((system_id = ( SELECT own_system() AS own_system)));

create policy own_system on answer_history as PERMISSIVE for ALL to {pair_request} using ((system_id = ( SELECT own_system() AS own_system))) with check ((system_id = ( SELECT own_system() AS own_system)));

create policy own_system on answers as PERMISSIVE for ALL to {pair_request} using ((system_id = ( SELECT own_system() AS own_system))) with check ((system_id = ( SELECT own_system() AS own_system)));

create policy own_system on api_tokens as PERMISSIVE for ALL to {pair_request} using ((system_id = ( SELECT own_system() AS own_system))) with check ((system_id = ( SELECT own_system() AS own_system)));

create policy own_system on asked_questions as PERMISSIVE for ALL to {pair_request} using ((system_id = ( SELECT own_system() AS own_system))) with check ((system_id = ( SELECT own_system() AS own_system)));

create policy own_system on assignments as PERMISSIVE for ALL to {pair_request} using ((system_id = ( SELECT own_system() AS own_system))) with check ((system_id = ( SELECT own_system() AS own_system)));

create policy own_system on audit_events as PERMISSIVE for ALL to {pair_request} using ((system_id = ( SELECT own_system() AS own_system))) with check ((system_id = ( SELECT own_system() AS own_system)));

create policy own_system on board_paper_history as PERMISSIVE for ALL to {pair_request} using ((system_id = ( SELECT own_system() AS own_system))) with check ((system_id = ( SELECT own_system() AS own_system)));

create policy own_system on board_papers as PERMISSIVE for ALL to {pair_request} using ((system_id = ( SELECT own_system() AS own_system))) with check ((system_id = ( SELECT own_system() AS own_system)));

create policy own_system on carry_decisions as PERMISSIVE for ALL to {pair_request} using ((system_id = ( SELECT own_system() AS own_system))) with check ((system_id = ( SELECT own_system() AS own_system)));

create policy own_system on check_comments as PERMISSIVE for ALL to {pair_request} using ((system_id = ( SELECT own_system() AS own_system))) with check ((system_id = ( SELECT own_system() AS own_system)));

create policy own_system on correction_people as PERMISSIVE for ALL to {pair_request} using ((system_id = ( SELECT own_system() AS own_system))) with check ((system_id = ( SELECT own_system() AS own_system)));

create policy own_system on corrections as PERMISSIVE for ALL to {pair_request} using ((system_id = ( SELECT own_system() AS own_system))) with check ((system_id = ( SELECT own_system() AS own_system)));

create policy own_system on editions as PERMISSIVE for ALL to {pair_request} using ((system_id = ( SELECT own_system() AS own_system))) with check ((system_id = ( SELECT own_system() AS own_system)));

create policy own_system on members as PERMISSIVE for ALL to {pair_request} using ((system_id = ( SELECT own_system() AS own_system))) with check ((system_id = ( SELECT own_system() AS own_system)));

create policy own_system on membership_places as PERMISSIVE for ALL to {pair_request} using ((system_id = ( SELECT own_system() AS own_system))) with check ((system_id = ( SELECT own_system() AS own_system)));

create policy own_system on memberships as PERMISSIVE for ALL to {pair_request} using ((system_id = ( SELECT own_system() AS own_system))) with check ((system_id = ( SELECT own_system() AS own_system)));

create policy own_system on messages as PERMISSIVE for ALL to {pair_request} using ((system_id = ( SELECT own_system() AS own_system))) with check ((system_id = ( SELECT own_system() AS own_system)));

create policy own_system on no_service as PERMISSIVE for ALL to {pair_request} using ((system_id = ( SELECT own_system() AS own_system))) with check ((system_id = ( SELECT own_system() AS own_system)));

create policy own_system on own_view_history as PERMISSIVE for ALL to {pair_request} using ((system_id = ( SELECT own_system() AS own_system))) with check ((system_id = ( SELECT own_system() AS own_system)));

create policy own_system on own_views as PERMISSIVE for ALL to {pair_request} using ((system_id = ( SELECT own_system() AS own_system))) with check ((system_id = ( SELECT own_system() AS own_system)));

create policy own_system on packs as PERMISSIVE for ALL to {pair_request} using ((system_id = ( SELECT own_system() AS own_system))) with check ((system_id = ( SELECT own_system() AS own_system)));

create policy own_system on page_saves as PERMISSIVE for ALL to {pair_request} using ((system_id = ( SELECT own_system() AS own_system))) with check ((system_id = ( SELECT own_system() AS own_system)));

create policy own_system on people as PERMISSIVE for SELECT to {pair_request} using (((EXISTS ( SELECT
   FROM members m
  WHERE (m.person_id = people.id))) OR (EXISTS ( SELECT
   FROM audit_events e
  WHERE (e.person_id = people.id))))) with check ();

create policy own_system on places as PERMISSIVE for ALL to {pair_request} using ((system_id = ( SELECT own_system() AS own_system))) with check ((system_id = ( SELECT own_system() AS own_system)));

create policy own_system on population_need_history as PERMISSIVE for ALL to {pair_request} using ((system_id = ( SELECT own_system() AS own_system))) with check ((system_id = ( SELECT own_system() AS own_system)));

create policy own_system on population_needs as PERMISSIVE for ALL to {pair_request} using ((system_id = ( SELECT own_system() AS own_system))) with check ((system_id = ( SELECT own_system() AS own_system)));

create policy own_system on reminders as PERMISSIVE for ALL to {pair_request} using ((system_id = ( SELECT own_system() AS own_system))) with check ((system_id = ( SELECT own_system() AS own_system)));

create policy own_system on responses as PERMISSIVE for ALL to {pair_request} using ((system_id = ( SELECT own_system() AS own_system))) with check ((system_id = ( SELECT own_system() AS own_system)));

create policy own_system on round_agencies as PERMISSIVE for ALL to {pair_request} using ((system_id = ( SELECT own_system() AS own_system))) with check ((system_id = ( SELECT own_system() AS own_system)));

create policy own_system on round_agency_places as PERMISSIVE for ALL to {pair_request} using ((system_id = ( SELECT own_system() AS own_system))) with check ((system_id = ( SELECT own_system() AS own_system)));

create policy own_system on round_agency_sectors as PERMISSIVE for ALL to {pair_request} using ((system_id = ( SELECT own_system() AS own_system))) with check ((system_id = ( SELECT own_system() AS own_system)));

create policy own_system on round_instruments as PERMISSIVE for ALL to {pair_request} using ((system_id = ( SELECT own_system() AS own_system))) with check ((system_id = ( SELECT own_system() AS own_system)));

create policy own_system on round_places as PERMISSIVE for ALL to {pair_request} using ((system_id = ( SELECT own_system() AS own_system))) with check ((system_id = ( SELECT own_system() AS own_system)));

create policy own_system on rounds as PERMISSIVE for ALL to {pair_request} using ((system_id = ( SELECT own_system() AS own_system))) with check ((system_id = ( SELECT own_system() AS own_system)));

create policy own_system on section_work as PERMISSIVE for ALL to {pair_request} using ((system_id = ( SELECT own_system() AS own_system))) with check ((system_id = ( SELECT own_system() AS own_system)));

create policy own_system on service_entries as PERMISSIVE for ALL to {pair_request} using ((system_id = ( SELECT own_system() AS own_system))) with check ((system_id = ( SELECT own_system() AS own_system)));

create policy own_system on service_entry_history as PERMISSIVE for ALL to {pair_request} using ((system_id = ( SELECT own_system() AS own_system))) with check ((system_id = ( SELECT own_system() AS own_system)));

create policy own_system on service_entry_places as PERMISSIVE for ALL to {pair_request} using ((system_id = ( SELECT own_system() AS own_system))) with check ((system_id = ( SELECT own_system() AS own_system)));

create policy own_system on sign_offs as PERMISSIVE for ALL to {pair_request} using ((system_id = ( SELECT own_system() AS own_system))) with check ((system_id = ( SELECT own_system() AS own_system)));

create policy own_system on systems as PERMISSIVE for ALL to {pair_request} using ((id = ( SELECT own_system() AS own_system))) with check ();

create policy own_system on withdrawals as PERMISSIVE for ALL to {pair_request} using ((system_id = ( SELECT own_system() AS own_system))) with check ((system_id = ( SELECT own_system() AS own_system)));

grant insert, select on action_changes to pair_request;

grant insert, select on action_reminders to pair_request;

grant insert, select, update on actions to pair_request;

grant insert, select, update on agencies to pair_request;

grant delete, insert, select, update on agency_places to pair_request;

grant delete, insert, select, update on agency_sectors to pair_request;

grant insert, select on agreement_history to pair_request;

grant delete, insert, select, update on agreement_people to pair_request;

grant insert, select, update on agreements to pair_request;

grant insert, select on answer_history to pair_request;

grant insert, select, update on answers to pair_request;

grant insert, select, update on api_tokens to pair_request;

grant insert, select, update (answered_at), update (answered_by) on asked_questions to pair_request;

grant delete, insert, select, update on assignments to pair_request;

grant insert, select on audit_events to pair_request;

grant insert, select on board_paper_history to pair_request;

grant insert, select, update on board_papers to pair_request;

grant delete, insert, select, update on carry_decisions to pair_request;

grant insert, select, update on check_comments to pair_request;

grant delete, insert, select, update on correction_people to pair_request;

grant insert, select, update on corrections to pair_request;

grant insert, select on editions to pair_request;

grant select on instrument_versions to pair_request;

grant select on instruments to pair_request;

grant insert, select, update on members to pair_request;

grant delete, insert, select, update on membership_places to pair_request;

grant delete, insert, select, update on memberships to pair_request;

grant insert, select, update on messages to pair_request;

grant delete, insert, select, update on no_service to pair_request;

grant insert, select on own_view_history to pair_request;

grant insert, select, update on own_views to pair_request;

grant insert, select, update on packs to pair_request;

grant insert, select, update on page_saves to pair_request;

grant select on people to pair_request;

grant insert, select, update on places to pair_request;

grant insert, select on population_need_history to pair_request;

grant insert, select, update on population_needs to pair_request;

grant insert, select, update on reminders to pair_request;

grant delete, insert, select, update on responses to pair_request;

grant delete, insert, select, update on round_agencies to pair_request;

grant delete, insert, select, update on round_agency_places to pair_request;

grant delete, insert, select, update on round_agency_sectors to pair_request;

grant delete, insert, select, update on round_instruments to pair_request;

grant delete, insert, select, update on round_places to pair_request;

grant delete, insert, select, update on rounds to pair_request;

grant insert, select, update on section_work to pair_request;

grant insert, select, update on service_entries to pair_request;

grant insert, select on service_entry_history to pair_request;

grant delete, insert, select, update on service_entry_places to pair_request;

grant insert, select, update on sign_offs to pair_request;

grant select, update (name) on systems to pair_request;

grant delete, insert, select, update on withdrawals to pair_request;
