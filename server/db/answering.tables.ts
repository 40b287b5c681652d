/** The rows of answering: responses, answers, service entries, and who does what of them. */
import type { Provenance, ResponseStatus } from '../domain/round/response.ts';
import type { WithJson } from './json.row.ts';

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
  /** last round's, where its answers are carried forward one by one */
  carried_from: string | null;
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
export interface ServiceEntryRow {
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
export interface ServiceEntryHistoryRow {
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
/** How far an open page has saved: its own later save supersedes its earlier ones. */
interface PageSaveRow {
  system_id: string;
  response_id: string;
  /** made up by the page when it was opened */
  page: string;
  /** of the last save that was taken */
  counter: number;
  /** by item: what it said then, and the revision that this left; an entry's is called "entry" */
  sent: Readonly<Record<string, { readonly value: unknown; readonly revision: number }>>;
  saved_at: Date;
}
/** What colleagues agreed about a section. */
interface SectionWorkRow {
  system_id: string;
  response_id: string;
  section_id: string;
  /** marked as done; null where it is not */
  done_at: Date | null;
  done_by: string | null;
  /** the colleague who does it; null where nobody is named */
  given_to: string | null;
  given_at: Date | null;
  given_by: string | null;
}
/** What one of last round's answers became. */
interface CarryDecisionRow {
  system_id: string;
  response_id: string;
  kind: 'answer' | 'entry';
  /** the item's id, or that of last round's entry */
  source_id: string;
  decision: 'same' | 'changed' | 'ended';
  /** this round's entry, where there is one */
  entry_id: string | null;
  decided_at: Date;
  decided_by: string;
}

declare module 'knex/types/tables.js' {
  interface Tables {
    responses: ResponseRow;
    answers: WithJson<AnswerRow, 'value'>;
    answer_history: WithJson<AnswerHistoryRow, 'value'>;
    service_entries: WithJson<ServiceEntryRow, 'answers'>;
    service_entry_places: ServiceEntryPlaceRow;
    service_entry_history: WithJson<ServiceEntryHistoryRow, 'answers'>;
    no_service: NoServiceRow;
    page_saves: WithJson<PageSaveRow, 'sent'>;
    section_work: SectionWorkRow;
    carry_decisions: CarryDecisionRow;
  }
}
