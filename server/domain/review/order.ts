/** In which order a Place's domains are gone through: undecided splits first, then what is undecided, then the rest. */

export interface Orderable {
  /** agreed or set aside */
  readonly decided: boolean;
  /** the agencies differ too much, whatever was agreed since */
  readonly split: boolean;
}

/** Splits, undecided others, decided ones; within each as the grid has them. */
export function inReviewOrder<T extends Orderable>(domains: readonly T[]): T[] {
  const rank = ({ decided, split }: T): number => (decided ? 2 : split ? 0 : 1);
  return domains.toSorted((one, other) => rank(one) - rank(other));
}

/** A workshop's: splits, then the others, whatever is decided meanwhile, so that nothing moves under people's eyes. */
export function inWorkshopOrder<T extends Orderable>(domains: readonly T[]): T[] {
  return domains.toSorted((one, other) => Number(other.split) - Number(one.split));
}

/** The next that is left, from the start again behind the last; undefined where this one alone is, or none. */
export function nextLeft<T>(
  ordered: readonly T[],
  at: number,
  isLeft: (domain: T) => boolean,
): T | undefined {
  return [...ordered.slice(at + 1), ...ordered.slice(0, Math.max(at, 0))].find(isLeft);
}
