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
