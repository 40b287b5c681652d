/** The line that a coordinator may add to a reminder: one line, plain, short; it stands in the letter, never in its head. */
import { textFault } from '../shape/text.ts';

export const longestWord = 280;

/** Controls, line and paragraph separators, and marks that turn the direction of what follows. */
const unprintable = /[\p{Cc}\p{Zl}\p{Zp}\u200e\u200f\u202a-\u202e\u2066-\u2069]/u;

/** As it would be sent, and what is wrong with it: a sentence without its full stop, '' for nothing. */
export function readWord(typed: string): { readonly value: string; readonly fault: string } {
  const value = typed
    .normalize('NFC')
    .replace(/[ \t\u00a0\u2007\u202f]+/g, ' ')
    .trim();
  return { value, fault: faultOf(value) };
}

function faultOf(value: string): string {
  if (/[\r\n]/.test(value)) return 'Your line must stand on one line';
  if (textFault(value) !== undefined || unprintable.test(value)) {
    return 'Your line holds a character that can’t be seen: type it again';
  }
  if (value.length <= longestWord) return '';
  return `Your line is longer than ${longestWord} characters: shorten it`;
}
