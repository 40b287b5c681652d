/** The chair signs a Place off, and reopens it with a reason. */
import { AppError } from '../../domain/errors.ts';
import { maySignOff } from '../../domain/review/sign-off.ts';
import { readNote } from '../../domain/set-up/text.ts';
import { transact } from '../../db/transact.ts';
import { refuseOthers } from '../../web/form.ts';
import { paths } from '../../web/paths.ts';
import { page, redirect, type Reply } from '../../web/reply.ts';
import { get, post, type Route, type SignedInRequest } from '../../web/route.ts';
import { lockPlace, refuseUnlessInReview, type SignOff } from './place.queries.ts';
import { loadReview, standing, type ReviewDeps, type ReviewFacts } from './review.load.ts';
import { asked, crumbsBelow } from './review.pages.ts';
import { reloadDecided, signOffFacts, signOffMark } from './sign-off.facts.ts';
import { reopen, signOff } from './sign-off.queries.ts';
import { reopenPage, signOffPage, toReopenView, toSignOffView } from './sign-off.view.ts';

const place = '/rounds/:round/places/:place/review';

export function signOffRoutes(deps: ReviewDeps): Route[] {
  return [
    get(`${place}/sign-off`, 'review.write', (request) => askToSign(deps, request)),
    post(`${place}/sign-off`, 'review.write', (request) => sign(deps, request)),
    get(`${place}/reopen`, 'review.write', (request) => askToReopen(deps, request)),
    post(`${place}/reopen`, 'review.write', (request) => reopenAgain(deps, request)),
  ];
}

/** @throws forbidden for who is not the Place's chair */
async function open(deps: ReviewDeps, request: SignedInRequest): Promise<ReviewFacts> {
  const facts = await loadReview(deps, request.scope, asked(request));
  if (facts.reader.isChair) return facts;
  throw new AppError('forbidden', 'Only the chair signs a Place off and reopens it.');
}

const listOf = ({ round, place: { slug } }: ReviewFacts): string =>
  `${paths.review(round.slug, slug)}#sign-off`;

async function askToSign(deps: ReviewDeps, request: SignedInRequest): Promise<Reply> {
  const facts = await open(deps, request);
  refuseUnlessInReview({ roundStatus: facts.round.status });
  if (standing(facts.signOffs)) return redirect(listOf(facts));
  return question(facts, request, { changed: '', status: 200 });
}

function question(
  facts: ReviewFacts,
  { csrf }: SignedInRequest,
  { changed, status }: { readonly changed: string; readonly status: number },
): Reply {
  const view = toSignOffView(facts, csrf, changed);
  return page(signOffPage, view, { title: view.heading, status, crumbs: crumbsBelow(facts) });
}

/** Sent twice it is signed once; what was not on the page that asked is not signed off. */
async function sign(deps: ReviewDeps, request: SignedInRequest): Promise<Reply> {
  refuseOthers(request.form, ['seen']);
  const facts = await open(deps, request);
  const { at } = facts;
  const outcome = await transact(deps.db, async (trx) => {
    const locked = await lockPlace(trx, request.scope, at);
    refuseUnlessInReview(locked);
    if (locked.signedOff) return 'signed';
    const decided = await reloadDecided(trx, request.scope, facts);
    if (signOffMark(decided) !== request.form.text('seen')) return 'changed';
    if (!maySignOff(signOffFacts(decided))) return 'unmet';
    await signOff(trx, request.scope, { ...at, id: deps.newId(), now: deps.now() });
    return 'signed';
  });
  if (outcome === 'signed') return redirect(listOf(facts));
  const changed =
    outcome === 'changed'
      ? 'Something was recorded since you opened this page, so nothing is signed off. Look again.'
      : 'Something that is needed is missing, so nothing is signed off.';
  return question(await open(deps, request), request, { changed, status: 409 });
}

async function askToReopen(deps: ReviewDeps, request: SignedInRequest): Promise<Reply> {
  const facts = await open(deps, request);
  refuseUnlessInReview({ roundStatus: facts.round.status });
  const stands = standing(facts.signOffs);
  return stands ? reopening(facts, request, { stands, fault: '' }) : redirect(listOf(facts));
}

function reopening(
  facts: ReviewFacts,
  { form, csrf }: SignedInRequest,
  { stands, fault }: { readonly stands: SignOff; readonly fault: string },
): Reply {
  const view = toReopenView(facts, stands, { typed: form.text('reason'), fault, csrf });
  const title = fault === '' ? view.heading : `Error: ${view.heading}`;
  const status = fault === '' ? 200 : 422;
  return page(reopenPage, view, { title, status, crumbs: crumbsBelow(facts) });
}

/** Ends the sign-off that the page showed, and no later one. */
async function reopenAgain(deps: ReviewDeps, request: SignedInRequest): Promise<Reply> {
  const { form, scope } = request;
  refuseOthers(form, ['reason', 'signOff']);
  const facts = await open(deps, request);
  refuseUnlessInReview({ roundStatus: facts.round.status });
  const stands = standing(facts.signOffs);
  if (stands?.id !== form.text('signOff')) return redirect(listOf(facts));
  const { value: reason, fault } = readReason(form.text('reason'));
  if (fault !== '') return reopening(facts, request, { stands, fault });
  const { at } = facts;
  await transact(deps.db, async (trx) => {
    refuseUnlessInReview(await lockPlace(trx, scope, at));
    await reopen(trx, scope, { ...at, signOffId: stands.id, reason, now: deps.now() });
  });
  return redirect(listOf(facts));
}

function readReason(text: string): { readonly value: string; readonly fault: string } {
  const { value, fault } = readNote(text);
  if (value === '') return { value, fault: 'Say why it is reopened' };
  return { value, fault: fault.replace('The note', 'The reason') };
}
