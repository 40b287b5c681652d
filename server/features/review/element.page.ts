/** The page of one support element in the review of a Place: opened by its address, drawn again where something is not taken. */
import { notFound } from '../../domain/errors.ts';
import type { Topic } from '../../domain/review/agreement.ts';
import { elementsAt, type PlaceElement } from '../../results/elements.ts';
import { loadMapBefore } from '../../results/load.ts';
import { page, type Reply } from '../../web/reply.ts';
import { param, type SignedInRequest } from '../../web/route.ts';
import { listAgreementHistory } from './agreed.queries.ts';
import {
  elementReviewPage,
  toElementView,
  type ElementFacts,
  type RejectedElement,
} from './element.view.ts';
import { loadReview, type ReviewDeps, type ReviewFacts } from './review.load.ts';
import { asked, crumbsBelow } from './review.pages.ts';

export type OpenedElement = Pick<ElementFacts, 'facts' | 'map' | 'element'>;

/** @throws not found for a Place that the person does not review, and for no element of the round's map */
export async function openElement(
  deps: ReviewDeps,
  request: SignedInRequest,
): Promise<OpenedElement> {
  const facts = await loadReview(deps, request.scope, asked(request));
  const { map, place } = facts;
  const found = map && elementsAt(map, place.id).find(isAsked(request));
  if (!map || !found) throw notFound();
  return { facts, map, element: found };
}

const isAsked =
  (request: SignedInRequest) =>
  ({ rule }: PlaceElement): boolean =>
    rule.id === param(request, 'element');

export const topicOf = ({ rule }: PlaceElement): Topic => ({ subject: 'element', itemId: rule.id });

export async function elementPage(
  deps: ReviewDeps,
  request: SignedInRequest,
  opened: OpenedElement,
  { rejected, status = 200 }: { rejected?: RejectedElement; status?: number } = {},
): Promise<Reply> {
  const { scope, csrf } = request;
  const { facts, map } = opened;
  const at = { ...facts.at, ...topicOf(opened.element) };
  const [history, lastRound] = await Promise.all([
    listAgreementHistory(deps.db, scope, at),
    lastRoundOf(deps, request, facts),
  ]);
  const view = toElementView({ ...opened, history, lastRound, csrf }, rejected);
  return page(elementReviewPage, view, {
    title: `${status === 200 ? '' : 'Error: '}${view.name}: review of ${view.place}`,
    status,
    credits: [map.definition.source.credit],
    crumbs: crumbsBelow(facts),
  });
}

async function lastRoundOf(
  deps: ReviewDeps,
  request: SignedInRequest,
  { round, place }: ReviewFacts,
): Promise<PlaceElement | null> {
  const before = await loadMapBefore(deps, request.scope, { round, place });
  return (before && elementsAt(before, place.id).find(isAsked(request))) ?? null;
}
