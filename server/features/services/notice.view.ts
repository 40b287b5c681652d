/** What has just been done, said once at the top of the list, with a way to undo a removal. */
import { paths } from '../../web/paths.ts';
import type { OpenMap } from './open-map.ts';
import type { StoredEntry } from './services.queries.ts';

export interface NoticeView {
  readonly text: string;
  /** the address that undoes it; '' where nothing is to undo */
  readonly undo: string;
  readonly name: string;
}

/** From the query that a save or a removal leads to; null where that no longer is the state of things. */
export function toNotice(
  map: OpenMap,
  entries: readonly StoredEntry[],
  query: Readonly<Record<string, string>>,
): NoticeView | null {
  const named = (id: string | undefined) => entries.find((entry) => entry.id === id);
  const removed = named(query['removed']);
  if (removed?.removedAt && map.writable) {
    const undo = paths.restoreEntry(map.response.id, removed.id);
    return { text: `Removed “${removed.name}”.`, undo, name: removed.name };
  }
  const saved = named(query['saved']);
  if (saved && !saved.removedAt) {
    return { text: `“${saved.name}” is saved.`, undo: '', name: saved.name };
  }
  const restored = named(query['restored']);
  if (!restored || restored.removedAt) return null;
  return { text: `“${restored.name}” is back in the list.`, undo: '', name: restored.name };
}
