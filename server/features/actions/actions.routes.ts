/** Actions: the list, one of them, raising and changing, files, and going through them at a new round. */
import { actionHand } from '../../domain/actions/sight.ts';
import { loadActions } from '../../results/actions.ts';
import { paths } from '../../web/paths.ts';
import { page, type Reply } from '../../web/reply.ts';
import { get, param, post, type Route, type SignedInRequest } from '../../web/route.ts';
import { actionPage, toActionView } from './action.view.ts';
import { todayOf, type ActionDeps } from './deps.ts';
import { askForChange, change } from './edit.ts';
import { actionFileRoutes } from './files.routes.ts';
import { listHistory } from './history.queries.ts';
import { narrow, readFilter } from './list.filter.ts';
import { actionListPage, toListView } from './list.view.ts';
import { loadAction, wordsOf } from './one.load.ts';
import { askForAction, raise } from './raise.ts';
import { actionReviewRoutes } from './review.routes.ts';

/** Addresses with a word of their own come before those with an action's id. */
export function actionRoutes(deps: ActionDeps): Route[] {
  return [
    get('/actions', 'actions.read', (request) => list(deps, request)),
    ...actionFileRoutes(deps),
    get('/actions/new', 'actions.raise', (request) => askForAction(deps, request)),
    post('/actions', 'actions.raise', (request) => raise(deps, request)),
    ...actionReviewRoutes(deps),
    get('/actions/:action', 'actions.read', (request) => read(deps, request)),
    get('/actions/:action/edit', 'actions.change', (request) => askForChange(deps, request)),
    post('/actions/:action/edit', 'actions.change', (request) => change(deps, request)),
  ];
}

async function list(deps: ActionDeps, { scope, query }: SignedInRequest): Promise<Reply> {
  const actions = await loadActions(deps, scope);
  const today = todayOf(deps);
  const filter = readFilter(query);
  const found = narrow(actions, filter, { ...today, scope });
  return page(actionListPage, toListView({ scope, actions, found, filter, today }), {
    title: 'Actions',
  });
}

async function read(deps: ActionDeps, request: SignedInRequest): Promise<Reply> {
  const { scope } = request;
  const action = await loadAction(deps, scope, param(request, 'action'));
  const [history, words] = await Promise.all([
    listHistory(deps.db, scope, action.id),
    wordsOf(deps, action),
  ]);
  const hand = actionHand(scope, action);
  const view = toActionView({ action, history, words, hand, today: todayOf(deps) });
  return page(actionPage, view, {
    title: view.what.length > 60 ? `${view.what.slice(0, 60)}…` : view.what,
    crumbs: [{ text: 'Actions', href: paths.actions() }],
  });
}
