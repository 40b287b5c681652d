/** The Board paper as a PDF, drawn away from the event loop from the view model of its page. */
import type { PdfPool } from '../../../adapters/pdf/pool.ts';
import { fileName, madeAt } from '../../../web/made.ts';
import { paths } from '../../../web/paths.ts';
import { file, type Reply } from '../../../web/reply.ts';
import { get, param, type Route, type SignedInRequest } from '../../../web/route.ts';
import { recordDownload } from '../download.ts';
import { loadBoard } from './board.load.ts';
import { toBoardView } from './board.view.ts';
import type { BoardDeps } from './write.ts';

interface BoardPdfDeps extends BoardDeps {
  readonly pdf: PdfPool;
  readonly baseUrl: string;
}

export const boardDocument = new URL('./board.pdf.ts', import.meta.url);

/** Who may read the page may have its PDF, and sees the same in it; that it was taken away is written down. */
export function boardPdfRoutes(deps: BoardPdfDeps): Route[] {
  return [
    get('/rounds/:round/board-paper.pdf', 'board-paper.read', (request) => download(deps, request)),
  ];
}

async function download(deps: BoardPdfDeps, request: SignedInRequest): Promise<Reply> {
  const { pdf, now, baseUrl } = deps;
  const facts = await loadBoard(deps, request.scope, param(request, 'round'));
  const { round } = facts.system;
  const view = toBoardView(facts);
  const made = madeAt(now(), baseUrl + paths.boardPaper(round.slug));
  const body = await pdf.render(boardDocument, { view, made });
  await recordDownload(deps, request, { act: 'report.board-paper-downloaded', round });
  return file(body, 'application/pdf', fileName(`${view.system}, Board paper`, view));
}
