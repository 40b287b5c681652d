/** The rows of actions, of their changes, and of the reminders that their owners had. */
import type { ActionChange } from '../domain/actions/change.ts';
import type { ActionSource, ActionStatus, TakenCriterion } from '../domain/actions/action.ts';
import type { Level } from '../domain/scoring/score.ts';
import type { WithJson } from './json.row.ts';

interface ActionRow {
  system_id: string;
  id: string;
  /** null: the whole system; the same for ever, as what it was raised from */
  place_id: string | null;
  what: string;
  owner_agency_id: string | null;
  owner_person_id: string | null;
  /** an owner in words; '' for none */
  owner_name: string;
  due_on: string | null;
  status: ActionStatus;
  aimed_level: Level | null;
  source: ActionSource;
  /** of the domain, the element, the gap or the contradiction */
  item_id: string | null;
  /** the same in words, as they were then; '' for none */
  about: string;
  /** whose results it was raised from */
  round_id: string | null;
  criteria: readonly TakenCriterion[];
  revision: number;
  raised_at: Date;
  raised_by: string;
  changed_at: Date;
  changed_by: string;
}
/** The first revision is the raising itself: it has no changes. */
interface ActionChangeRow {
  system_id: string;
  action_id: string;
  revision: number;
  changed_at: Date;
  changed_by: string;
  changes: readonly ActionChange[];
  note: string;
  /** the round at whose beginning it was gone through */
  review_round_id: string | null;
}
interface ActionReminderRow {
  system_id: string;
  action_id: string;
  person_id: string;
  /** a day in London */
  sent_on: string;
  why: 'soon' | 'overdue';
  /** when the action was due then */
  due_on: string;
}

declare module 'knex/types/tables.js' {
  interface Tables {
    actions: WithJson<ActionRow, 'criteria'>;
    action_changes: WithJson<ActionChangeRow, 'changes'>;
    action_reminders: ActionReminderRow;
  }
}
