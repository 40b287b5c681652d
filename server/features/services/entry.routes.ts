/** The pages of one entry: a new one, a copy, an existing one; shown, saved, rejected, in conflict. */
import { notFound } from '../../domain/errors.ts';
import { parseAnswers } from '../../web/fields/answers.parse.ts';
import { parseForm } from '../../web/form.ts';
import { paths } from '../../web/paths.ts';
import { redirect, type Reply } from '../../web/reply.ts';
import {
  get,
  param,
  post,
  postAnswers,
  type Route,
  type SignedInRequest,
} from '../../web/route.ts';
import { afterEntry } from './back-to-list.ts';
import { toConflict, toRemovedConflict } from './conflict.view.ts';
import { isCarryKey } from './carry/carry-key.ts';
import { showLast } from './carry/carry.routes.ts';
import { autosaveEntry } from './entry.autosave.ts';
import { fromOf, parseEntry, withoutCleared, type SentEntry } from './entry.form.ts';
import { formPage, latePage, readPage } from './entry.page.ts';
import { saveEntry, saveNew, type Saved } from './entry.save.ts';
import {
  findVisibleEntry,
  openMap,
  openOwnMap,
  type OpenMap,
  type ServicesDeps,
} from './open-map.ts';
import { findEntry } from './services.queries.ts';

const list = '/responses/:response/entries';
const one = `${list}/:entry`;

export function entryRoutes(deps: ServicesDeps): Route[] {
  return [
    // Before those of a single entry, so that neither "new" nor "save" is taken for an id.
    get(`${list}/new`, 'response.write', (request) => showNew(deps, request)),
    post(`${list}/save`, 'response.write', async (request) => {
      const map = await openOwnMap(deps, request.scope, param(request, 'response'));
      return autosaveEntry(deps, request, map, undefined);
    }),
    postAnswers(list, 'response.write', async (request) => {
      const map = await openOwnMap(deps, request.scope, param(request, 'response'));
      return save(deps, request, map, undefined);
    }),
    get(one, 'response.read', (request) => showEntry(deps, request)),
    postAnswers(one, 'response.write', async (request) => {
      const map = await openEntryMap(deps, request);
      return save(deps, request, map, param(request, 'entry'));
    }),
    post(`${one}/save`, 'response.write', async (request) => {
      const map = await openEntryMap(deps, request);
      return autosaveEntry(deps, request, map, param(request, 'entry'));
    }),
    get(`${one}/copy`, 'response.write', (request) => showCopy(deps, request)),
  ];
}

const openEntryMap = (deps: ServicesDeps, request: SignedInRequest): Promise<OpenMap> =>
  openOwnMap(deps, request.scope, param(request, 'response'), param(request, 'entry'));

/** An empty form, but for the group and Place that the page before named. */
async function showNew(deps: ServicesDeps, request: SignedInRequest): Promise<Reply> {
  const map = await openOwnMap(deps, request.scope, param(request, 'response'));
  if (!map.writable) return redirect(paths.entries(map.response.id));
  const { group = '', place = '', last = '' } = request.query;
  if (last !== '') return showLast(deps, request, map, last);
  const named = new URLSearchParams({ [map.item.groupItem]: group, [map.item.placesItem]: place });
  const { answers } = parseAnswers(map.items, parseForm(named.toString()), map.fields);
  return formPage(deps, request, map, { answers });
}

async function showCopy(deps: ServicesDeps, request: SignedInRequest): Promise<Reply> {
  const map = await openEntryMap(deps, request);
  if (!map.writable) return redirect(paths.entries(map.response.id));
  const entry = await findVisibleEntry(deps, request.scope, map, param(request, 'entry'));
  if (!entry) throw notFound();
  const title = { [map.item.titleItem]: `${entry.name} (copy)` };
  return formPage(deps, request, map, { answers: { ...entry.answers, ...title } });
}

async function showEntry(deps: ServicesDeps, request: SignedInRequest): Promise<Reply> {
  const map = await openMap(deps, request.scope, param(request, 'response'));
  const entry = await findVisibleEntry(deps, request.scope, map, param(request, 'entry'));
  if (!entry || entry.removedAt) throw notFound();
  if (map.writable) {
    const moreRows = request.query['rows'] ?? '';
    const from = fromOf(request.query['from']);
    const { answers, id: entryId } = entry;
    return formPage(deps, request, map, { answers, entryId, moreRows, from });
  }
  return readPage(deps, map, entry);
}

/** @param entryId undefined for a new entry */
async function save(
  deps: ServicesDeps,
  request: SignedInRequest,
  map: OpenMap,
  entryId: string | undefined,
): Promise<Reply> {
  const { scope, form } = request;
  const sent = parseEntry(map.item, map.items, form, map.fields);
  if (!map.writable) return latePage(map, sent);
  if (sent.faults.length > 0) return rejectedPage(deps, request, map, { sent, entryId });
  const saved =
    entryId === undefined
      ? await saveNew(deps, scope, map, { sent, partly: false })
      : await saveEntry(deps, scope, map, { entryId, sent, partly: false });
  return replyTo(deps, request, saved, { map, sent });
}

/** The form again, with everything that was typed. An entry that was removed meanwhile becomes a new one. */
async function rejectedPage(
  deps: ServicesDeps,
  request: SignedInRequest,
  map: OpenMap,
  { sent, entryId }: { readonly sent: SentEntry; readonly entryId: string | undefined },
): Promise<Reply> {
  const { answers, faults, revision, newId, mark } = sent;
  const { from } = sent.next;
  const form = withoutCleared(map.items, request.form);
  const shown = { answers, faults, form, mark, from };
  if (entryId === undefined) return formPage(deps, request, map, { ...shown, newId });
  const entry = await findEntry(deps.db, request.scope, map.response.id, entryId);
  if (!entry) throw notFound();
  return formPage(deps, request, map, entry.removedAt ? shown : { ...shown, entryId, revision });
}

async function replyTo(
  deps: ServicesDeps,
  request: SignedInRequest,
  saved: Saved,
  { map, sent }: { readonly map: OpenMap; readonly sent: SentEntry },
): Promise<Reply> {
  switch (saved.kind) {
    case 'saved':
      return redirect(nextPath(map, saved.id, sent));
    case 'conflict': {
      const { current, merge } = saved;
      const conflict = toConflict(map, current, merge.differences, deps.now());
      const { id: entryId, revision } = current;
      const { from } = sent.next;
      const shown = { answers: merge.answers, entryId, revision, conflict, mark: sent.mark, from };
      return formPage(deps, request, map, shown);
    }
    case 'removed': {
      const conflict = toRemovedConflict(map, saved.current, deps.now());
      const { from } = sent.next;
      return formPage(deps, request, map, { answers: sent.answers, conflict, from });
    }
    case 'frozen': {
      // Somebody submitted between this page's opening and its saving.
      return latePage(await openOwnMap(deps, request.scope, map.response.id), sent);
    }
  }
}

function nextPath(map: OpenMap, id: string, { next, newId }: SentEntry): string {
  const { response } = map;
  if (next.copy) return paths.copyEntry(response.id, id);
  const here = next.cleared || next.rows;
  if (here !== '') return `${paths.entry(response.id, id)}${hereAgain(next)}`;
  if (isCarryKey(newId)) return paths.carryEntries(response.id);
  return next.from === 'check' ? paths.check(response.id) : afterEntry(map, 'saved', id);
}

/** The same page, where more rows were asked for or a choice was cleared. */
function hereAgain({ cleared, rows, from }: SentEntry['next']): string {
  const asked = Object.entries({ rows, from }).filter(([, value]) => value !== '');
  const query = new URLSearchParams(asked).toString();
  return `${query === '' ? '' : `?${query}`}#${encodeURIComponent(cleared || rows)}`;
}
