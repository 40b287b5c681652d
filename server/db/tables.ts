/** The rows of every table, so that a misspelt column does not compile. */
import type { Definition } from '../domain/instrument/definition.ts';
import type { Provenance, ResponseStatus } from '../domain/round/response.ts';
import type { PersonRow } from './account.tables.ts';
import type {} from './identity.tables.ts';
import type { MessageRow } from './message.row.ts';
import type {} from './round.tables.ts';
import type { SessionRow } from './session.row.ts';
import type { WithJson } from './json.row.ts';
import type { MemberRole } from '../domain/access/scope.ts';

interface SystemRow {
  id: string;
  slug: string;
  name: string;
  fictional: boolean;
  /** sentences shown with the system's reports: assumptions, sources */
  notes: readonly string[];
  created_at: Date;
}
interface PlaceRow {
  system_id: string;
  id: string;
  slug: string;
  name: string;
  position: number;
  /** goes up by one with every change by hand */
  revision: number;
  /** out of new rounds and lists from then on; null in use */
  retired_at: Date | null;
}
interface AgencyRow {
  system_id: string;
  id: string;
  slug: string;
  name: string;
  note: string | null;
  /** answers on paper, and the coordinator keys it in */
  on_paper: boolean;
  revision: number;
  retired_at: Date | null;
}
interface AgencySectorRow {
  system_id: string;
  agency_id: string;
  sector: string;
}
interface AgencyPlaceRow {
  system_id: string;
  agency_id: string;
  place_id: string;
}
/** As it was when the round asked the agency. */
interface RoundAgencySectorRow extends AgencySectorRow {
  round_id: string;
}
interface RoundAgencyPlaceRow extends AgencyPlaceRow {
  round_id: string;
}
/** A person as a system knows them; stays when the last role is gone. */
interface MemberRow {
  system_id: string;
  person_id: string;
  name: string;
  /** goes up by one with every change of the name or the roles */
  revision: number;
  added_at: Date;
  /** into this system */
  last_signed_in_at: Date | null;
}
interface MembershipRow {
  system_id: string;
  id: string;
  person_id: string;
  role: MemberRole;
  agency_id: string | null;
  is_chair: boolean;
  position: number;
  /** by an agency lead: what they called the person, who has not signed in since */
  invited_as: string | null;
  /** by an agency lead, the last time */
  invited_at: Date | null;
}
interface MembershipPlaceRow {
  system_id: string;
  membership_id: string;
  place_id: string;
}
interface InstrumentVersionRow {
  id: string;
  instrument_id: string;
  version: string;
  kind: Definition['kind'];
  definition: Definition;
  published_at: Date;
}
interface AssignmentRow {
  system_id: string;
  id: string;
  round_id: string;
  agency_id: string;
  version_id: string;
  place_id: string | null;
}
interface ResponseRow {
  system_id: string;
  id: string;
  assignment_id: string;
  status: ResponseStatus;
  /** goes up by one with every change of anything in the response */
  revision: number;
  submitted_at: Date | null;
  submitted_by: string | null;
  updated_at: Date | null;
  provenance: Provenance;
  /** of a response on paper: who keyed it in */
  keyed_by: string | null;
  /** the last time, if ever */
  returned_at: Date | null;
  returned_by: string | null;
  return_reason: string | null;
}
interface AnswerRow {
  system_id: string;
  response_id: string;
  item_id: string;
  /** the chosen level; null where none is chosen or "We can't say" */
  level: number | null;
  /** true where a level or "We can't say" was chosen */
  has_level: boolean;
  has_evidence: boolean;
  value: unknown;
  revision: number;
  updated_at: Date;
  updated_by: string;
}
interface AnswerHistoryRow {
  system_id: string;
  response_id: string;
  item_id: string;
  revision: number;
  value: unknown;
  changed_at: Date;
  changed_by: string;
}
interface ServiceEntryRow {
  system_id: string;
  id: string;
  response_id: string;
  position: number;
  name: string;
  /** answer to the instrument's group item (sector) */
  group_id: string | null;
  status: string | null;
  /** false: "not stated", counted nowhere */
  places_stated: boolean;
  answers: Readonly<Record<string, unknown>>;
  revision: number;
  updated_at: Date;
  updated_by: string;
  removed_at: Date | null;
}
interface ServiceEntryPlaceRow {
  system_id: string;
  entry_id: string;
  place_id: string;
}
interface ServiceEntryHistoryRow {
  system_id: string;
  entry_id: string;
  revision: number;
  answers: Readonly<Record<string, unknown>>;
  removed: boolean;
  changed_at: Date;
  changed_by: string;
}
interface NoServiceRow {
  system_id: string;
  response_id: string;
  group_id: string;
  place_id: string;
  said_at: Date;
  said_by: string;
}
interface AgreedLevelRow {
  system_id: string;
  round_id: string;
  place_id: string;
  item_id: string;
  level: number;
  rationale: string;
  present: string;
  dissent: string | null;
  agreed_at: Date;
  agreed_by: string;
}
interface AuditEventRow {
  id: string;
  system_id: string;
  happened_at: Date;
  person_id: string | null;
  act: string;
  subject_type: string;
  subject_id: string;
  details: unknown;
}

declare module 'knex/types/tables.js' {
  interface Tables {
    systems: WithJson<SystemRow, 'notes', 'created_at'>;
    places: PlaceRow;
    agencies: AgencyRow;
    agency_sectors: AgencySectorRow;
    agency_places: AgencyPlaceRow;
    round_agency_sectors: RoundAgencySectorRow;
    round_agency_places: RoundAgencyPlaceRow;
    people: PersonRow;
    members: MemberRow;
    memberships: MembershipRow;
    membership_places: MembershipPlaceRow;
    instruments: { id: string };
    instrument_versions: WithJson<InstrumentVersionRow, 'definition', 'published_at'>;
    assignments: AssignmentRow;
    responses: ResponseRow;
    answers: WithJson<AnswerRow, 'value'>;
    answer_history: WithJson<AnswerHistoryRow, 'value'>;
    service_entries: WithJson<ServiceEntryRow, 'answers'>;
    service_entry_places: ServiceEntryPlaceRow;
    service_entry_history: WithJson<ServiceEntryHistoryRow, 'answers'>;
    no_service: NoServiceRow;
    agreed_levels: AgreedLevelRow;
    sessions: WithJson<SessionRow, 'data'>;
    messages: WithJson<MessageRow, 'content'>;
    audit_events: WithJson<AuditEventRow, 'details', 'id'>;
  }
}
