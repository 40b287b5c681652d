/** What may be shown of few answers, so that nobody's can be told from them (Design 1). */

/** From this many levels on, a distribution may be seen by those who may not see names. */
const ENOUGH_TO_SHOW = 5;
/** A sum of one agency's figures is that agency's figure. */
const ENOUGH_FOR_A_TOTAL = 2;

/** May the distribution be shown? Else: the level, n and the flags, nothing more. */
export function showsDistribution({ n }: { readonly n: number }, names: boolean): boolean {
  return names || n >= ENOUGH_TO_SHOW;
}

/** May a total of money be shown that so many agencies gave? */
export function showsTotal(agencies: number, names: boolean): boolean {
  return names || agencies >= ENOUGH_FOR_A_TOTAL;
}
