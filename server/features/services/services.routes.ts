/** The list of an agency's entries, "no service", and taking entries out of the list and back. */
import { listAskedOf } from '../../db/asked-questions.queries.ts';
import { AppError, notFound } from '../../domain/errors.ts';
import { refuseOthers } from '../../web/form.ts';
import { paths } from '../../web/paths.ts';
import { page, redirect, type Reply } from '../../web/reply.ts';
import { get, param, post, type Route, type SignedInRequest } from '../../web/route.ts';
import { sayNoService, takeBackNoService } from './absences.queries.ts';
import { isServed } from './absences.view.ts';
import { answerRoutes } from './asked/answer.routes.ts';
import { toQuestions } from './asked/question.ts';
import { afterAbsence, afterEntry } from './back-to-list.ts';
import { removeEntry, restoreEntry } from './entries.queries.ts';
import { carryRoutes } from './carry/carry.routes.ts';
import { entryRoutes } from './entry.routes.ts';
import { targetOf } from './entry.save.ts';
import { groupsOf, listedEntries } from './listed.ts';
import { historyRoutes } from './history.routes.ts';
import { FROZEN, openMap, openOwnMap, writeMap, type ServicesDeps } from './open-map.ts';
import { removePage, toRemoveView } from './remove.view.ts';
import { findEntry, listAbsences, listEntries } from './services.queries.ts';
import { servicesPage, toServicesView } from './services.view.ts';
import { downloadRoutes, type WorkbookDeps } from './workbook/download.routes.ts';
import { uploadRoutes } from './workbook/upload.routes.ts';
import { pageOptions } from './words.ts';

const list = '/responses/:response/entries';
const one = `${list}/:entry`;

export function serviceRoutes(deps: WorkbookDeps): Route[] {
  return [
    get(list, 'response.read', (request) => showList(deps, request)),
    ...downloadRoutes(deps),
    ...uploadRoutes(deps),
    // Before those of a single entry, so that "carry" is not taken for an id.
    ...carryRoutes(deps),
    ...entryRoutes(deps),
    ...historyRoutes(deps),
    ...answerRoutes(deps),
    get(`${one}/remove`, 'response.write', (request) => askRemoval(deps, request)),
    post(`${one}/remove`, 'response.write', (request) => changeRemoval(deps, request, true)),
    post(`${one}/restore`, 'response.write', (request) => changeRemoval(deps, request, false)),
    post('/responses/:response/no-service', 'response.write', (request) =>
      answerAbsence(deps, request),
    ),
  ];
}

async function showList(deps: ServicesDeps, request: SignedInRequest): Promise<Reply> {
  const { scope, csrf, query } = request;
  const map = await openMap(deps, scope, param(request, 'response'));
  const [entries, absences, asked] = await Promise.all([
    listEntries(deps.db, scope, map.response.id),
    listAbsences(deps.db, scope, map.response.id),
    listAskedOf(deps.db, scope, [map.response.id]),
  ]);
  const questions = toQuestions(map, entries, asked);
  const view = toServicesView({ map, entries, absences, questions, query, csrf, now: deps.now() });
  return page(servicesPage, view, pageOptions(map, view.heading, { below: false }));
}

async function askRemoval(deps: ServicesDeps, request: SignedInRequest): Promise<Reply> {
  const { scope, csrf } = request;
  const map = await openOwnMap(deps, scope, param(request, 'response'), param(request, 'entry'));
  const entry = await findEntry(deps.db, scope, map.response.id, param(request, 'entry'));
  if (!entry) throw notFound();
  if (!map.writable || entry.removedAt) return redirect(paths.entries(map.response.id));
  const view = toRemoveView(map, entry, csrf);
  return page(removePage, view, pageOptions(map, view.heading));
}

/** Done already, it changes nothing. */
async function changeRemoval(
  deps: ServicesDeps,
  request: SignedInRequest,
  remove: boolean,
): Promise<Reply> {
  const { scope } = request;
  refuseOthers(request.form);
  const map = await openOwnMap(deps, scope, param(request, 'response'), param(request, 'entry'));
  const done = await writeMap(deps, scope, map, async (trx) => {
    const entry = await findEntry(trx, scope, map.response.id, param(request, 'entry'));
    if (!entry) throw notFound();
    if ((entry.removedAt !== null) === remove) return entry;
    const { id, revision, answers } = entry;
    const change = { id, revision, answers, now: deps.now() };
    await (remove ? removeEntry : restoreEntry)(trx, scope, targetOf(map), change);
    return entry;
  });
  if (done === FROZEN) throw frozen();
  return redirect(afterEntry(map, remove ? 'removed' : 'restored', done.id));
}

async function answerAbsence(deps: ServicesDeps, request: SignedInRequest): Promise<Reply> {
  const { scope, form } = request;
  refuseOthers(form, ['group', 'place', 'answer']);
  const map = await openOwnMap(deps, scope, param(request, 'response'));
  const [groupId, placeId] = [form.text('group'), form.text('place')];
  const isAsked =
    map.groups.includes(groupId) &&
    groupsOf(map).some(({ id }) => id === groupId) &&
    map.servedIds.includes(placeId) &&
    map.places.some(({ id }) => id === placeId);
  if (!isAsked) throw notFound();
  const write = { responseId: map.response.id, groupId, placeId, now: deps.now() };
  const done = await writeMap(deps, scope, map, async (trx) => {
    if (form.text('answer') === 'take-back') return takeBackNoService(trx, scope, write);
    const entries = listedEntries(map, await listEntries(trx, scope, map.response.id));
    if (isServed(entries, groupId, placeId)) throw served(map.item.noun.one);
    return sayNoService(trx, scope, write);
  });
  if (done === FROZEN) throw frozen();
  return redirect(afterAbsence(map, groupId, placeId));
}

function frozen(): AppError {
  return new AppError('conflict', 'This response can’t be changed any more. Nothing was saved.');
}

function served(noun: string): AppError {
  return new AppError('conflict', `There is a ${noun} for this sector and Place now.`);
}
