/** The factual check of a Place: agencies read the draft and comment on it, reviewers answer. */
import type { Knex } from 'knex';
import { queueMail } from '../../db/outbox.queries.ts';
import { transact } from '../../db/transact.ts';
import { AppError, notFound } from '../../domain/errors.ts';
import { commentAnswered } from '../../domain/mail/factual-check.ts';
import type { ResultsDeps } from '../../results/load.ts';
import { paths } from '../../web/paths.ts';
import { page, redirect, type Reply } from '../../web/reply.ts';
import { get, param, post, type Route, type SignedInRequest } from '../../web/route.ts';
import { loadCheck, type CheckFacts } from './check.load.ts';
import { checkPage, toCheckView, type Rejected } from './check.view.ts';
import { readComment, readRevised } from './comment.form.ts';
import { holdCheck, type Comment } from './comments.queries.ts';
import { addComment, answerComment, changeComment } from './write.queries.ts';

interface CheckDeps extends ResultsDeps {
  readonly now: () => Date;
  readonly newId: () => string;
}

const place = '/rounds/:round/places/:place/check';
const monthMs = 30 * 24 * 60 * 60 * 1000;

export function factualCheckRoutes(deps: CheckDeps): Route[] {
  return [
    get(place, 'check.read', (request) => show(deps, request)),
    post(place, 'check.comment', (request) => comment(deps, request)),
    post(`${place}/:comment`, 'check.comment', (request) => change(deps, request)),
    post(`${place}/:comment/answer`, 'check.answer', (request) => answer(deps, request)),
  ];
}

function load(deps: CheckDeps, request: SignedInRequest): Promise<CheckFacts> {
  const asked = { roundSlug: param(request, 'round'), placeSlug: param(request, 'place') };
  return loadCheck(deps, request.scope, asked);
}

async function show(
  deps: CheckDeps,
  request: SignedInRequest,
  rejected?: Rejected,
): Promise<Reply> {
  const facts = await load(deps, request);
  const view = toCheckView(facts, {
    csrf: request.csrf,
    now: deps.now(),
    saved: request.query['saved'] ?? '',
    rejected,
  });
  return page(checkPage, view, {
    title: `${rejected ? 'Error: ' : ''}${view.heading}`,
    status: rejected?.status ?? 200,
    credits: facts.grid ? [facts.grid.definition.source.credit] : [],
  });
}

const back = ({ round, place: { slug } }: CheckFacts, saved: string): Reply =>
  redirect(paths.factualCheck(round.slug, slug, { saved }));

const placeOf = ({ round, place: { id } }: CheckFacts) => ({ roundId: round.id, placeId: id });

async function comment(deps: CheckDeps, request: SignedInRequest): Promise<Reply> {
  const facts = await load(deps, request);
  if (facts.own.length === 0) throw notYours();
  const { topic, agency, text, fault } = readComment(request.form, facts);
  const refuse = (field: string, why: string): Promise<Reply> =>
    show(deps, request, { id: '', field, fault: why, status: 422, form: request.form });
  if (!topic) return refuse('about', 'Choose what it is about');
  if (!agency) return refuse('agency', 'Choose for which agency you comment');
  if (fault !== '') return refuse('text', fault);
  await transact(deps.db, async (trx) => {
    await holdCheck(trx, request.scope, placeOf(facts), 'comment');
    const { subject, itemId } = topic;
    const said = { ...placeOf(facts), subject, itemId, text, placeName: facts.place.name };
    const written = { ...said, id: deps.newId(), agencyId: agency.id };
    await addComment(trx, request.scope, written, deps.now());
  });
  return back(facts, 'comment');
}

const notYours = (): AppError =>
  new AppError('forbidden', 'Comments are given by the agencies that are asked about this Place.');

/** @throws not found where there is no such comment for this person */
function commentOf(facts: CheckFacts, request: SignedInRequest): Comment {
  const found = facts.comments.find(({ id }) => id === param(request, 'comment'));
  if (!found) throw notFound();
  return found;
}

async function change(deps: CheckDeps, request: SignedInRequest): Promise<Reply> {
  const facts = await load(deps, request);
  const stored = commentOf(facts, request);
  if (!facts.own.some(({ id }) => id === stored.agencyId)) throw notYours();
  const { text, fault, basedOn } = readRevised(request.form, 'comment');
  const refuse = (why: string, status: 409 | 422) =>
    show(deps, request, { id: stored.id, field: 'text', fault: why, status, form: request.form });
  if (fault !== '') return refuse(fault, 422);
  const done = await transact(deps.db, async (trx) => {
    await holdCheck(trx, request.scope, placeOf(facts), 'comment');
    if (stored.text === text && stored.reply === null) return true;
    const changed = { comment: stored, placeName: facts.place.name, basedOn, text };
    return changeComment(trx, request.scope, changed, deps.now());
  });
  if (done) return back(facts, 'comment');
  return stored.reply === null
    ? refuse('Somebody changed this comment meanwhile: yours is not saved yet', 409)
    : refuse('It was answered meanwhile: your words are not saved. Comment anew', 409);
}

async function answer(deps: CheckDeps, request: SignedInRequest): Promise<Reply> {
  const facts = await load(deps, request);
  if (!facts.place.names) throw notFound();
  const stored = commentOf(facts, request);
  const { text, fault, basedOn } = readRevised(request.form, 'answer');
  const refuse = (why: string, status: 409 | 422) =>
    show(deps, request, { id: stored.id, field: 'text', fault: why, status, form: request.form });
  if (fault !== '') return refuse(fault, 422);
  const done = await transact(deps.db, async (trx) => {
    await holdCheck(trx, request.scope, placeOf(facts), 'review');
    if (stored.reply === text) return true;
    const given = { comment: stored, placeName: facts.place.name, basedOn, text };
    if (!(await answerComment(trx, request.scope, given, deps.now()))) return false;
    await tell(trx, request, facts, stored, deps.now());
    return true;
  });
  if (done) return back(facts, 'answer');
  return refuse('This changed while you had it open: yours is not saved yet', 409);
}

/** Whoever wrote the comment. */
async function tell(
  trx: Knex,
  { scope }: SignedInRequest,
  { round, place: { slug, name } }: CheckFacts,
  { agencyId, agency, writtenById, writtenBy }: Comment,
  now: Date,
): Promise<void> {
  await queueMail(trx, {
    systemId: scope.systemId,
    personId: writtenById,
    kind: 'comment-answered',
    content: commentAnswered({
      name: writtenBy,
      agencyName: agency,
      roundName: round.name,
      place: name,
      path: paths.factualCheck(round.slug, slug),
    }),
    queuedAt: now,
    notAfter: new Date(now.getTime() + monthMs),
    about: { roundId: round.id, agencyId },
  });
}
