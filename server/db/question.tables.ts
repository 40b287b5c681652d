/** The row of a question that a coordinator sent to an agency. */

interface AskedQuestionRow {
  system_id: string;
  /** of the sending: one for all that went out together */
  asking_id: string;
  entry_id: string;
  /** the question */
  item_id: string;
  round_id: string;
  /** whose colour it would settle */
  place_id: string;
  response_id: string;
  /** the answer was "not known" already: only another one ends the question */
  said_unknown: boolean;
  asked_at: Date;
  asked_by: string;
  /** null where it was not answered by itself, as in the form of the service */
  answered_at: Date | null;
  answered_by: string | null;
}

declare module 'knex/types/tables.js' {
  interface Tables {
    asked_questions: AskedQuestionRow;
  }
}
