/** Where a line may end: after a space or a hyphen in a word, never between a number and its unit. */

const NO_BREAK_SPACE = '\u00a0';
const NO_BREAK_HYPHEN = '\u2011';

const MONTHS = 'Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec';
const UNITS = 'WTE|births|babies|families|hours|days|weeks|months|years|per cent|of \\d';
const NUMBER_AND_UNIT = new RegExp(`(\\d) (?=${MONTHS}|${UNITS})`, 'gu');

/** Puts a no-break space between a day and its month, and between a number and its unit. */
export function bindNumbers(text: string): string {
  return text.replace(NUMBER_AND_UNIT, `$1${NO_BREAK_SPACE}`);
}

/** Ties the last two words of a paragraph, so that no short word ends alone on a line. */
export function bindLastWords(text: string): string {
  const match = /^(.*\S) (\S{1,9})$/su.exec(text);
  const [, start = '', word = ''] = match ?? [];
  return start.includes(' ') ? `${start}${NO_BREAK_SPACE}${word}` : text;
}

/**
 * The stretches of a text between which a line may end. A hyphen ends one only behind four letters and
 * before three: "0-2", "co-ordination" and "drop-in" stay whole, "Llanfihangel-y-Creuddyn" has a break.
 */
export function breakOpportunities(text: string): string[] {
  return text
    .split(/(?<= )|(?<=\p{L}{4}-)(?=\p{L}{3}|\p{L}{1,2}-)/u)
    .filter((token) => token !== '');
}

/** Once lines are broken, no-break signs are drawn as plain ones, so that a search in the PDF finds them. */
export function withPlainSpaces(text: string): string {
  return text.replaceAll(NO_BREAK_SPACE, ' ').replaceAll(NO_BREAK_HYPHEN, '-');
}
