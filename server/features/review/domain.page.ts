/** The page of one domain in the review of a Place: opened by its address, drawn again where something is not taken. */
import { page, type Reply } from '../../web/reply.ts';
import { param, type SignedInRequest } from '../../web/route.ts';
import { listAgreementHistory } from './agreed.queries.ts';
import { domainReviewPage, toDomainView, type DomainFacts, type Rejected } from './domain.view.ts';
import { domainOf, loadReview, type ReviewDeps } from './review.load.ts';
import { asked, creditsOf, crumbsBelow } from './review.pages.ts';

export interface OpenedDomain extends Omit<DomainFacts, 'history'> {
  readonly request: SignedInRequest;
}

/** @throws not found for a Place that the person does not review, and for no domain of the grid */
export async function openDomain(
  deps: ReviewDeps,
  request: SignedInRequest,
): Promise<OpenedDomain> {
  const facts = await loadReview(deps, request.scope, asked(request));
  const found = domainOf(facts, param(request, 'domain'));
  return { request, facts, ...found, csrf: request.csrf };
}

export async function domainPage(
  { db }: ReviewDeps,
  opened: OpenedDomain,
  { rejected = {}, status = 200 }: { rejected?: Rejected; status?: number } = {},
): Promise<Reply> {
  const { facts, request } = opened;
  const topic = { subject: 'domain' as const, itemId: opened.domain.id };
  const { at } = facts;
  const history = await listAgreementHistory(db, request.scope, { ...at, ...topic });
  const view = toDomainView({ ...opened, history }, rejected);
  return page(domainReviewPage, view, {
    title: `${status === 200 ? '' : 'Error: '}${view.name}: review of ${view.place}`,
    status,
    credits: creditsOf(facts),
    crumbs: crumbsBelow(facts),
  });
}
