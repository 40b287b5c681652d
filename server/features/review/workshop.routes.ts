/** The workshop screen: one domain at a time on a projector, what is recorded meanwhile, and the decisions at the end. */
import { levelWords } from '../../domain/instrument/level-words.ts';
import { levelItems } from '../../domain/instrument/items.ts';
import { notFound } from '../../domain/errors.ts';
import { paths } from '../../web/paths.ts';
import { fragment, page, redirect, type Reply } from '../../web/reply.ts';
import { get, param, post, type Route, type SignedInRequest } from '../../web/route.ts';
import { listAgreed } from './agreed.queries.ts';
import { decisionsPage, toDecisionsView } from './decisions.view.ts';
import { recordTopic, type Outcome } from './record.ts';
import { domainOf, findReviewed, gridOf, loadReview, type ReviewDeps } from './review.load.ts';
import { asked } from './review.pages.ts';
import { newsFragment, toNewsView } from './workshop-news.view.ts';
import { stopsOf, whereIs } from './workshop.order.ts';
import { toWorkshopView, workshopPage } from './workshop.view.ts';

const workshop = '/rounds/:round/places/:place/review/workshop';

export function workshopRoutes(deps: ReviewDeps): Route[] {
  return [
    get(workshop, 'review.read', (request) => begin(deps, request)),
    get(`${workshop}/decisions`, 'review.read', (request) => decisions(deps, request)),
    get(`${workshop}/news`, 'review.read', (request) => news(deps, request)),
    get(`${workshop}/domains/:domain`, 'review.read', (request) => show(deps, request)),
    post(`${workshop}/domains/:domain`, 'review.write', (request) => record(deps, request)),
  ];
}

async function openGrid(deps: ReviewDeps, request: SignedInRequest) {
  const facts = await loadReview(deps, request.scope, asked(request));
  return { facts, grid: gridOf(facts) };
}

/** The first that is left. */
async function begin(deps: ReviewDeps, request: SignedInRequest): Promise<Reply> {
  const { facts, grid } = await openGrid(deps, request);
  const first = stopsOf(facts, grid).find(({ decided }) => !decided);
  const { roundSlug, placeSlug } = asked(request);
  return redirect(
    first
      ? paths.workshopDomain(roundSlug, placeSlug, first.id)
      : paths.workshopDecisions(roundSlug, placeSlug),
  );
}

async function open(deps: ReviewDeps, request: SignedInRequest) {
  const facts = await loadReview(deps, request.scope, asked(request));
  return { facts, ...domainOf(facts, param(request, 'domain')), csrf: request.csrf };
}

async function show(deps: ReviewDeps, request: SignedInRequest): Promise<Reply> {
  return screen(await open(deps, request));
}

function screen(
  opened: Awaited<ReturnType<typeof open>>,
  rejected?: Exclude<Outcome, { kind: 'recorded' }>,
): Reply {
  const view = toWorkshopView(opened, rejected);
  const status = rejected ? (rejected.kind === 'conflict' ? 409 : 422) : 200;
  return page(workshopPage, view, {
    title: `${rejected ? 'Error: ' : ''}Workshop: ${view.name}, ${view.place}`,
    status,
    projector: true,
  });
}

async function record(deps: ReviewDeps, request: SignedInRequest): Promise<Reply> {
  const opened = await open(deps, request);
  const { facts, grid, domain } = opened;
  const outcome = await recordTopic(deps, request, {
    facts,
    topic: { subject: 'domain', itemId: domain.id },
  });
  if (outcome.kind === 'faulty') return screen(opened, outcome);
  if (outcome.kind === 'conflict') return screen(await open(deps, request), outcome);
  const { next } = whereIs(stopsOf(facts, grid), domain.id);
  const { roundSlug, placeSlug } = asked(request);
  return redirect(
    next
      ? paths.workshopDomain(roundSlug, placeSlug, next.id)
      : paths.workshopDecisions(roundSlug, placeSlug),
  );
}

async function decisions(deps: ReviewDeps, request: SignedInRequest): Promise<Reply> {
  const { facts, grid } = await openGrid(deps, request);
  const view = toDecisionsView(facts, grid);
  return page(decisionsPage, view, { title: `Decisions: ${view.place}`, projector: true });
}

/** Asked by every open screen now and then: reads what is agreed, and nothing of anybody's own view. */
async function news(deps: ReviewDeps, request: SignedInRequest): Promise<Reply> {
  const { round, place } = await findReviewed(deps, request.scope, asked(request));
  if (round.gridVersionId === null) throw notFound();
  const at = { roundId: round.id, placeId: place.id };
  const [definition, agreed] = await Promise.all([
    deps.definitions(round.gridVersionId),
    listAgreed(deps.db, request.scope, at),
  ]);
  const view = toNewsView({
    domains: levelItems(definition),
    words: levelWords(definition),
    agreed,
    seen: request.query['seen'] ?? '',
    hrefOf: (id) => paths.workshopDomain(round.slug, place.slug, id),
  });
  return fragment(newsFragment, view);
}
