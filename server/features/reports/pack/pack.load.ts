/** Loads all of a pack for one reader: the Board paper, the system's report, then every Place's, each where they may see it. */
import { mayReadBoardPaper } from '../../../domain/access/may.ts';
import type { Scope } from '../../../domain/access/scope.ts';
import { loadRound, type ResultsDeps, type VisibleRound } from '../../../results/load.ts';
import { madeAt } from '../../../web/made.ts';
import { paths } from '../../../web/paths.ts';
import { dayOf } from '../../../web/time.ts';
import { loadBoard } from '../board/board.load.ts';
import { isPaperBegun } from '../board/board.queries.ts';
import { toBoardView } from '../board/board.view.ts';
import { loadPlaceReport, loadSystemReport } from '../reports.load.ts';
import type { PackedPlace, PackPapers } from './pack.papers.ts';

interface PackDeps extends ResultsDeps {
  readonly baseUrl: string;
}
export interface LoadedPack extends VisibleRound {
  readonly papers: PackPapers;
}

/** @throws not found, see `loadRound` */
export async function loadPack(
  deps: PackDeps,
  scope: Scope,
  { roundSlug, now }: { readonly roundSlug: string; readonly now: Date },
): Promise<LoadedPack> {
  const { round, places } = await loadRound(deps, scope, roundSlug);
  const board = await loadPackedBoard(deps, scope, { round, now });
  const today = dayOf(now);
  const system = await loadSystemReport(deps, scope, { roundSlug, today });
  const packed: PackedPlace[] = [];
  // One after another: pages go on being answered beside it.
  for (const { slug } of places) {
    const which = { roundSlug, placeSlug: slug, today };
    const view = await loadPlaceReport(deps, scope, which);
    packed.push({ view, address: deps.baseUrl + paths.placeReport(roundSlug, slug) });
  }
  const boards = board === null || board === 'unwritten' ? [] : [board.view];
  const stated = new Set([...boards, system, ...packed.map(({ view }) => view)].map(statedEdition));
  // An edition was published meanwhile: one pack never holds two.
  if (stated.size > 1) return loadPack(deps, scope, { roundSlug, now });
  const made = madeAt(now, deps.baseUrl + paths.systemReport(roundSlug));
  const edition = system.draft ? 'Draft' : system.corrected.stated || 'First edition';
  return { round, places, papers: { made, edition, board, system, places: packed } };
}

/** Under the rules of its own page. */
async function loadPackedBoard(
  deps: PackDeps,
  scope: Scope,
  { round, now }: Pick<VisibleRound, 'round'> & { readonly now: Date },
): Promise<PackPapers['board']> {
  if (!mayReadBoardPaper(scope, round.status)) return null;
  if (!(await isPaperBegun(deps.db, scope, round.id))) return 'unwritten';
  const facts = await loadBoard({ ...deps, now: () => now }, scope, round.slug);
  const made = madeAt(now, deps.baseUrl + paths.boardPaper(round.slug));
  return { view: toBoardView(facts), made };
}

const statedEdition = ({ corrected }: { readonly corrected: { readonly stated: string } }) =>
  corrected.stated;
