/** A word that explains itself where it stands: closed it reads as the word, opened it says what is meant. */
import type { Term } from '../domain/instrument/definition.ts';

/** `components/term`; never inside a label, a legend or a paragraph: it opens to a block. */
export interface TermView {
  readonly text: string;
  /** added for those who hear it; '' where the text says it */
  readonly spoken: string;
  readonly meaning: string;
}

/** Below a question that uses the term: "What “Champion” means". */
export function whatItMeans({ term, definition }: Term): TermView {
  return { text: `What “${term}” means`, spoken: '', meaning: definition };
}

/** In a key or a list, written as it stands there. */
export function wordInKey({ term, definition }: Term, text: string = term): TermView {
  return { text, spoken: ': what it means', meaning: definition };
}
