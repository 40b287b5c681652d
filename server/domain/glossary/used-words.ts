/** Which of this platform's own words some texts use. */
import type { Term } from '../instrument/definition.ts';
import { firstUses } from './first-uses.ts';
import { ownTerm, type OwnTermId } from './glossary.ts';

/** Of these words those that the texts use, in the order given here. */
export function usedWords(texts: readonly string[], ids: readonly OwnTermId[]): readonly Term[] {
  const together = texts.map((text) => ({ id: 'all', text }));
  return firstUses(together, ids.map(ownTerm)).get('all') ?? [];
}
