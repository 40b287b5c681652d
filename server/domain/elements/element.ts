/** The shapes that the support elements read and give back (Design 5): entries of the map in, a colour with its reasons out. */
import type { Rag } from '../scoring/score.ts';

/** Kleene's three values. */
export type Truth = 'yes' | 'no' | 'unknown';

/** One entry of the map: who says it, and its answers by item id. What is left out is unknown. */
export interface MapEntry {
  readonly id: string;
  readonly agency: string;
  readonly name: string;
  /** null: not stated, so counted nowhere */
  readonly places: readonly string[] | null;
  readonly answers: Readonly<Record<string, unknown>>;
}

export interface MapAgency {
  readonly agency: string;
  readonly name: string;
  readonly sectors: readonly string[];
  readonly places: readonly string[];
  readonly submitted: boolean;
}

/** An entry that matches an element, or would if its unknowns were known. */
export interface ElementEntry {
  readonly id: string;
  readonly name: string;
  readonly agency: string;
  readonly status: 'running' | 'in-development';
  readonly match: 'yes' | 'unknown';
  /** condition codes, in the element's order */
  readonly met: readonly string[];
  readonly failed: readonly string[];
  readonly unknown: readonly string[];
  /** items whose answers could turn an unknown match into a yes: the fewest that can */
  readonly wouldSettle: readonly string[];
}

/** Why a cell has its colour, as data; the page puts it in words. */
export type ElementReason =
  | { readonly kind: 'all-conditions-met'; readonly nearest: ElementEntry }
  | { readonly kind: 'lacks'; readonly nearest: ElementEntry }
  | { readonly kind: 'in-development' }
  | { readonly kind: 'questions'; readonly fewest: ElementEntry }
  | { readonly kind: 'none'; readonly askedAgencies: readonly string[] }
  | { readonly kind: 'not-answered'; readonly waitingFor: readonly string[] }
  | { readonly kind: 'nobody-asked' };

export interface ElementCell {
  readonly element: string;
  readonly rag: Exclude<Rag, 'discuss'>;
  readonly reason: ElementReason;
  /** running or in development, matching or possibly so */
  readonly entries: readonly ElementEntry[];
  /** something that matches is in development, beside whatever colour the cell has */
  readonly moreInDevelopment: boolean;
}

export interface Coverage {
  readonly universal: number;
  readonly targeted: number;
  readonly specialist: number;
}
export type CareLevel = keyof Coverage;

/** Months from birth, end exclusive. */
export type Span = readonly [from: number, to: number];

export interface PlaceMap {
  readonly place: string;
  readonly elements: readonly ElementCell[];
  /** running entries by sector and level */
  readonly coverage: Readonly<Record<string, Coverage>>;
  /** months from birth that some running entry is open for, merged, end exclusive */
  readonly ages: Readonly<Record<CareLevel, readonly Span[]>>;
  readonly familiesPerYear: { readonly targeted: number; readonly specialist: number };
}
