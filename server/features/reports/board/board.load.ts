/** Loads a round's Board paper: what people wrote, and the figures beside it, the same for whoever may read it. */
import { may, mayReadBoardPaper } from '../../../domain/access/may.ts';
import type { Scope } from '../../../domain/access/scope.ts';
import { notFound } from '../../../domain/errors.ts';
import { loadLevelTexts } from '../../../results/action-levels.ts';
import { loadActions } from '../../../results/actions.ts';
import type { ResultsDeps } from '../../../results/load.ts';
import { dayOf } from '../../../web/time.ts';
import { loadSystem } from '../reports.load.ts';
import { boardActions } from './board-actions.view.ts';
import { findPaper } from './board.queries.ts';
import type { BoardFacts } from './board.view.ts';

/** @throws not found, also where the paper may not be read yet */
export async function loadBoard(
  deps: ResultsDeps & { readonly now: () => Date },
  scope: Scope,
  roundSlug: string,
): Promise<BoardFacts> {
  const system = await loadSystem(deps, scope, roundSlug);
  const { round, places } = system;
  if (!mayReadBoardPaper(scope, round.status)) throw notFound();
  const [stored, seen] = await Promise.all([
    findPaper(deps.db, scope, round.id),
    loadActions(deps, scope),
  ]);
  const now = deps.now();
  const today = { now, today: dayOf(now) };
  const actions = boardActions(seen, round, today);
  return {
    // What a Board is shown names no agency, and doesn't hang on who took it there.
    system: { ...system, places: places.map((place) => ({ ...place, names: false })) },
    actions,
    levelText: await loadLevelTexts(deps, actions),
    stored,
    today,
    writes: may(scope, 'board-paper.write'),
  };
}
