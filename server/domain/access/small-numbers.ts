/** What may be shown of few answers, so that nobody's can be told from them (Design 1). */
import type { RoundStatus } from '../round/round.ts';
import { mayExport } from './may.ts';
import type { Scope } from './scope.ts';

/** From this many levels on, a distribution may be seen by those who may not see names. */
const ENOUGH_TO_SHOW = 5;
/** A sum of one agency's figures is that agency's figure. */
const ENOUGH_FOR_A_TOTAL = 2;
/** Who answers for an agency knows its figure, and of a sum of two would know the other's. */
const ENOUGH_FOR_AGENCIES = 3;

/** May the distribution be shown? Else: the level, n and the flags, nothing more. */
export function showsDistribution({ n }: { readonly n: number }, names: boolean): boolean {
  return names || n >= ENOUGH_TO_SHOW;
}

/** From so many agencies' figures on, a sum of money may be told to who sees no names (docs/decisions/0030). */
export function leastAgencies(scope: Scope, status: RoundStatus): number {
  return mayExport(scope, status) ? ENOUGH_FOR_A_TOTAL : ENOUGH_FOR_AGENCIES;
}

/** May a total of money be shown that so many agencies gave, to who takes data away? */
export function showsTotal(agencies: number, names: boolean): boolean {
  return names || agencies >= ENOUGH_FOR_A_TOTAL;
}
