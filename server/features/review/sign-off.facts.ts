/** What decides about the sign-off of a Place, from what is loaded for its page or under its lock. */
import type { Knex } from 'knex';
import type { Scope } from '../../domain/access/scope.ts';
import type { SignOffFacts } from '../../domain/review/sign-off.ts';
import { listPlaceAgencies } from '../../results/place.queries.ts';
import { listAgreed } from './agreed.queries.ts';
import { listReviewers, listSignOffs } from './place.queries.ts';
import { agreedOn, type ReviewFacts } from './review.load.ts';

export type Decided = Pick<
  ReviewFacts,
  'grid' | 'agreed' | 'reviewers' | 'agencies' | 'signOffs' | 'quorum'
>;

export function signOffFacts(facts: Decided): SignOffFacts {
  const { grid, agencies, quorum, reviewers } = facts;
  return {
    quorum,
    reviewers: reviewers.length,
    domains: (grid?.domains ?? []).map(({ id, text }) => {
      const stands = agreedOn(facts, 'domain', id);
      return {
        label: text,
        decided: stands !== undefined,
        present: stands?.presentIds.length ?? 0,
      };
    }),
    returned: agencies
      .filter((agency) => agency.grid === 'returned' || agency.map === 'returned')
      .map(({ name }) => name),
  };
}

/** Names what a page showed: another sign-off or agreement since then makes it another. */
export function signOffMark({ agreed, signOffs }: Pick<Decided, 'agreed' | 'signOffs'>): string {
  const recorded = agreed.reduce((sum, { revision }) => sum + revision, 0);
  return `${signOffs.length}-${recorded}`;
}

/** As it is stored now. @param trx holds the Place's lock: one query at a time on its connection */
export async function reloadDecided(
  trx: Knex,
  scope: Scope,
  { at, grid, quorum }: ReviewFacts,
): Promise<Decided> {
  const agreed = await listAgreed(trx, scope, at);
  const reviewers = await listReviewers(trx, scope, at);
  const agencies = await listPlaceAgencies(trx, scope, at);
  const signOffs = await listSignOffs(trx, scope, at);
  return { grid, quorum, agreed, reviewers, agencies, signOffs };
}
