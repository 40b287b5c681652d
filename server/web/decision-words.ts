/** What an agreement says, in words: a level, "Set aside", a colour, or that it was left as derived. */
import type { Topic } from '../domain/review/agreement.ts';
import type { Said } from '../domain/review/correction.ts';
import type { LevelWords } from '../domain/instrument/level-words.ts';
import { lower } from './english.ts';
import { toRag } from './glyphs/rag.ts';

/** @param said null: nothing was agreed. @param words of the grid; null where the round asks none */
export function decisionWord(
  subject: Topic['subject'],
  said: Said | null,
  words: LevelWords | null,
): string {
  if (subject === 'element') return said?.colour ? toRag(said.colour).word : 'As derived';
  if (said === null) return 'Not agreed';
  return said.level === null ? 'Set aside' : (words?.word(said.level) ?? `Level ${said.level}`);
}

/** "From Foundations to Early growth", "From as derived to Green" */
export function changeWords(
  subject: Topic['subject'],
  { from, to }: { readonly from: Said | null; readonly to: Said },
  words: LevelWords | null,
): string {
  const inside = (said: Said | null): string => {
    const word = decisionWord(subject, said, words);
    return (said?.level ?? said?.colour ?? null) === null ? lower(word) : word;
  };
  return `From ${inside(from)} to ${inside(to)}`;
}
