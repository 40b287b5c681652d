/** The rows of a factual check: what agencies say of the draft results, and the answers. */

interface CheckCommentRow {
  system_id: string;
  id: string;
  round_id: string;
  place_id: string;
  agency_id: string;
  subject: 'place' | 'domain' | 'element';
  /** of the domain or the element; null: the Place as a whole */
  item_id: string | null;
  text: string;
  written_at: Date;
  written_by: string;
  reply: string | null;
  replied_at: Date | null;
  replied_by: string | null;
  /** goes up by one with every change, of the comment or of its answer */
  revision: number;
}

declare module 'knex/types/tables.js' {
  interface Tables {
    check_comments: CheckCommentRow;
  }
}
