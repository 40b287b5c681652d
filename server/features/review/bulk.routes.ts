/** The chair agrees several domains at once: those that divide nobody, after reading them. */
import type { Knex } from 'knex';
import { AppError } from '../../domain/errors.ts';
import { transact } from '../../db/transact.ts';
import { andList, counted } from '../../web/english.ts';
import { refuseOthers } from '../../web/form.ts';
import { paths } from '../../web/paths.ts';
import { page, redirect, type Reply } from '../../web/reply.ts';
import { get, post, type Route, type SignedInRequest } from '../../web/route.ts';
import { listAgreed, type Agreed } from './agreed.queries.ts';
import { recordAgreement } from './agreement.queries.ts';
import { bulkNames, parseBulk, tickOf, type BulkForm } from './bulk.form.ts';
import { offeredOf, type Offered } from './bulk.offer.ts';
import { bulkPage, toBulkView, type TypedBulk } from './bulk.view.ts';
import { lockPlace, refuseUnlessReviewed } from './place.queries.ts';
import { errorsOf } from './record.ts';
import { loadReview, standing, type ReviewDeps, type ReviewFacts } from './review.load.ts';
import { asked, creditsOf, crumbsBelow } from './review.pages.ts';

const address = '/rounds/:round/places/:place/review/agree-in-view';

export function bulkRoutes(deps: ReviewDeps): Route[] {
  return [
    get(address, 'review.write', (request) => ask(deps, request)),
    post(address, 'review.write', (request) => agreeThem(deps, request)),
  ];
}

/** @throws forbidden for who is not the chair; conflict where nothing can be recorded now */
async function open(deps: ReviewDeps, request: SignedInRequest): Promise<ReviewFacts> {
  const facts = await loadReview(deps, request.scope, asked(request));
  if (!facts.reader.isChair) {
    throw new AppError('forbidden', 'Only the chair records what is agreed.');
  }
  const { round, signOffs } = facts;
  const signedOff = standing(signOffs) !== undefined;
  refuseUnlessReviewed({ roundStatus: round.status, signedOff });
  return facts;
}

async function ask(deps: ReviewDeps, request: SignedInRequest): Promise<Reply> {
  return question(await open(deps, request), request, {});
}

function question(
  facts: ReviewFacts,
  { csrf }: SignedInRequest,
  {
    status = 200,
    ...shown
  }: { readonly typed?: TypedBulk; readonly outcome?: string; readonly status?: number },
): Reply {
  const view = toBulkView(facts, csrf, shown);
  return page(bulkPage, view, {
    title: `${status === 422 ? 'Error: ' : ''}${view.heading}: review of ${facts.place.name}`,
    status,
    credits: creditsOf(facts),
    crumbs: crumbsBelow(facts),
  });
}

async function agreeThem(deps: ReviewDeps, request: SignedInRequest): Promise<Reply> {
  refuseOthers(request.form, Object.values(bulkNames));
  const facts = await open(deps, request);
  const offered = offeredOf(facts);
  const parsed = parseBulk(request.form, offered, facts.reviewers);
  if (parsed.faults.length > 0) {
    return question(facts, request, { typed: typed(request, parsed), status: 422 });
  }
  const { recorded, left } = await recordThem(deps, request, { facts, offered, parsed });
  if (left.length === 0) return redirect(paths.review(facts.round.slug, facts.place.slug));
  const again = { ...typed(request, parsed), ticked: [] };
  const outcome = outcomeWords(recorded, left);
  return question(await open(deps, request), request, { typed: again, outcome, status: 409 });
}

function typed({ form }: SignedInRequest, { faults, presentIds, ticked }: BulkForm): TypedBulk {
  return {
    ticked,
    because: form.text(bulkNames.because),
    asideBecause: form.text(bulkNames.asideBecause),
    presentIds,
    others: form.text(bulkNames.others),
    errors: errorsOf(faults),
  };
}

function outcomeWords(recorded: number, left: readonly string[]): string {
  return `${counted(recorded, 'domain was', 'domains were')} recorded. ${andList(left)} ${left.length === 1 ? 'was' : 'were'} left as ${left.length === 1 ? 'it is' : 'they are'}: recorded otherwise, or answered anew, since you opened the page.`;
}

/** The same words for all of a kind. */
function decisionOf({ id, level }: Offered, parsed: BulkForm) {
  const { because, asideBecause, present, presentIds, othersPresent } = parsed;
  return {
    subject: 'domain' as const,
    itemId: id,
    level,
    colour: null,
    rationale: level === null ? asideBecause : because,
    dissent: null,
    present,
    presentIds,
    othersPresent,
  };
}

/** Sent twice: what stands is what was ticked, in the same words. */
function isSame(
  stands: Agreed,
  tick: string,
  { because, asideBecause, present }: BulkForm,
): boolean {
  return (
    tickOf({ id: stands.itemId, level: stands.level }) === tick &&
    stands.rationale === (stands.level === null ? asideBecause : because) &&
    stands.present === present
  );
}

interface Wanted {
  readonly facts: ReviewFacts;
  readonly offered: readonly Offered[];
  readonly parsed: BulkForm;
}
interface Outcome {
  readonly recorded: number;
  /** names of the domains that were not offered so any more */
  readonly left: readonly string[];
}

/** All at once or none; what the same words stand for already is not recorded anew. */
function recordThem(
  { db, now }: ReviewDeps,
  { scope }: SignedInRequest,
  { facts, offered, parsed }: Wanted,
): Promise<Outcome> {
  const { at } = facts;
  return transact(db, async (trx: Knex) => {
    refuseUnlessReviewed(await lockPlace(trx, scope, at));
    const agreed = await listAgreed(trx, scope, at);
    const { fresh, same, left } = sortTicks({ facts, offered, parsed }, agreed);
    for (const offer of fresh) {
      const agreement = { ...at, ...decisionOf(offer, parsed), basedOn: 0 };
      await recordAgreement(trx, scope, agreement, now());
    }
    return { recorded: fresh.length + same, left };
  });
}

/** What is still to be recorded as it was offered, how much is already, and the names of what is neither. */
function sortTicks({ facts, offered, parsed }: Wanted, agreed: readonly Agreed[]) {
  const ticks = (facts.grid?.domains ?? []).flatMap(({ id, text }) => {
    const tick = parsed.ticked.find((one) => one.startsWith(`${id}:`));
    if (tick === undefined) return [];
    const stands = agreed.find((one) => one.subject === 'domain' && one.itemId === id);
    const offer = stands ? undefined : offered.find((one) => tickOf(one) === tick);
    return [{ text, offer, isDone: stands !== undefined && isSame(stands, tick, parsed) }];
  });
  return {
    fresh: ticks.flatMap(({ offer }) => offer ?? []),
    same: ticks.filter(({ isDone }) => isDone).length,
    left: ticks.filter(({ offer, isDone }) => !offer && !isDone).map(({ text }) => text),
  };
}
