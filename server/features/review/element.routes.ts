/**
 * A support element of a Place in review: its derived colour, and what the chair records of it. No own view comes
 * first here: Design 4.5 asks that of levels, which agencies give; a colour follows from the map by written rules.
 */
import { paths } from '../../web/paths.ts';
import { redirect, type Reply } from '../../web/reply.ts';
import { get, post, type Route, type SignedInRequest } from '../../web/route.ts';
import { elementPage, openElement, topicOf } from './element.page.ts';
import { recordTopic } from './record.ts';
import type { ReviewDeps } from './review.load.ts';

const element = '/rounds/:round/places/:place/review/elements/:element';

export function elementReviewRoutes(deps: ReviewDeps): Route[] {
  return [
    get(element, 'review.read', (request) => show(deps, request)),
    post(`${element}/agreement`, 'review.write', (request) => agree(deps, request)),
  ];
}

async function show(deps: ReviewDeps, request: SignedInRequest): Promise<Reply> {
  return elementPage(deps, request, await openElement(deps, request));
}

async function agree(deps: ReviewDeps, request: SignedInRequest): Promise<Reply> {
  const opened = await openElement(deps, request);
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
  const fresh = await openElement(deps, request);
  return elementPage(deps, request, fresh, { rejected: { typed, conflict: true }, status: 409 });
}
