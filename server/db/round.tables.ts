/** The rows of rounds: what is asked, where and of whom. */
import type { Band, Definition } from '../domain/instrument/definition.ts';
import type { RoundStatus } from '../domain/round/round.ts';
import type { WithJson } from './json.row.ts';

interface RoundRow {
  system_id: string;
  id: string;
  slug: string;
  name: string;
  status: RoundStatus;
  opens_at: Date | null;
  closes_at: Date | null;
  published_at: Date | null;
  /** colours of levels, frozen at opening */
  bands: readonly Band[];
  position: number;
  /** goes up by one with every change by hand */
  revision: number;
  /** how many reviewers sign a Place off; frozen at opening */
  quorum: number;
  factual_check_days: number;
  /** null before it has begun */
  factual_check_ends_at: Date | null;
  /** calendar days before the closing; none: nobody is reminded by itself */
  reminder_days: readonly number[];
  /** since when these days and this closing hold: earlier mornings are owed to nobody; null in a draft */
  reminders_from: Date | null;
}
/** Chosen for a draft, or added late; from the opening on the assignments say who is asked. */
interface RoundAgencyRow {
  system_id: string;
  round_id: string;
  agency_id: string;
}
/** Of a response that is no longer asked for: its answers are kept, and not counted. */
interface WithdrawalRow {
  system_id: string;
  response_id: string;
  /** for the agency to read */
  reason: string;
  withdrawn_at: Date;
  withdrawn_by: string;
}
/** One sending of reminders; its messages name it. */
interface ReminderRow {
  system_id: string;
  id: string;
  round_id: string;
  /** the day in London for which the clock sent it; null where a person did */
  due_on: string | null;
  sent_at: Date;
  /** null where the clock did */
  sent_by: string | null;
}
interface RoundPlaceRow {
  system_id: string;
  round_id: string;
  place_id: string;
}
interface RoundInstrumentRow {
  system_id: string;
  round_id: string;
  version_id: string;
  kind: Definition['kind'];
}

type Defaulted =
  | 'revision'
  | 'quorum'
  | 'factual_check_days'
  | 'factual_check_ends_at'
  | 'reminder_days'
  | 'reminders_from';

declare module 'knex/types/tables.js' {
  interface Tables {
    rounds: WithJson<RoundRow, 'bands', Defaulted>;
    round_places: RoundPlaceRow;
    round_agencies: RoundAgencyRow;
    round_instruments: RoundInstrumentRow;
    withdrawals: WithdrawalRow;
    reminders: ReminderRow;
  }
}
