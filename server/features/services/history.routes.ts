/** The history of an entry, for those who answer for the agency, and bringing an old answer back. */
import { isSamePart } from '../../domain/answers/history.ts';
import { notFound } from '../../domain/errors.ts';
import { refuseOthers } from '../../web/form.ts';
import { bringBackPage, historyPage } from '../../web/history.ts';
import { paths } from '../../web/paths.ts';
import { page, redirect, type Reply } from '../../web/reply.ts';
import { get, param, post, type Route, type SignedInRequest } from '../../web/route.ts';
import { bringBack, findOld } from './bring-back.ts';
import { listEntryHistory } from './history.queries.ts';
import { toBringBackView, toHistoryView, type Found } from './history.view.ts';
import { openMap, type OpenMap, type ServicesDeps } from './open-map.ts';
import { findEntry, type StoredEntry } from './services.queries.ts';
import { pageOptions } from './words.ts';

const path = '/responses/:response/entries/:entry/history';

export function historyRoutes(deps: ServicesDeps): Route[] {
  return [
    get(path, 'response.read', (request) => show(deps, request)),
    get(`${path}/back`, 'response.write', (request) => ask(deps, request)),
    post(`${path}/back`, 'response.write', (request) => bring(deps, request)),
  ];
}

/** The agency's own alone, taken out of the list or not. */
async function open(
  deps: ServicesDeps,
  request: SignedInRequest,
): Promise<{ readonly map: OpenMap; readonly entry: StoredEntry; readonly back: string }> {
  const map = await openMap(deps, request.scope, param(request, 'response'));
  if (!map.own) throw notFound();
  const { id } = map.response;
  const entry = await findEntry(deps.db, request.scope, id, param(request, 'entry'));
  if (!entry) throw notFound();
  return { map, entry, back: paths.entryHistory(id, entry.id) };
}

async function show(deps: ServicesDeps, request: SignedInRequest): Promise<Reply> {
  const { map, entry } = await open(deps, request);
  const { scope, query } = request;
  const saved = await listEntryHistory(deps.db, scope, entry.id);
  const done = query['brought'] === 'back' ? 'The old answer is back.' : '';
  const view = toHistoryView({ map, entry, saved, personId: scope.personId, done });
  return page(historyPage, view, pageOptions(map, view.heading));
}

async function ask(deps: ServicesDeps, request: SignedInRequest): Promise<Reply> {
  const { map, entry, back } = await open(deps, request);
  const { revision = '', part = '' } = request.query;
  if (!map.writable || part === '') return redirect(back);
  const found = await findOld(deps.db, request.scope, map, { entryId: entry.id, revision, part });
  const { old, current } = found;
  const isThere = isSamePart(found.part, old.value, current.value);
  if (isThere || entry.removedAt) return redirect(back);
  return question(request, map, found, false);
}

function question({ csrf }: SignedInRequest, map: OpenMap, found: Found, changed: boolean): Reply {
  const view = toBringBackView(map, found, { changed, csrf });
  const title = changed ? `Not brought back: ${found.part.term}` : view.heading;
  return page(bringBackPage, view, pageOptions(map, title, { status: changed ? 409 : 200 }));
}

async function bring(deps: ServicesDeps, request: SignedInRequest): Promise<Reply> {
  const { form, scope } = request;
  refuseOthers(form, ['revision', 'part', 'shown']);
  const { map, entry, back } = await open(deps, request);
  if (form.text('part') === '') return redirect(back);
  const changed = await bringBack(deps, scope, map, {
    entryId: entry.id,
    revision: form.text('revision'),
    part: form.text('part'),
    shown: form.text('shown'),
  });
  return changed ? question(request, map, changed, true) : redirect(`${back}?brought=back`);
}
