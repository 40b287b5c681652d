/** The start page of those who look at the whole system: each round, where it stands, and what there is to do now. */
import { resultsAccess } from '../../domain/access/may.ts';
import type { Scope } from '../../domain/access/scope.ts';
import { isPublished, roundStatusWords } from '../../domain/round/round.ts';
import { paths } from '../../web/paths.ts';
import { formatDate, formatDateTime } from '../../web/time.ts';
import type { SystemRound } from './home-rounds.queries.ts';

interface LinkView {
  readonly text: string;
  readonly href: string;
}
interface RoundView {
  readonly id: string;
  readonly name: string;
  readonly status: string;
  /** where it stands */
  readonly now: string;
  /** "3 of 12 responses are in" */
  readonly received: string;
  /** null before the person may see results */
  readonly report: LinkView | null;
  readonly places: readonly LinkView[];
}
export interface RoundsView {
  readonly rounds: readonly RoundView[];
}

export function toRoundsView(scope: Scope, rounds: readonly SystemRound[]): RoundsView {
  return { rounds: rounds.map((round) => toRound(scope, round)) };
}

function toRound(scope: Scope, round: SystemRound): RoundView {
  const { slug, name, status, assigned, submitted } = round;
  const isFinal = isPublished(status);
  const access = resultsAccess(scope, status, null);
  const text = isFinal ? 'Results of the whole system' : 'What came in so far, the whole system';
  return {
    id: slug,
    name,
    status: roundStatusWords[status],
    now: access ? nowWords(round) : waitWords(round),
    received: isFinal ? '' : `${submitted} of ${assigned} responses are in.`,
    report: access ? { text, href: paths.systemReport(slug) } : null,
    places: round.places
      .filter((place) => resultsAccess(scope, status, place.id))
      .map((place) => ({ text: place.name, href: paths.placeReport(slug, place.slug) })),
  };
}

function nowWords({ status, closesAt, publishedAt }: SystemRound): string {
  switch (status) {
    case 'draft':
    case 'open':
      return closesAt
        ? `Agencies are answering until ${formatDateTime(closesAt)}.`
        : 'Agencies are answering.';
    case 'in-review':
      return 'The answers are in. Reviewers weigh them, Place by Place; begin with the domains to discuss.';
    case 'factual-check':
      return 'Agencies look at the draft results and may comment.';
    case 'published':
    case 'archived':
      return publishedAt ? `Published on ${formatDate(publishedAt)}.` : 'Published.';
  }
}

/** For those who see results only once they are final. */
function waitWords(round: SystemRound): string {
  const closes = round.status === 'open' ? nowWords(round) : 'The reviewers are at work.';
  return `${closes} The results are here once they are published.`;
}
