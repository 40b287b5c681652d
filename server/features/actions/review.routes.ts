/** At a new round the open actions of before are gone through: each still stands, is changed, or is dropped. */
import { transact } from '../../db/transact.ts';
import { isOpen, inOrder } from '../../domain/actions/action.ts';
import { actionChanges } from '../../domain/actions/change.ts';
import { notFound } from '../../domain/errors.ts';
import { readNote } from '../../domain/set-up/text.ts';
import { loadActions, type SeenAction } from '../../results/actions.ts';
import { refuseOthers, type Form } from '../../web/form.ts';
import { paths } from '../../web/paths.ts';
import { page, redirect, type Reply } from '../../web/reply.ts';
import { get, param, post, type Route, type SignedInRequest } from '../../web/route.ts';
import { todayOf, type ActionDeps } from './deps.ts';
import { handOn } from './edit.ts';
import { loadAction } from './one.load.ts';
import { findReviewRound, listGoneThrough, type ReviewRound } from './review.queries.ts';
import { actionReviewPage, toReviewView, type Refused } from './review.view.ts';
import { changeAction } from './write.queries.ts';

export function actionReviewRoutes(deps: ActionDeps): Route[] {
  return [
    get('/actions/review', 'actions.review', async (request) => {
      const round = await findReviewRound(deps.db, request.scope, request.query['round'] ?? '');
      if (!round && request.query['round'] !== undefined) throw notFound();
      return show(deps, request, round, null);
    }),
    post('/actions/:action/review', 'actions.review', (request) => decide(deps, request)),
  ];
}

/** Raised in a round before this one, or from nothing before this one opened. */
function isOfBefore({ roundPosition, raisedAt }: SeenAction, round: ReviewRound): boolean {
  if (roundPosition !== null) return roundPosition < round.position;
  return round.opensAt === null || raisedAt < round.opensAt;
}

async function show(
  deps: ActionDeps,
  request: SignedInRequest,
  round: ReviewRound | undefined,
  refused: Refused | null,
): Promise<Reply> {
  const { scope, csrf, query } = request;
  const gone = round ? await listGoneThrough(deps.db, scope, round.id) : new Set<string>();
  const actions = round
    ? (await loadActions(deps, scope)).filter(
        (action) => isOfBefore(action, round) && (isOpen(action) || gone.has(action.id)),
      )
    : [];
  const today = todayOf(deps);
  const view = toReviewView({
    round: round ?? null,
    actions: inOrder(actions, today),
    gone,
    today,
    csrf,
    done: query['done'] ?? '',
    refused,
  });
  const title = refused ? `Not saved: ${view.heading}` : view.heading;
  return page(actionReviewPage, view, {
    title,
    crumbs: [{ text: 'Actions', href: paths.actions() }],
    ...(refused ? { status: refused.status } : {}),
  });
}

async function decide(deps: ActionDeps, request: SignedInRequest): Promise<Reply> {
  const { form, scope } = request;
  const action = await loadAction(deps, scope, param(request, 'action'));
  handOn(request, action);
  refuseOthers(form, ['round', 'decision', 'note', 'revision']);
  const asked = form.text('round');
  const round = asked === '' ? undefined : await findReviewRound(deps.db, scope, asked);
  const refuse = (text: string, status: 409 | 422): Promise<Reply> =>
    show(deps, request, round, { id: action.id, text, status, note: form.text('note') });
  const fault = round ? decisionFault(form) : 'Choose the round first';
  if (!round || fault !== '') return refuse(fault, 422);
  const saved = await save(deps, request, action, round);
  return saved
    ? redirect(paths.reviewActions(round.slug, { done: action.id }))
    : refuse(changedMeanwhile(action), 409);
}

function decisionFault(form: Form): string {
  const decision = form.text('decision');
  if (decision !== 'confirm' && decision !== 'drop') return 'Choose what becomes of it';
  const note = readNote(form.text('note'));
  if (note.fault !== '') return note.fault;
  return decision === 'drop' && note.value === '' ? 'Say in the note why it is dropped' : '';
}

/** @returns false where somebody has changed it since the list was shown */
async function save(
  { db, now }: ActionDeps,
  { form, scope }: SignedInRequest,
  action: SeenAction,
  round: ReviewRound,
): Promise<boolean> {
  if (form.text('revision') !== String(action.revision)) return false;
  const isDropped = form.text('decision') === 'drop';
  const content = isDropped ? { ...action, status: 'dropped' as const } : action;
  const { id, placeId, revision: basedOn } = action;
  const note = readNote(form.text('note')).value;
  const deed = { id, placeId, content, changes: actionChanges(action, content), note, basedOn };
  return transact(db, (trx) =>
    changeAction(trx, scope, { ...deed, reviewRoundId: round.id }, now()),
  );
}

const changedMeanwhile = ({ changedBy }: SeenAction): string =>
  `${changedBy} changed this action while you had the list open. It shows what is stored now: decide again`;
