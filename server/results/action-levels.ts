/** The levels that actions aim at, in the words of the grids that they were raised from. */
import { levelWords } from '../domain/instrument/level-words.ts';
import type { SeenAction } from './actions.ts';
import type { ResultsDeps } from './load.ts';

/** '' where it aims at none. */
export type LevelText = (action: Pick<SeenAction, 'gridVersionId' | 'aimedLevel'>) => string;

/** Reads each grid once. */
export async function loadLevelTexts(
  { definitions }: Pick<ResultsDeps, 'definitions'>,
  actions: readonly SeenAction[],
): Promise<LevelText> {
  const ids = [...new Set(actions.flatMap(({ gridVersionId }) => gridVersionId ?? []))];
  const words = new Map(
    await Promise.all(ids.map(async (id) => [id, levelWords(await definitions(id))] as const)),
  );
  return ({ gridVersionId, aimedLevel }) =>
    aimedLevel === null ? '' : (words.get(gridVersionId ?? '')?.word(aimedLevel) ?? '');
}
