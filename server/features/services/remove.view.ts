/** "Remove this service?": the question before an entry leaves the list. */
import { paths } from '../../web/paths.ts';
import { template } from '../../web/reply.ts';
import type { OpenMap } from './open-map.ts';
import type { StoredEntry } from './services.queries.ts';
import { captionOf } from './words.ts';

export interface RemoveView {
  readonly caption: string;
  readonly heading: string;
  readonly nounOne: string;
  readonly action: string;
  readonly keepHref: string;
  readonly csrf: string;
}
export const removePage = template<RemoveView>('services/remove');

export function toRemoveView(map: OpenMap, entry: StoredEntry, csrf: string): RemoveView {
  return {
    caption: captionOf(map),
    heading: `Remove “${entry.name}”?`,
    nounOne: map.item.noun.one,
    action: paths.removeEntry(map.response.id, entry.id),
    keepHref: paths.entry(map.response.id, entry.id),
    csrf,
  };
}
