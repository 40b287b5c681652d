/** Saves a sent entry in one transaction, or says why not: somebody else was faster. */
import { createHash } from 'node:crypto';
import type { Knex } from 'knex';
import type { Scope } from '../../domain/access/scope.ts';
import { notFound } from '../../domain/errors.ts';
import { insertEntry, updateEntry } from './entries.queries.ts';
import type { SentEntry } from './entry.form.ts';
import { isSameEntry, mergeEntry, type Merge } from './entry.merge.ts';
import { FROZEN, writeMap, type OpenMap, type ServicesDeps } from './open-map.ts';
import { findEntry, findRevision, type StoredEntry } from './services.queries.ts';

export type Saved =
  | { readonly kind: 'saved'; readonly id: string }
  | { readonly kind: 'conflict'; readonly current: StoredEntry; readonly merge: Merge }
  | { readonly kind: 'removed'; readonly current: StoredEntry }
  /** the response can't be written to any more */
  | { readonly kind: 'frozen' };

/** The same page sent twice is one entry: its second sending changes the first's, if anything. */
export async function saveNew(
  deps: ServicesDeps,
  scope: Scope,
  map: OpenMap,
  sent: SentEntry,
): Promise<Saved> {
  const id = idOf(map, sent.newId || deps.newId());
  return write(deps, scope, map, async (trx) => {
    const there = await findEntry(trx, scope, map.response.id, id);
    if (there) return saveOver(deps, scope, map, { trx, there, sent: { ...sent, revision: 1 } });
    const entry = { id, answers: sent.answers, now: deps.now() };
    await insertEntry(trx, scope, targetOf(map), entry);
    return { kind: 'saved', id };
  });
}

export async function saveEntry(
  deps: ServicesDeps,
  scope: Scope,
  map: OpenMap,
  { entryId, sent }: { readonly entryId: string; readonly sent: SentEntry },
): Promise<Saved> {
  return write(deps, scope, map, async (trx) => {
    const there = await findEntry(trx, scope, map.response.id, entryId);
    if (!there) throw notFound();
    return saveOver(deps, scope, map, { trx, there, sent });
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

/** A page's key in its own response: no key can name an entry of another. */
function idOf({ response }: OpenMap, key: string): string {
  const hex = createHash('sha256').update(`${response.id} ${key}`).digest('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`]
    .concat(hex.slice(20, 32))
    .join('-');
}

interface Over {
  readonly trx: Knex;
  readonly there: StoredEntry;
  readonly sent: SentEntry;
}

async function saveOver(
  deps: ServicesDeps,
  scope: Scope,
  map: OpenMap,
  { trx, there, sent }: Over,
): Promise<Saved> {
  if (there.removedAt) return { kind: 'removed', current: there };
  if (isSameEntry(map.items, there.answers, sent.answers)) return { kind: 'saved', id: there.id };
  if (sent.revision !== there.revision) {
    const base = (await findRevision(trx, scope, there.id, sent.revision)) ?? {};
    const merge = mergeEntry(map.items, base, there.answers, sent.answers);
    if (merge.differences.length > 0) return { kind: 'conflict', current: there, merge };
  }
  const { id, revision } = there;
  const change = { id, revision, answers: sent.answers, now: deps.now() };
  await updateEntry(trx, scope, targetOf(map), change);
  return { kind: 'saved', id };
}
