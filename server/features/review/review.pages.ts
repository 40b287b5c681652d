/** What every page of a Place's review shares: which Place its address names, the way to it, and its credits. */
import { paths } from '../../web/paths.ts';
import type { Crumb } from '../../web/reply.ts';
import { param, type SignedInRequest } from '../../web/route.ts';
import type { ReviewFacts } from './review.load.ts';

/** The Place that the address names. */
export function asked(request: SignedInRequest) {
  return { roundSlug: param(request, 'round'), placeSlug: param(request, 'place') };
}

export const creditsOf = ({ grid }: Pick<ReviewFacts, 'grid'>): string[] =>
  grid ? [grid.definition.source.credit] : [];

/** To the Place's page. */
export function crumbsTo({ round, place }: Pick<ReviewFacts, 'round' | 'place'>): Crumb[] {
  return [
    { text: 'Results', href: paths.rounds() },
    { text: round.name, href: paths.systemReport(round.slug) },
    { text: place.name, href: paths.placeReport(round.slug, place.slug) },
  ];
}

/** To the Place's list: of the pages behind it. */
export function crumbsBelow(facts: Pick<ReviewFacts, 'round' | 'place'>): Crumb[] {
  const { round, place } = facts;
  return [...crumbsTo(facts), { text: 'Review', href: paths.review(round.slug, place.slug) }];
}
