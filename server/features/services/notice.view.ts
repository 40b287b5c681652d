/** What has just been done, said once at the top of the list, with a way to undo a removal. */
import { paths } from '../../web/paths.ts';
import { entryAnchor, noticeId } from './back-to-list.ts';
import type { OpenMap } from './open-map.ts';
import type { StoredEntry } from './services.queries.ts';
import { counted } from './words.ts';

export interface NoticeView {
  readonly id: string;
  /** the row that has the focus and is described by this; '' where the notice itself has it */
  readonly anchor: string;
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
    return {
      id: noticeId,
      text: `Removed “${removed.name}”.`,
      undo,
      name: removed.name,
      anchor: '',
    };
  }
  const saved = named(query['saved']);
  if (saved && !saved.removedAt) {
    return rowNotice(saved, 'is saved');
  }
  const restored = named(query['restored']);
  if (!restored || restored.removedAt) return toUploaded(map, query);
  return rowNotice(restored, 'is back in the list');
}

function rowNotice({ id, name }: StoredEntry, did: string): NoticeView {
  return { id: noticeId, text: `“${name}” ${did}.`, undo: '', name, anchor: entryAnchor(id) };
}

const number = /^\d{1,4}$/;

/** "12 services added, 3 updated."; null where the query says nothing of an upload. */
function toUploaded({ item }: OpenMap, query: Readonly<Record<string, string>>): NoticeView | null {
  const [added = '', updated = ''] = [query['added'], query['updated']];
  if (!number.test(added) || !number.test(updated)) return null;
  const { one, many } = item.noun;
  const text = `${counted(Number(added), one, many)} added, ${Number(updated)} updated.`;
  return { id: noticeId, text, undo: '', name: '', anchor: '' };
}
