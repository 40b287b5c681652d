/** Where map and grid disagree, in a sentence: for the reviewers' pages and for the reports. */
import type { Contradiction } from '../domain/review/contradictions.ts';
import { counted } from './english.ts';

/**
 * "2 agencies say Good progress or Well-established, yet no running service is specialist and open before birth."
 * @param level in words: the agreed one, else those that agencies gave
 */
export function contradictionWords({ agencies, words }: Contradiction, level: string): string {
  const who =
    agencies === 0
      ? `The agreed level is ${level}`
      : `${counted(agencies, 'agency says', 'agencies say')} ${level}`;
  return `${who}, yet ${words}.`;
}
