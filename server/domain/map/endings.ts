/** Fixed-term money by the day on which it ends (Design 6.4). */
import type { MapEntry } from '../elements/element.ts';
import { isMoneyAtRisk } from '../elements/gaps.ts';
import { hasEnd, moneyEnds } from '../elements/money.ts';
import { byNaturalOrder } from '../natural-order.ts';

export interface Ending {
  readonly entry: MapEntry;
  /** "2027-03-31" */
  readonly ends: string;
  /** over already, within the months that count as at risk, or later */
  readonly state: 'ended' | 'soon' | 'later';
}

/** The first to end first; of one day by name. @param today "2026-11-21" */
export function endings(running: readonly MapEntry[], today: string): Ending[] {
  return running
    .flatMap((entry): Ending[] => {
      const ends = moneyEnds(entry);
      if (ends === null) return [];
      const later = isMoneyAtRisk(entry, today) ? 'soon' : 'later';
      return [{ entry, ends, state: ends < today ? 'ended' : later }];
    })
    .toSorted(
      (one, other) =>
        one.ends.localeCompare(other.ends) || byNaturalOrder(one.entry.name, other.entry.name),
    );
}

/** Money with an end that nobody has named. */
export function withoutDay(running: readonly MapEntry[]): MapEntry[] {
  return running.filter((entry) => hasEnd(entry) && moneyEnds(entry) === null);
}
