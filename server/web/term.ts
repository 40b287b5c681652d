/** A word that explains itself where it stands: closed it reads as the word, opened it says what is meant. */
import { firstUses } from '../domain/glossary/first-uses.ts';
import { ownTerm, type OwnTermId } from '../domain/glossary/glossary.ts';
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

/** Those of our own words that the texts use, in the order given here: a key below them. */
export function ownWordsIn(texts: readonly string[], ids: readonly OwnTermId[]): TermView[] {
  const used = firstUses(
    texts.map((text) => ({ id: 'key', text })),
    ids.map(ownTerm),
  );
  const found = (used.get('key') ?? []).map(({ id }) => id);
  return ids.filter((id) => found.includes(id)).map((id) => ownWord(id));
}

/** One of our own words in a key or a list, written as it stands there. */
export function ownWord(id: OwnTermId, text: string = ownTerm(id).term): TermView {
  return { text, spoken: ': what it means', meaning: ownTerm(id).definition };
}
