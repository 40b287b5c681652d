/** What the sub-group agrees of a Place: a level for each domain, another colour for a support element, or to set a domain aside. */
import type { Level, Rag } from '../scoring/score.ts';

export type Subject = 'domain' | 'element';

/** What an agreement is about. */
export interface Topic {
  readonly subject: Subject;
  /** of the domain, or of the support element */
  readonly itemId: string;
}

/** What was agreed: a domain without a level is set aside, an element without a colour keeps the derived one. */
export interface Decision extends Topic {
  readonly level: Level | null;
  readonly colour: AgreedColour | null;
  /** of a domain that is set aside: why */
  readonly rationale: string;
  readonly dissent: string | null;
}

/** "To discuss" can't be agreed. */
export type AgreedColour = Exclude<Rag, 'discuss'>;

/** A reviewer as the review of a Place knows them. */
export interface Reviewer {
  readonly personId: string;
  readonly name: string;
  readonly isChair: boolean;
  /** names of the agencies of this Place that they also answer for: their interest */
  readonly agencies: readonly string[];
}

/**
 * Who was there, in words that stay: "Ines Okonjo (chair), Callum Deverell, Priscilla Orme (parent)".
 * @param others those who are no reviewers, as typed
 */
export function presentWords(reviewers: readonly Reviewer[], others: string): string {
  const named = reviewers.map(({ name, isChair }) => (isChair ? `${name} (chair)` : name));
  return [...named, ...(others === '' ? [] : [others])].join(', ');
}
