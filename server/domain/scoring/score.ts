/** The shapes that scoring reads and gives back; every figure of a report comes from these. */

/** 0 Not yet at Foundations, 1 Foundations, 2 Early growth, 3 Good progress, 4 Well-established. */
export type Level = 0 | 1 | 2 | 3 | 4;
/** How many agencies chose each level, 0 to 4. */
export type Counts = readonly [number, number, number, number, number];
export type Mark = 'met' | 'partly' | 'not' | 'unknown';
export type Rag = 'green' | 'amber' | 'red' | 'white' | 'purple' | 'discuss';
/** `range` and `agreement` make a split; `response` reads "few answers"; `evidence` reads "no evidence". */
export type ReasonCode = 'range' | 'agreement' | 'response' | 'evidence';

/** What the agencies of one Place said of one domain, as counts only. */
export interface DomainCounts {
  readonly counts: Counts;
  /** responses that hold the domain, "We can't say" included */
  readonly responded: number;
  readonly assigned: number;
  /** responses that gave evidence for it */
  readonly withEvidence: number;
}

export interface DomainScore extends DomainCounts {
  /** how many gave a level */
  readonly n: number;
  readonly median: Level | null;
  readonly lowest: Level | null;
  readonly highest: Level | null;
  /** highest minus lowest, in levels */
  readonly range: number | null;
  /** van der Eijk's A, -1 to 1 */
  readonly agreement: number | null;
  readonly split: boolean;
  readonly reasons: readonly ReasonCode[];
  readonly agreed: Level | null;
  /** the agreed level, else the median */
  readonly level: Level | null;
  readonly rag: Rag;
}

export interface SystemDomainScore {
  readonly lowest: Level | null;
  readonly median: Level | null;
  readonly highest: Level | null;
  /** equity gap: highest minus lowest Place */
  readonly gap: number | null;
  /** true where an extreme rests on a split that is not agreed: drawn hollow, never a headline */
  readonly gapOpen: boolean;
}
