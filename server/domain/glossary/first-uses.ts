/** Where a page first uses a term: there, and only there, the term is explained. */
import type { Term } from '../instrument/definition.ts';

export interface UsingText {
  /** of what the text belongs to; the same for its question and its help */
  readonly id: string;
  readonly text: string;
}

/** Terms by the id of the first text that uses them, in the order of the terms' list; texts in the page's order. */
export function firstUses(
  texts: readonly UsingText[],
  terms: readonly Term[],
): ReadonlyMap<string, readonly Term[]> {
  const finders = terms.flatMap(toFinders).toSorted((a, b) => b.words.length - a.words.length);
  const first = new Map<string, string>();
  for (const { id, text } of texts) {
    for (const termId of usedIn(text, finders)) if (!first.has(termId)) first.set(termId, id);
  }
  const uses = new Map<string, Term[]>();
  for (const term of terms) {
    const id = first.get(term.id);
    if (id !== undefined) uses.set(id, [...(uses.get(id) ?? []), term]);
  }
  return uses;
}

interface Finder {
  readonly termId: string;
  readonly words: string;
  readonly pattern: RegExp;
}

function toFinders({ id, term, usedAs = [term] }: Term): Finder[] {
  return usedAs.map((words) => ({ termId: id, words, pattern: patternOf(words) }));
}

/** Whole words, one or many; an abbreviation in capitals is no other word in small letters. */
function patternOf(words: string): RegExp {
  const literal = words.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
  const flags = words === words.toUpperCase() ? 'u' : 'iu';
  return new RegExp(`(?<![\\p{L}\\p{N}-])${literal}s?(?![\\p{L}\\p{N}])`, flags);
}

/** The longest words first: what a longer term has taken is no use of a shorter one. */
function usedIn(text: string, finders: readonly Finder[]): string[] {
  let rest = text;
  return finders.flatMap(({ termId, pattern }) => {
    if (!pattern.test(rest)) return [];
    rest = rest.replace(pattern, '\u0000');
    return [termId];
  });
}
