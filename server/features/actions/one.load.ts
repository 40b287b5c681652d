/** One action for whoever asks, and the words of the grid that it was raised from. */
import { levelWords, type LevelWords } from '../../domain/instrument/level-words.ts';
import { notFound } from '../../domain/errors.ts';
import type { Scope } from '../../domain/access/scope.ts';
import { loadActions, type SeenAction } from '../../results/actions.ts';
import type { ResultsDeps } from '../../results/load.ts';

/** Of an action; anything else the database would refuse to look for. */
export const isId = (text: string): boolean =>
  /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/.test(text);

/** @throws not found, also where it is not there for this person */
export async function loadAction(
  deps: Pick<ResultsDeps, 'db'>,
  scope: Scope,
  id: string,
): Promise<SeenAction> {
  const [action] = isId(id) ? await loadActions(deps, scope, { id }) : [];
  if (!action) throw notFound();
  return action;
}

/** Null where it was raised from no grid. */
export async function wordsOf(
  { definitions }: Pick<ResultsDeps, 'definitions'>,
  { gridVersionId }: Pick<SeenAction, 'gridVersionId'>,
): Promise<LevelWords | null> {
  return gridVersionId === null ? null : levelWords(await definitions(gridVersionId));
}
