/** A response's list of sections, and beginning it with the answers for another Place. */
import { AppError, notFound } from '../../domain/errors.ts';
import { entriesItem, itemsOf } from '../../domain/instrument/items.ts';
import { allows } from '../../domain/round/response.ts';
import { lockResponse } from '../../db/responses.queries.ts';
import { transact } from '../../db/transact.ts';
import { refuseOthers } from '../../web/form.ts';
import { paths } from '../../web/paths.ts';
import { page, redirect, type Reply } from '../../web/reply.ts';
import { get, param, post, type Route, type SignedInRequest } from '../../web/route.ts';
import { carryNote } from './carry/carry-note.ts';
import { contentOf, getContent, type Content } from './content.queries.ts';
import { listCopySources } from './copy.queries.ts';
import { toCopyOffer } from './copy.view.ts';
import { openOwnResponse, openResponse, type Opened, type ResponseDeps } from './opened.ts';
import { pageOptions } from './response.words.ts';
import { decideSave, type SentAnswer } from './save.ts';
import { writeAnswers } from './save.queries.ts';
import { findEntriesChange, listSectionWork } from './section-work.queries.ts';
import { progressOf, toState } from './state.ts';
import { taskListPage, toTaskListView } from './task-list.view.ts';
import { visibleContent } from './visible.ts';

export function taskListRoutes(deps: ResponseDeps): Route[] {
  return [
    get('/responses/:response', 'response.read', (request) => showTaskList(deps, request)),
    post('/responses/:response/copy', 'response.write', (request) => copyAnswers(deps, request)),
  ];
}

async function showTaskList(deps: ResponseDeps, request: SignedInRequest): Promise<Reply> {
  const { db } = deps;
  const { scope, csrf, query } = request;
  const opened = await openResponse(deps, scope, param(request, 'response'));
  const { response, definition, writable, own } = opened;
  const content = visibleContent(scope, opened, await contentOf(db, scope, opened));
  const progress = progressOf(definition, toState(definition, content));
  const sources =
    writable && mayCopyInto(opened, content) ? await listCopySources(db, scope, response) : [];
  const works = own ? await listSectionWork(db, scope, [response.id]) : [];
  const isMarked = works.some(({ doneAt }) => doneAt !== null);
  const carry = await carryNote(deps, scope, opened, content);
  const view = toTaskListView({
    carry,
    opened,
    progress,
    content,
    works,
    entriesChange:
      isMarked && entriesItem(definition)
        ? await findEntriesChange(db, scope, response.id)
        : undefined,
    personId: scope.personId,
    now: deps.now(),
    copy: toCopyOffer(sources, {
      action: paths.copyAnswers(response.id),
      into: response.placeName ?? '',
    }),
    did: didOf(query),
    csrf,
  });
  return page(taskListPage, view, pageOptions(opened, view.heading, { crumb: false }));
}

function didOf(query: SignedInRequest['query']): 'copied' | 'given' | null {
  if (query['copied'] === 'yes') return 'copied';
  return query['parts'] === 'given' ? 'given' : null;
}

/** Nothing that somebody wrote is ever replaced by a copy. */
function mayCopyInto({ response }: Opened, { answers }: Pick<Content, 'answers'>): boolean {
  return response.placeId !== null && answers.size === 0;
}

async function copyAnswers(deps: ResponseDeps, request: SignedInRequest): Promise<Reply> {
  const { db, now } = deps;
  const { scope, form } = request;
  refuseOthers(form, ['source']);
  const opened = await openOwnResponse(deps, scope, param(request, 'response'));
  const { id } = opened.response;
  await transact(db, async (trx) => {
    const { status, roundStatus } = await lockResponse(trx, scope, id);
    if (!allows('write', status, roundStatus)) {
      throw new AppError('conflict', 'These answers can’t be changed now, so nothing was copied.');
    }
    const { definition } = opened;
    const target = await getContent(trx, scope, id, definition);
    if (!mayCopyInto(opened, target)) {
      throw new AppError('conflict', 'Somebody has answered here already, so nothing was copied.');
    }
    const sources = await listCopySources(trx, scope, opened.response);
    const source = sources.find((one) => one.id === form.text('source'));
    if (!source) throw notFound();
    const { answers } = await getContent(trx, scope, source.id, definition);
    const sent = toSent(opened, answers);
    const { changes } = decideSave(sent, new Map(), new Map());
    await writeAnswers(trx, scope, { responseId: id, changes, now: now() });
  });
  return redirect(`${paths.response(id)}?copied=yes`);
}

/** The other Place's answers as if they had been sent from this one's pages. */
function toSent({ definition }: Opened, answers: Content['answers']): SentAnswer[] {
  return itemsOf(definition).flatMap(({ item }) => {
    const answer = answers.get(item.id);
    if (!answer || item.type === 'entries') return [];
    return [{ item, value: answer.value, revision: 0 } as SentAnswer];
  });
}
