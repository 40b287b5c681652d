/**
 * A support element of a Place in review: its derived colour, and what the chair records of it. No own view comes
 * first here: Design 4.5 asks that of levels, which agencies give; a colour follows from the map by written rules.
 */
import { notFound } from '../../domain/errors.ts';
import type { Topic } from '../../domain/review/agreement.ts';
import { elementsAt, type PlaceElement } from '../../results/elements.ts';
import { loadMapBefore } from '../../results/load.ts';
import { paths } from '../../web/paths.ts';
import { page, redirect, type Reply } from '../../web/reply.ts';
import { get, param, post, type Route, type SignedInRequest } from '../../web/route.ts';
import { listAgreementHistory } from './agreed.queries.ts';
import {
  elementReviewPage,
  toElementView,
  type ElementFacts,
  type RejectedElement,
} from './element.view.ts';
import { recordTopic } from './record.ts';
import { loadReview, type ReviewDeps, type ReviewFacts } from './review.load.ts';
import { asked, crumbsBelow } from './review.pages.ts';

const element = '/rounds/:round/places/:place/review/elements/:element';

export function elementReviewRoutes(deps: ReviewDeps): Route[] {
  return [
    get(element, 'review.read', (request) => show(deps, request)),
    post(`${element}/agreement`, 'review.write', (request) => agree(deps, request)),
  ];
}

type Opened = Pick<ElementFacts, 'facts' | 'map' | 'element'>;

/** @throws not found for a Place that the person does not review, and for no element of the round's map */
async function open(deps: ReviewDeps, request: SignedInRequest): Promise<Opened> {
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

const topicOf = ({ rule }: PlaceElement): Topic => ({ subject: 'element', itemId: rule.id });

async function show(deps: ReviewDeps, request: SignedInRequest): Promise<Reply> {
  return elementPage(deps, request, await open(deps, request));
}

async function elementPage(
  deps: ReviewDeps,
  request: SignedInRequest,
  opened: Opened,
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

async function agree(deps: ReviewDeps, request: SignedInRequest): Promise<Reply> {
  const opened = await open(deps, request);
  const { facts } = opened;
  const outcome = await recordTopic(deps, request, { facts, topic: topicOf(opened.element) });
  if (outcome.kind === 'recorded') {
    return redirect(`${paths.review(facts.round.slug, facts.place.slug)}#elements`);
  }
  const { typed } = outcome;
  if (outcome.kind === 'faulty') {
    const rejected = { typed, conflict: false };
    return elementPage(deps, request, opened, { rejected, status: 422 });
  }
  const fresh = await open(deps, request);
  return elementPage(deps, request, fresh, { rejected: { typed, conflict: true }, status: 409 });
}
