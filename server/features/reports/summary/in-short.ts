/** A text that people wrote, as far as a summary has room for it: whole sentences, and where the rest is. */

/** Stands behind a text that goes on elsewhere. */
const GOES_ON = '[goes on in the full report]';

const sentences = new Intl.Segmenter('en-GB', { granularity: 'sentence' });
const words = new Intl.Segmenter('en-GB', { granularity: 'word' });

/** The text itself where it is no longer than that; else its first sentences, or the first words of a long one. */
export function inShort(text: string, most: number): string {
  const tidy = text.trim();
  if (tidy.length <= most) return tidy;
  const whole = startOf(tidy, sentences, most).trimEnd();
  const kept = whole === '' ? `${startOf(tidy, words, most).trimEnd()}…` : whole;
  return `${kept} ${GOES_ON}`;
}

/** The pieces that fit; a single word beyond any measure is left out whole. */
function startOf(text: string, pieces: Intl.Segmenter, most: number): string {
  let end = 0;
  for (const { index, segment } of pieces.segment(text)) {
    if (index + segment.length > most) break;
    end = index + segment.length;
  }
  return text.slice(0, end);
}
