/** What the coordinator wrote of a round for the Board. */
import { emptyPaper } from '../../domain/board/board-paper.ts';
import { storePaper } from '../../features/reports/board/board.queries.ts';
import { coordinator, type Loading } from './loading.ts';

/** Of a round without one: nothing. */
export async function loadBoardPaper(loading: Loading): Promise<void> {
  const { db, round, roundId } = loading;
  if (!round.boardPaper) return;
  const { on, ...written } = round.boardPaper;
  const content = { ...emptyPaper, ...written };
  await storePaper(db, coordinator(loading), { roundId, content, basedOn: 0 }, new Date(on));
}
