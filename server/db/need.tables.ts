/** The rows of what is known of a Place's births and need, and of its history. */
import type { SimpleAnswers } from '../domain/answers/answers.ts';
import type { WithJson } from './json.row.ts';

interface NeedState {
  system_id: string;
  /** that the figures are of; the same as the answer to its question */
  year: number;
  /** of the instrument that was answered */
  version_id: string;
  answers: SimpleAnswers;
  revision: number;
  changed_at: Date;
  changed_by: string;
}
interface NeedRow extends NeedState {
  id: string;
  place_id: string;
  /** null while it counts */
  removed_at: Date | null;
}
interface NeedHistoryRow extends NeedState {
  need_id: string;
}

declare module 'knex/types/tables.js' {
  interface Tables {
    population_needs: WithJson<NeedRow, 'answers'>;
    population_need_history: WithJson<NeedHistoryRow, 'answers'>;
  }
}
