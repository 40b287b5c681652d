/** The chair corrects what is published, of a domain or a support element, changes it while it waits, and withdraws it. */
import type { Topic } from '../../../domain/review/agreement.ts';
import { paths } from '../../../web/paths.ts';
import { redirect, type Reply } from '../../../web/reply.ts';
import { post, type Route, type SignedInRequest } from '../../../web/route.ts';
import { domainPage, openDomain, type OpenedDomain } from '../domain.page.ts';
import { elementPage, openElement, topicOf } from '../element.page.ts';
import type { ReviewDeps, ReviewFacts } from '../review.load.ts';
import { correct, withdrawCorrection } from './correct.ts';

const place = '/rounds/:round/places/:place/review';
const domain = `${place}/domains/:domain/correction`;
const element = `${place}/elements/:element/correction`;

export function correctionRoutes(deps: ReviewDeps): Route[] {
  return [
    post(domain, 'review.write', (request) => ofDomain(deps, request)),
    post(`${domain}/withdraw`, 'review.write', async (request) => {
      const opened = await openDomain(deps, request);
      return takeBack(deps, request, { facts: opened.facts, topic: domainTopic(opened) });
    }),
    post(element, 'review.write', (request) => ofElement(deps, request)),
    post(`${element}/withdraw`, 'review.write', async (request) => {
      const opened = await openElement(deps, request);
      return takeBack(deps, request, { facts: opened.facts, topic: topicOf(opened.element) });
    }),
  ];
}

const domainTopic = ({ domain: { id } }: OpenedDomain): Topic => ({
  subject: 'domain',
  itemId: id,
});

async function ofDomain(deps: ReviewDeps, request: SignedInRequest): Promise<Reply> {
  const opened = await openDomain(deps, request);
  const about = { facts: opened.facts, topic: domainTopic(opened) };
  const outcome = await correct(deps, request, about);
  if (outcome.kind === 'recorded') return backTo(about);
  const conflict = outcome.kind === 'conflict';
  const shown = conflict ? await openDomain(deps, request) : opened;
  const rejected = { correction: outcome.typed, conflict };
  return domainPage(deps, shown, { rejected, status: conflict ? 409 : 422 });
}

async function ofElement(deps: ReviewDeps, request: SignedInRequest): Promise<Reply> {
  const opened = await openElement(deps, request);
  const about = { facts: opened.facts, topic: topicOf(opened.element) };
  const outcome = await correct(deps, request, about);
  if (outcome.kind === 'recorded') return backTo(about);
  const conflict = outcome.kind === 'conflict';
  const shown = conflict ? await openElement(deps, request) : opened;
  const rejected = { typed: outcome.typed, conflict, corrects: true };
  return elementPage(deps, request, shown, { rejected, status: conflict ? 409 : 422 });
}

interface About {
  readonly facts: ReviewFacts;
  readonly topic: Topic;
}

async function takeBack(deps: ReviewDeps, request: SignedInRequest, about: About): Promise<Reply> {
  await withdrawCorrection(deps, request, about);
  return backTo(about);
}

function backTo({ facts: { round, place: where }, topic }: About): Reply {
  const to = topic.subject === 'domain' ? paths.reviewDomain : paths.reviewElement;
  return redirect(`${to(round.slug, where.slug, topic.itemId)}#correction`);
}
