/** Review of a Place: what is left to agree, one domain at a time; own view first, then what the chair records. */
import { AppError } from '../../domain/errors.ts';
import { transact } from '../../db/transact.ts';
import { paths } from '../../web/paths.ts';
import { page, redirect, type Reply } from '../../web/reply.ts';
import { get, post, type Route, type SignedInRequest } from '../../web/route.ts';
import { domainPage, openDomain } from './domain.page.ts';
import { nextOf } from './domain.view.ts';
import { reviewListPage, toListView } from './list.view.ts';
import { filters } from './list.words.ts';
import { parseView, viewNames } from './own-view.form.ts';
import { giveView } from './own-views.queries.ts';
import { lockPlace, refuseUnlessReviewed } from './place.queries.ts';
import { errorsOf, recordTopic } from './record.ts';
import { loadReview, type ReviewDeps } from './review.load.ts';
import { asked, creditsOf, crumbsTo } from './review.pages.ts';

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

async function show(deps: ReviewDeps, request: SignedInRequest): Promise<Reply> {
  return domainPage(deps, await openDomain(deps, request));
}

async function give(deps: ReviewDeps, request: SignedInRequest): Promise<Reply> {
  const opened = await openDomain(deps, request);
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
  const { at } = facts;
  await transact(deps.db, async (trx) => {
    refuseUnlessReviewed(await lockPlace(trx, request.scope, at));
    await giveView(trx, request.scope, { ...at, itemId: item.id, ...parsed }, deps.now());
  });
  return redirect(`${paths.reviewDomain(facts.round.slug, facts.place.slug, item.id)}#views`);
}

async function agree(deps: ReviewDeps, request: SignedInRequest): Promise<Reply> {
  const opened = await openDomain(deps, request);
  const { facts, grid, domain: item } = opened;
  const outcome = await recordTopic(deps, request, {
    facts,
    topic: { subject: 'domain', itemId: item.id },
  });
  if (outcome.kind === 'faulty') {
    return domainPage(deps, opened, { rejected: { agreement: outcome.typed }, status: 422 });
  }
  if (outcome.kind === 'conflict') {
    const fresh = await openDomain(deps, request);
    const rejected = { agreement: outcome.typed, conflict: true };
    return domainPage(deps, fresh, { rejected, status: 409 });
  }
  const { round, place: where } = facts;
  return redirect(nextOf(facts, grid, item.id)?.href ?? paths.review(round.slug, where.slug));
}
