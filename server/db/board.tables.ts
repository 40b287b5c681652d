/** The rows of a round's Board paper, and of its history. */
import type { BoardPaper } from '../domain/board/board-paper.ts';
import type { WithJson } from './json.row.ts';

interface BoardPaperRow {
  system_id: string;
  round_id: string;
  /** what people wrote, by field */
  content: BoardPaper;
  revision: number;
  changed_at: Date;
  changed_by: string;
}

declare module 'knex/types/tables.js' {
  interface Tables {
    board_papers: WithJson<BoardPaperRow, 'content'>;
    board_paper_history: WithJson<BoardPaperRow, 'content'>;
  }
}
