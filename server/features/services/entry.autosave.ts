/** Answers the page of an entry that saves by itself: what is saved of it, what is not, and what colleagues changed. */
import { parseEntry, type SentEntry } from './entry.form.ts';
import { saveEntry, saveNew, type Saved } from './entry.save.ts';
import type { OpenMap, ServicesDeps } from './open-map.ts';
import { findEntry } from './services.queries.ts';
import { frozenWords, momentWords } from './words.ts';
import { paths } from '../../web/paths.ts';
import { fragment, type Reply } from '../../web/reply.ts';
import type { SignedInRequest } from '../../web/route.ts';
import { neverSaved, ownSave, saved, savedFragment, type SavedView } from '../../web/saved.ts';

/** @param entryId undefined for a new entry */
export async function autosaveEntry(
  deps: ServicesDeps,
  request: SignedInRequest,
  map: OpenMap,
  entryId: string | undefined,
): Promise<Reply> {
  const { scope, form } = request;
  const sent = parseEntry(map.item, map.items, form, map.fields);
  if (!map.writable) return reply(neverSaved(frozenWords(map), {}));
  if (entryId === undefined && !hasName(map, sent)) {
    return reply(ownSave({ ...nothingElse(map), stored: notYet, faults: sent.faults }));
  }
  const outcome =
    entryId === undefined
      ? await saveNew(deps, scope, map, { sent: readable(sent), partly: true })
      : await saveEntry(deps, scope, map, { entryId, sent, partly: true });
  return answer(deps, request, map, { outcome, sent });
}

const notYet = saved('Nothing saved yet', 'Save when you like; you can come back.');

/** A list needs something to call it. */
const hasName = ({ item }: OpenMap, { answers, faults }: SentEntry): boolean =>
  Object.hasOwn(answers, item.titleItem) && !faults.some(({ itemId }) => itemId === item.titleItem);

/** There is no earlier answer to stay where one can't be read. */
function readable(sent: SentEntry): SentEntry {
  const unread = sent.faults.map(({ itemId }) => itemId);
  const kept = Object.entries(sent.answers).filter(([id]) => !unread.includes(id));
  return { ...sent, answers: Object.fromEntries(kept) };
}

const nothingElse = ({ response }: OpenMap) => ({
  conflict: '',
  unseen: 0,
  href: paths.entries(response.id),
  stay: {},
});

async function answer(
  deps: ServicesDeps,
  { scope }: SignedInRequest,
  map: OpenMap,
  { outcome, sent }: { readonly outcome: Saved; readonly sent: SentEntry },
): Promise<Reply> {
  const now = deps.now();
  switch (outcome.kind) {
    case 'frozen':
      return reply(neverSaved('These answers can’t be changed any more.', {}));
    case 'removed':
      return reply(
        neverSaved(`${outcome.current.updatedBy} removed this ${map.item.noun.one}.`, {}),
      );
    case 'conflict':
      throw new Error('a page that saves by itself leaves out what is in conflict');
    case 'saved': {
      const { id, unseen, clashes } = outcome;
      const entry = await findEntry(deps.db, scope, map.response.id, id);
      const by = entry?.updatedBy ?? '';
      const moment = momentWords(entry?.updatedAt ?? now, now);
      const view = ownSave({
        stored: saved(`Saved ${moment}`, `Last changed by ${by}`),
        conflict: clashes ? `${clashes.current.updatedBy} answered otherwise.` : '',
        faults: sent.faults,
        unseen,
        href: paths.entry(map.response.id, id),
        stay: {},
      });
      return reply(view, {
        action: paths.entry(map.response.id, id),
        autosave: paths.autosaveEntry(map.response.id, id),
      });
    }
  }
}

function reply(view: SavedView, own = { action: '', autosave: '' }): Reply {
  return fragment(savedFragment, { ...view, ...own });
}
