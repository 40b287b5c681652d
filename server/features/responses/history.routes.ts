/** The history of a section's answers, for those who answer for the agency, and bringing an old text back. */
import { isSamePart } from '../../domain/answers/history.ts';
import { AppError, notFound } from '../../domain/errors.ts';
import { refuseOthers } from '../../web/form.ts';
import { bringBackPage, historyPage } from '../../web/history.ts';
import { paths } from '../../web/paths.ts';
import { page, redirect, type Reply } from '../../web/reply.ts';
import { get, param, post, type Route, type SignedInRequest } from '../../web/route.ts';
import { wordsContext } from './blocks.view.ts';
import { bringBack, findOld, type Old, type OpenHistory, type Wanted } from './bring-back.ts';
import { toBringBackView } from './bring-back.view.ts';
import { contentOf } from './content.queries.ts';
import { listHistory } from './history.queries.ts';
import { toHistoryView } from './history.view.ts';
import { openOwnResponse, type ResponseDeps } from './opened.ts';
import { pageOptions } from './response.words.ts';

const path = '/responses/:response/sections/:section/history';

// A draft's history is the agency's own business: everybody else reads the answers as they are now.
export function historyRoutes(deps: ResponseDeps): Route[] {
  return [
    get(path, 'response.read', (request) => show(deps, request)),
    get(`${path}/back`, 'response.write', (request) => ask(deps, request)),
    post(`${path}/back`, 'response.write', (request) => bring(deps, request)),
  ];
}

async function open(deps: ResponseDeps, request: SignedInRequest): Promise<OpenHistory> {
  const { scope } = request;
  const id = param(request, 'response');
  const opened = await openOwnResponse(deps, scope, id, { refusal: notFound });
  const { definition } = opened;
  const section = definition.sections.find(({ id }) => id === param(request, 'section'));
  // Entries have histories of their own.
  if (!section || section.items.some(({ type }) => type === 'entries')) throw notFound();
  const content = await contentOf(deps.db, scope, opened);
  return { opened, section, context: wordsContext(definition, content), scope };
}

async function show(deps: ResponseDeps, request: SignedInRequest): Promise<Reply> {
  const history = await open(deps, request);
  const { opened, section, context, scope } = history;
  const itemIds = section.items.map(({ id }) => id);
  const saved = await listHistory(deps.db, scope, opened.response.id, itemIds);
  const { personId } = scope;
  const done = request.query['brought'] === 'back' ? 'The old text is back.' : '';
  const view = toHistoryView({ opened, section, saved, context, personId, done });
  return page(historyPage, view, pageOptions(opened, view.heading));
}

const wantedOf = (text: (name: string) => string): Wanted => ({
  item: text('item'),
  revision: text('revision'),
  part: text('part'),
});

async function ask(deps: ResponseDeps, request: SignedInRequest): Promise<Reply> {
  const history = await open(deps, request);
  const { opened, section } = history;
  const back = paths.sectionHistory(opened.response.id, section.id);
  const wanted = wantedOf((name) => request.query[name] ?? '');
  if (!opened.writable || wanted.item === '') return redirect(back);
  const found = await findOld(deps.db, history, wanted);
  const { part, old, current } = found;
  if (isSamePart(part, old.value, current.value)) return redirect(back);
  return question(request, history, found, false);
}

function question(
  { csrf }: SignedInRequest,
  history: OpenHistory,
  found: Old,
  changed: boolean,
): Reply {
  const view = toBringBackView(history, found, { changed, csrf });
  const title = changed ? `Not brought back: ${found.part.term}` : view.heading;
  return page(
    bringBackPage,
    view,
    pageOptions(history.opened, title, { status: changed ? 409 : 200 }),
  );
}

async function bring(deps: ResponseDeps, request: SignedInRequest): Promise<Reply> {
  const { form } = request;
  refuseOthers(form, ['item', 'revision', 'part', 'shown']);
  const history = await open(deps, request);
  const back = paths.sectionHistory(history.opened.response.id, history.section.id);
  if (form.text('item') === '') return redirect(back);
  const brought = await bringBack(deps, history, wantedOf(form.text), form.text('shown'));
  switch (brought.kind) {
    case 'frozen':
      throw new AppError('conflict', 'These answers can’t be changed now: nothing was replaced.');
    case 'changed':
      return question(request, history, brought.found, true);
    case 'done':
      return redirect(`${back}?brought=back`);
  }
}
