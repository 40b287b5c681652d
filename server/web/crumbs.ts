/** What leads back from an agency's answers: to the start page for the agency, to the results for everybody else. */
import { paths } from './paths.ts';
import type { Crumb } from './reply.ts';

export interface Surroundings {
  /** the person answers for the agency */
  readonly own: boolean;
  readonly roundSlug: string;
  readonly roundName: string;
}

/** The crumbs above a response; those who read it for a Place come from the round's results. */
export function crumbsAbove({ own, roundSlug, roundName }: Surroundings): Crumb[] {
  if (own) return [{ text: 'Your work', href: paths.home() }];
  return [
    { text: 'Results', href: paths.rounds() },
    { text: `${roundName}: system matrix`, href: paths.systemReport(roundSlug) },
  ];
}
