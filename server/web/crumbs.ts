/** What leads back from an agency's answers: to the start page for the agency, to its progress for who keys in, to the results for everybody else. */
import { paths } from './paths.ts';
import type { Crumb } from './reply.ts';

export interface Surroundings {
  /** the person answers for the agency, or keys in for it */
  readonly own: boolean;
  /** the coordinator keys in what came on paper */
  readonly keying: boolean;
  readonly agencySlug: string;
  readonly agencyName: string;
  readonly roundSlug: string;
  readonly roundName: string;
}

/** The crumbs above a response; those who read it for a Place come from the round's results. */
export function crumbsAbove(around: Surroundings): Crumb[] {
  const { own, keying, agencySlug, agencyName, roundSlug, roundName } = around;
  if (keying) {
    return [
      { text: `Progress of ${roundName}`, href: paths.progress(roundSlug) },
      { text: agencyName, href: paths.agencyProgress(roundSlug, agencySlug) },
    ];
  }
  if (own) return [{ text: 'Your work', href: paths.home() }];
  return [
    { text: 'Results', href: paths.rounds() },
    { text: `${roundName}: system matrix`, href: paths.systemReport(roundSlug) },
  ];
}

/** Stands on every page of a response that is keyed in: the words are the agency's, not the coordinator's. */
export function keyingWords(agencyName: string): string {
  return `You are keying in the paper return of ${agencyName}. Enter what the form says; what it leaves blank, leave blank.`;
}
