/** Makes text safe to draw: what the font lacks becomes a visible mark, and nothing vanishes unseen. */

/** Stands for a character that the font cannot show. */
export const MISSING_MARK = '□';

export interface ShowableText {
  readonly text: string;
  /** true if at least one mark stands for a character of the original */
  readonly hasMissing: boolean;
}

const LINE_ENDS = /\r\n|[\r\v\f\u0085\u2028\u2029]/gu;
/** tabs, and the rarer spaces that a font may lack; the no-break spaces keep their meaning */
const OTHER_SPACES = /[\t\u1680\u2000-\u200a\u205f\u3000]/gu;
/** controls, and what is invisible by its nature: bidi controls, joiners, soft hyphens, variation selectors */
const INVISIBLE = /(?!\n)[\p{Cc}\p{Default_Ignorable_Code_Point}]/gu;

const graphemes = new Intl.Segmenter('en-GB', { granularity: 'grapheme' });

/** The grapheme clusters of a text: what a reader takes for single characters. */
export function splitGraphemes(text: string): string[] {
  return Array.from(graphemes.segment(text), (part) => part.segment);
}

/** For titles, bookmarks and alternative texts, which no font limits: one line without control characters. */
export function plainText(text: string): string {
  return tidySpaces(text).replace(INVISIBLE, '').replaceAll('\n', ' ');
}

/**
 * The text as it can be drawn. A cluster (an emoji of several parts, say) that the font lacks becomes
 * one mark; a letter of which only an accent is missing keeps the letter, then the mark.
 */
export function showableText(text: string, shows: (codePoint: number) => boolean): ShowableText {
  const tidy = tidySpaces(text);
  const isShown = (character: string): boolean =>
    character === '\n' || shows(character.codePointAt(0) ?? 0);
  const plain = tidy.replace(INVISIBLE, '');
  if (Array.from(plain).every(isShown)) return { text: plain, hasMissing: false };
  const shown = splitGraphemes(tidy).map((cluster) => {
    const characters = Array.from(cluster.replace(INVISIBLE, ''));
    const kept = characters.filter(isShown);
    return kept.length === characters.length ? kept.join('') : kept.join('') + MISSING_MARK;
  });
  return { text: shown.join(''), hasMissing: true };
}

function tidySpaces(text: string): string {
  return text.normalize('NFC').replace(LINE_ENDS, '\n').replace(OTHER_SPACES, ' ');
}
