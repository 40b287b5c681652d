/** What a strip of ages is made from, and the ages that it names. */
import { CHILDHOOD } from '../../../domain/elements/age-lanes.ts';
import type { Span } from '../../../domain/elements/element.ts';

/** One service in its lane. */
export interface StripService {
  /** as it stands beside its line: name, and agency where that may be seen */
  readonly text: string;
  /** as stated, so possibly beyond five */
  readonly ages: Span;
  readonly look: 'service' | 'ending' | 'planned';
}

export interface StripLane {
  /** "Specialist" */
  readonly level: string;
  /** for whom or by whom, in a word or two */
  readonly meaning: string;
  readonly offered: readonly Span[];
  readonly holes: readonly Span[];
  /** an answer that is not there yet may fill a hole */
  readonly open: boolean;
  /** those whose ages are known */
  readonly services: readonly StripService[];
}

/** The first 1001 days end here, as do many services. In months from birth. */
export const TWO_YEARS = 24;

/** Ages with a line of their own, but for the last, at which the strip ends. */
export const AGES: readonly (readonly [month: number, name: string])[] = [
  [CHILDHOOD.from, 'Conception'],
  [0, 'Birth'],
  [6, '6 months'],
  [12, '1 year'],
  [TWO_YEARS, '2 years'],
  [36, '3 years'],
  [48, '4 years'],
];
