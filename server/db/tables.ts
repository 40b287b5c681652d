/** The rows of every table, so that a misspelt column does not compile. */
import type { Definition } from '../domain/instrument/definition.ts';
import type { PersonRow } from './account.tables.ts';
import type {} from './action.tables.ts';
import type {} from './answering.tables.ts';
import type {} from './board.tables.ts';
import type {} from './identity.tables.ts';
import type {} from './check.tables.ts';
import type {} from './need.tables.ts';
import type {} from './pack.tables.ts';
import type {} from './question.tables.ts';
import type {} from './review.tables.ts';
import type {} from './token.tables.ts';
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
    sessions: WithJson<SessionRow, 'data'>;
    messages: WithJson<MessageRow, 'content'>;
    audit_events: WithJson<AuditEventRow, 'details', 'id'>;
  }
}
