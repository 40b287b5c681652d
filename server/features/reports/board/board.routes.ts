/** The Board paper of a round: read, written, its history; its PDF stands beside the other reports'. */
import { paths } from '../../../web/paths.ts';
import { historyPage } from '../../../web/history.ts';
import { page, type Crumb, type Reply } from '../../../web/reply.ts';
import { get, param, post, type Route, type SignedInRequest } from '../../../web/route.ts';
import { loadBoard } from './board.load.ts';
import { listPaperHistory } from './board.queries.ts';
import { boardPage, toBoardView } from './board.view.ts';
import { toPaperHistoryView } from './history.view.ts';
import { askForPaper, savePaper, type BoardDeps } from './write.ts';

export function boardRoutes(deps: BoardDeps): Route[] {
  return [
    get('/rounds/:round/board-paper', 'board-paper.read', (request) => read(deps, request)),
    get('/rounds/:round/board-paper/edit', 'board-paper.write', (request) =>
      askForPaper(deps, request),
    ),
    post('/rounds/:round/board-paper/edit', 'board-paper.write', (request) =>
      savePaper(deps, request),
    ),
    get('/rounds/:round/board-paper/history', 'board-paper.write', (request) =>
      history(deps, request),
    ),
  ];
}

async function read(deps: BoardDeps, request: SignedInRequest): Promise<Reply> {
  const facts = await loadBoard(deps, request.scope, param(request, 'round'));
  const view = toBoardView(facts);
  const { round } = facts.system;
  return page(boardPage, view, {
    title: `Board paper, ${round.name}`,
    credits: view.credits,
    crumbs: crumbsAbove(round),
  });
}

function crumbsAbove(round: { readonly slug: string; readonly name: string }): Crumb[] {
  return [
    { text: 'Results', href: paths.rounds() },
    { text: `${round.name}: system matrix`, href: paths.systemReport(round.slug) },
  ];
}

async function history(deps: BoardDeps, request: SignedInRequest): Promise<Reply> {
  const { scope } = request;
  const { system } = await loadBoard(deps, scope, param(request, 'round'));
  const { round } = system;
  const saved = await listPaperHistory(deps.db, scope, round.id);
  const view = toPaperHistoryView({ round, saved, personId: scope.personId });
  const above = { text: 'Board paper', href: paths.boardPaper(round.slug) };
  return page(historyPage, view, { title: view.heading, crumbs: [...crumbsAbove(round), above] });
}
