/** What a round's domains and support elements are called, and its levels: of the definitions that it has pinned. */
import { levelItems } from '../domain/instrument/items.ts';
import { levelWords, type LevelWords } from '../domain/instrument/level-words.ts';
import type { Topic } from '../domain/review/agreement.ts';
import type { ResultsDeps } from './load.ts';
import type { ReportRound } from './round.queries.ts';

export interface Topics {
  /** the id itself for what the definitions do not have */
  readonly titleOf: (topic: Topic) => string;
  /** null where the round does not ask the grid */
  readonly words: LevelWords | null;
}

export async function loadTopics(
  { definitions }: Pick<ResultsDeps, 'definitions'>,
  { gridVersionId, mapVersionId }: Pick<ReportRound, 'gridVersionId' | 'mapVersionId'>,
): Promise<Topics> {
  const [grid, map] = await Promise.all([
    gridVersionId === null ? null : definitions(gridVersionId),
    mapVersionId === null ? null : definitions(mapVersionId),
  ]);
  const titles = {
    domain: new Map((grid ? levelItems(grid) : []).map(({ id, text }) => [id, text])),
    element: new Map((map?.support?.elements ?? []).map(({ id, title }) => [id, title])),
  };
  return {
    titleOf: ({ subject, itemId }) => titles[subject].get(itemId) ?? itemId,
    words: grid ? levelWords(grid) : null,
  };
}
