/** What the coordinator asks of an agency: above the list of its entries, until it is answered. */
import { isStillOpen } from '../../domain/round/ask.ts';
import { paths } from '../../web/paths.ts';
import type { AskedOfMap } from './asked.queries.ts';
import { itemOf, type Listed } from './listed.ts';
import type { OpenMap } from './open-map.ts';
import { momentWords } from './words.ts';

export interface AskedView {
  readonly question: string;
  readonly entry: string;
  /** where it is answered */
  readonly href: string;
  /** "Ruth Abendroth, today at 14:02" */
  readonly by: string;
}

/** None for those who do not answer for the agency; answered or removed, one is gone by itself. */
export function toAskedOfMap(
  map: OpenMap,
  listed: readonly Listed[],
  asked: readonly AskedOfMap[],
  now: Date,
): AskedView[] {
  if (!map.own) return [];
  return listed.flatMap(({ entry }) =>
    asked
      .filter(({ entryId }) => entryId === entry.id)
      .filter(({ itemId, saidUnknown }) => isStillOpen(entry.answers[itemId], saidUnknown))
      .map(({ itemId, askedBy, askedAt }) => ({
        question: itemOf(map, itemId)?.text ?? itemId,
        entry: entry.name,
        href: `${paths.entry(map.response.id, entry.id)}#${itemId}`,
        by: `${askedBy}, ${momentWords(askedAt, now)}`,
      })),
  );
}
