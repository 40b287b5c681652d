/** Review of a Place: what is left to agree, one domain at a time; own view first, then what the chair records. */
import type { Knex } from 'knex';
import { mayAgree } from '../../domain/access/may.ts';
import { AppError } from '../../domain/errors.ts';
import { transact } from '../../db/transact.ts';
import { refuseOthers } from '../../web/form.ts';
import { paths } from '../../web/paths.ts';
import { page, redirect, type Reply } from '../../web/reply.ts';
import { get, param, post, type Route, type SignedInRequest } from '../../web/route.ts';
import { listAgreementHistory } from './agreed.queries.ts';
import { agreementNames, parseAgreement, type AgreementForm } from './agreement.form.ts';
import { recordAgreement } from './agreement.queries.ts';
import {
  domainReviewPage,
  nextOf,
  toDomainView,
  type DomainFacts,
  type Rejected,
} from './domain.view.ts';
import { filters, reviewListPage, toListView } from './list.view.ts';
import { parseView, viewNames, type FormFault } from './own-view.form.ts';
import { giveView } from './own-views.queries.ts';
import { lockPlace, refuseUnlessReviewed } from './place.queries.ts';
import { domainOf, loadReview, type ReviewDeps, type ReviewFacts } from './review.load.ts';

const place = '/rounds/:round/places/:place/review';
const domain = `${place}/domains/:domain`;

export function reviewRoutes(deps: ReviewDeps): Route[] {
  return [
    get(place, 'review.read', (request) => list(deps, request)),
    get(domain, 'review.read', (request) => show(deps, request)),
    post(`${domain}/view`, 'review.write', (request) => give(deps, request)),
    post(`${domain}/agreement`, 'review.write', (request) => agree(deps, request)),
  ];
}

/** The Place that the address names. */
export function asked(request: SignedInRequest) {
  return { roundSlug: param(request, 'round'), placeSlug: param(request, 'place') };
}

async function list(deps: ReviewDeps, request: SignedInRequest): Promise<Reply> {
  const facts = await loadReview(deps, request.scope, asked(request));
  const filter = filters.find((one) => one === request.query.show) ?? 'all';
  const view = toListView(facts, filter);
  return page(reviewListPage, view, {
    title: `Review of ${facts.place.name}`,
    credits: creditsOf(facts),
    crumbs: crumbsTo(facts),
  });
}

const creditsOf = ({ grid }: ReviewFacts): string[] =>
  grid ? [grid.definition.source.credit] : [];

function crumbsTo({ round, place: { slug, name } }: ReviewFacts) {
  return [
    { text: 'Results', href: paths.rounds() },
    { text: round.name, href: paths.systemReport(round.slug) },
    { text: name, href: paths.placeReport(round.slug, slug) },
  ];
}

interface Opened extends Omit<DomainFacts, 'history'> {
  readonly request: SignedInRequest;
}

/** @throws not found for a Place that the person does not review, and for no domain of the grid */
async function open(deps: ReviewDeps, request: SignedInRequest): Promise<Opened> {
  const facts = await loadReview(deps, request.scope, asked(request));
  const found = domainOf(facts, param(request, 'domain'));
  return { request, facts, ...found, csrf: request.csrf };
}

async function show(deps: ReviewDeps, request: SignedInRequest): Promise<Reply> {
  return domainPage(deps, await open(deps, request));
}

async function domainPage(
  { db }: ReviewDeps,
  opened: Opened,
  { rejected = {}, status = 200 }: { rejected?: Rejected; status?: number } = {},
): Promise<Reply> {
  const { facts, request } = opened;
  const topic = { subject: 'domain' as const, itemId: opened.domain.id };
  const at = { roundId: facts.round.id, placeId: facts.place.id };
  const history = await listAgreementHistory(db, request.scope, { ...at, ...topic });
  const view = toDomainView({ ...opened, history }, rejected);
  return page(domainReviewPage, view, {
    title: `${status === 200 ? '' : 'Error: '}${view.name}: review of ${view.place}`,
    status,
    credits: creditsOf(facts),
    crumbs: [...crumbsTo(facts), { text: 'Review', href: view.listHref }],
  });
}

const errorsOf = (faults: readonly FormFault[]) =>
  new Map(faults.map(({ field, text }) => [field, text]));

async function give(deps: ReviewDeps, request: SignedInRequest): Promise<Reply> {
  const opened = await open(deps, request);
  const { facts, domain: item } = opened;
  if (!facts.reader.isReviewer) {
    throw new AppError('forbidden', 'Only reviewers of this Place give a view of it.');
  }
  const parsed = parseView(request.form);
  if (parsed.faults.length > 0) {
    const view = {
      level: request.form.text(viewNames.level),
      comment: request.form.text(viewNames.comment),
      errors: errorsOf(parsed.faults),
    };
    return domainPage(deps, opened, { rejected: { view }, status: 422 });
  }
  const at = { roundId: facts.round.id, placeId: facts.place.id };
  await transact(deps.db, async (trx) => {
    refuseUnlessReviewed(await lockPlace(trx, request.scope, at));
    await giveView(trx, request.scope, { ...at, itemId: item.id, ...parsed }, deps.now());
  });
  return redirect(`${paths.reviewDomain(facts.round.slug, facts.place.slug, item.id)}#views`);
}

async function agree(deps: ReviewDeps, request: SignedInRequest): Promise<Reply> {
  refuseOthers(request.form, Object.values(agreementNames));
  const opened = await open(deps, request);
  const { facts, grid, domain: item } = opened;
  if (!mayAgree(request.scope, facts.place.id)) {
    throw new AppError('forbidden', 'Only the chair records what is agreed.');
  }
  const parsed = parseAgreement(request.form, facts.reviewers);
  if (parsed.faults.length > 0) {
    const agreement = typed(request, parsed);
    return domainPage(deps, opened, { rejected: { agreement }, status: 422 });
  }
  if (!(await record(deps, opened, parsed))) {
    const fresh = await open(deps, request);
    const rejected = { agreement: typed(request, parsed), conflict: true };
    return domainPage(deps, fresh, { rejected, status: 409 });
  }
  const { round, place: where } = facts;
  return redirect(nextOf(facts, grid, item.id)?.href ?? paths.review(round.slug, where.slug));
}

function typed({ form }: SignedInRequest, { faults, presentIds }: AgreementForm) {
  return {
    level: form.text(agreementNames.level),
    rationale: form.text(agreementNames.rationale),
    dissent: form.text(agreementNames.dissent),
    others: form.text(agreementNames.others),
    presentIds,
    errors: errorsOf(faults),
  };
}

/** @returns false where somebody has recorded another one meanwhile */
function record({ db, now }: ReviewDeps, opened: Opened, parsed: AgreementForm): Promise<boolean> {
  const { request, facts, domain: item } = opened;
  const at = { roundId: facts.round.id, placeId: facts.place.id };
  const topic = { subject: 'domain' as const, itemId: item.id, colour: null };
  return transact(db, async (trx: Knex) => {
    const locked = await lockPlace(trx, request.scope, at);
    refuseUnlessReviewed(locked);
    return recordAgreement(trx, request.scope, { ...at, ...topic, ...parsed }, now());
  });
}
