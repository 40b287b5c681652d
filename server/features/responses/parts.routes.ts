/** Giving sections to colleagues, and saying of a section that it is done. */
import { notFound } from '../../domain/errors.ts';
import { transact } from '../../db/transact.ts';
import { refuseOthers } from '../../web/form.ts';
import { paths } from '../../web/paths.ts';
import { page, redirect, type Reply } from '../../web/reply.ts';
import { get, param, post, type Route, type SignedInRequest } from '../../web/route.ts';
import { contentOf } from './content.queries.ts';
import { giveSections, lockForWork, recordPart } from './gifts.ts';
import { openOwnResponse, type ResponseDeps } from './opened.ts';
import { chosenName, partsPage, shownName, toPartsView } from './parts.view.ts';
import { pageOptions } from './response.words.ts';
import { listAnswering } from './return.queries.ts';
import { listSectionWork, saveMark } from './section-work.queries.ts';
import { progressOf, toState } from './state.ts';

export function partsRoutes(deps: ResponseDeps): Route[] {
  return [
    get('/responses/:response/parts', 'response.write', (request) => show(deps, request)),
    post('/responses/:response/parts', 'response.write', (request) => give(deps, request)),
    post('/responses/:response/sections/:section/done', 'response.write', (request) =>
      mark(deps, request),
    ),
  ];
}

async function show(deps: ResponseDeps, request: SignedInRequest): Promise<Reply> {
  const { db } = deps;
  const { scope, csrf } = request;
  const opened = await openOwnResponse(deps, scope, param(request, 'response'));
  const { response, definition, writable } = opened;
  if (!writable) return redirect(paths.response(response.id));
  const [content, works, colleagues] = [
    await contentOf(db, scope, opened),
    await listSectionWork(db, scope, [response.id]),
    await listAnswering(db, scope, response.agencyId),
  ];
  const progress = progressOf(definition, toState(definition, content));
  const { personId } = scope;
  const view = toPartsView({ opened, progress, works, colleagues, personId, csrf });
  return page(partsPage, view, pageOptions(opened, view.heading));
}

async function give(deps: ResponseDeps, request: SignedInRequest): Promise<Reply> {
  const { scope, form } = request;
  const opened = await openOwnResponse(deps, scope, param(request, 'response'));
  const { sections } = opened.definition;
  refuseOthers(
    form,
    sections.flatMap(({ id }) => [chosenName(id), shownName(id)]),
  );
  const choices = sections
    .filter(({ id }) => form.has(chosenName(id)))
    .map(({ id }) => ({
      sectionId: id,
      chosen: form.text(chosenName(id)),
      shown: form.text(shownName(id)),
    }));
  await giveSections(deps, scope, opened, choices);
  return redirect(`${paths.response(opened.response.id)}?parts=given`);
}

/** Said again it is said of what stands there now; taken back, it is as if nobody had said it. */
async function mark(deps: ResponseDeps, request: SignedInRequest): Promise<Reply> {
  const { scope, form } = request;
  refuseOthers(form, ['done']);
  const opened = await openOwnResponse(deps, scope, param(request, 'response'));
  const { response, definition } = opened;
  const sectionId = param(request, 'section');
  if (!definition.sections.some(({ id }) => id === sectionId)) throw notFound();
  const isDone = form.text('done') === 'yes';
  const at = deps.now();
  await transact(deps.db, async (trx) => {
    await lockForWork(trx, scope, opened);
    const works = await listSectionWork(trx, scope, [response.id]);
    const was = works.find((work) => work.sectionId === sectionId);
    // Pressed twice: the second press says nothing new.
    if (!isDone && !was?.doneAt) return;
    await saveMark(trx, scope, response.id, { sectionId, doneAt: isDone ? at : null });
    const act = isDone ? 'response.part-done' : 'response.part-open';
    if (isDone !== Boolean(was?.doneAt)) {
      await recordPart(trx, scope, opened, { act, sectionId, at });
    }
  });
  return redirect(`${paths.response(response.id)}#${sectionId}-row`);
}
