/** Saves a sent entry in one transaction, or says why not: somebody else was faster. */
import type { Knex } from 'knex';
import type { Scope } from '../../domain/access/scope.ts';
import { notFound } from '../../domain/errors.ts';
import type { SimpleAnswers } from '../../domain/answers/answers.ts';
import { findOwnSaves, takePageSave, type Said } from '../../db/page-saves.queries.ts';
import { noteChanged } from './carry/changed.write.ts';
import { insertEntry, updateEntry } from './entries.queries.ts';
import { entryIdOf } from './entry-id.ts';
import { keepShown, type SentEntry } from './entry.form.ts';
import { isSameEntry, mergeEntry, withAnswers, type Merge } from './entry.merge.ts';
import { FROZEN, writeMap, type OpenMap, type ServicesDeps } from './open-map.ts';
import { findEntry, findRevision, type StoredEntry } from './services.queries.ts';

export type Saved =
  | {
      readonly kind: 'saved';
      readonly id: string;
      /** what two people changed, where only the rest was saved */
      readonly clashes: Conflict | null;
      /** how many answers are stored otherwise than the page shows them */
      readonly unseen: number;
      readonly changed: boolean;
    }
  | ({ readonly kind: 'conflict' } & Conflict)
  | { readonly kind: 'removed'; readonly current: StoredEntry }
  /** the response can't be written to any more */
  | { readonly kind: 'frozen' };

interface Conflict {
  readonly current: StoredEntry;
  readonly merge: Merge;
}

/** What is sent, and whether whatever can be saved of it is to be saved. */
export interface Sending {
  readonly sent: SentEntry;
  /** by itself: what could not be read stays as it was, and so does what two people changed */
  readonly partly: boolean;
}

/** The same page sent twice is one entry: its second sending changes the first's, if anything. */
export async function saveNew(
  deps: ServicesDeps,
  scope: Scope,
  map: OpenMap,
  { sent, partly }: Sending,
): Promise<Saved> {
  const responseId = map.response.id;
  const id = entryIdOf(responseId, sent.newId || deps.newId());
  return write(deps, scope, map, async (trx) => {
    const there = await findEntry(trx, scope, map.response.id, id);
    if (there) {
      return saveOver(deps, scope, map, { trx, there, sent: { ...sent, revision: 1 }, partly });
    }
    const entry = { id, answers: sent.answers, now: deps.now() };
    await insertEntry(trx, scope, targetOf(map), entry);
    await noteChanged(trx, scope, { responseId, key: sent.newId, entryId: id, now: entry.now });
    await noteSaid(deps, scope, map, { trx, sent, said: sent.answers, revision: 1 });
    return whole(id, true);
  });
}

export async function saveEntry(
  deps: ServicesDeps,
  scope: Scope,
  map: OpenMap,
  { entryId, ...sending }: Sending & { readonly entryId: string },
): Promise<Saved> {
  return write(deps, scope, map, async (trx) => {
    const there = await findEntry(trx, scope, map.response.id, entryId);
    if (!there) throw notFound();
    return saveOver(deps, scope, map, { trx, there, ...sending });
  });
}

async function write(
  deps: ServicesDeps,
  scope: Scope,
  map: OpenMap,
  work: (trx: Knex) => Promise<Saved>,
): Promise<Saved> {
  const saved = await writeMap(deps, scope, map, work);
  return saved === FROZEN ? { kind: 'frozen' } : saved;
}

export function targetOf({ response, item }: OpenMap) {
  return { responseId: response.id, item };
}

const whole = (id: string, changed: boolean): Saved => ({
  kind: 'saved',
  id,
  clashes: null,
  unseen: 0,
  changed,
});

interface Over extends Sending {
  readonly trx: Knex;
  readonly there: StoredEntry;
}

async function saveOver(
  deps: ServicesDeps,
  scope: Scope,
  map: OpenMap,
  over: Over,
): Promise<Saved> {
  const { trx, there, sent } = over;
  if (there.removedAt) return { kind: 'removed', current: there };
  const { said, isOvertaken } = await findOwnSaves(trx, scope, map.response.id, sent.mark);
  if (isOvertaken) return whole(there.id, false);
  const base = await baseOf(trx, scope, { there, sent, said });
  const unread = sent.faults.map(({ itemId }) => itemId);
  const mine = withAnswers(sent.answers, base, unread);
  return saveMerged(deps, scope, map, {
    ...over,
    merge: mergeEntry(map.items, base, there.answers, mine),
  });
}

async function saveMerged(
  deps: ServicesDeps,
  scope: Scope,
  map: OpenMap,
  { trx, there, sent, partly, merge }: Over & { readonly merge: Merge },
): Promise<Saved> {
  const { id, revision } = there;
  const clashes = merge.differences.filter(({ clash }) => clash).length;
  if (clashes > 0 && !partly) return { kind: 'conflict', current: there, merge };
  const answers = keepShown(map.items, merge.safe);
  const changed = !isSameEntry(map.items, there.answers, answers);
  if (changed) {
    await updateEntry(trx, scope, targetOf(map), { id, revision, answers, now: deps.now() });
  }
  const left = changed ? revision + 1 : revision;
  await noteSaid(deps, scope, map, { trx, sent, said: merge.said, revision: left });
  return {
    kind: 'saved',
    id,
    clashes: clashes > 0 ? { current: there, merge } : null,
    unseen: merge.differences.length - clashes,
    changed,
  };
}

interface From {
  readonly there: StoredEntry;
  readonly sent: SentEntry;
  readonly said: Said;
}

/** What the page started from: what it said last, unless it has been shown a later revision since. */
async function baseOf(
  trx: Knex,
  scope: Scope,
  { there, sent, said }: From,
): Promise<SimpleAnswers> {
  const last = said[ENTRY];
  if (last && last.revision > sent.revision) return last.value as SimpleAnswers;
  if (sent.revision === there.revision) return there.answers;
  return (await findRevision(trx, scope, there.id, sent.revision)) ?? {};
}

/** What a page's saves are called: it has one entry. */
const ENTRY = 'entry';

interface Noted {
  readonly trx: Knex;
  readonly sent: SentEntry;
  readonly said: SimpleAnswers;
  readonly revision: number;
}

async function noteSaid(
  { now }: ServicesDeps,
  scope: Scope,
  { response }: OpenMap,
  { trx, sent: { mark }, said, revision }: Noted,
): Promise<void> {
  if (!mark) return;
  await takePageSave(trx, scope, {
    ...mark,
    responseId: response.id,
    said: { [ENTRY]: { value: said, revision } },
    now: now(),
  });
}
