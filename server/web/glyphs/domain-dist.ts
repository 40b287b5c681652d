/** How a domain's agencies are spread over the levels: drawn, and in figures. */
import type { LevelWords } from '../../domain/instrument/level-words.ts';
import type { DomainScore } from '../../domain/scoring/score.ts';
import { distGlyph, type DistGlyph } from './dist.ts';

export interface DistributionView {
  /** how many gave each level, 0 to 4 */
  readonly counts: readonly number[];
  readonly cant: number;
  readonly silent: number;
  readonly median: number | null;
  readonly agreed: number | null;
  readonly glyph: DistGlyph;
}

export function toDistribution(
  score: DomainScore,
  words: Pick<LevelWords, 'all'>,
): DistributionView {
  const { counts, responded, n, assigned, median, agreed, split } = score;
  const facts = {
    counts,
    cant: responded - n,
    silent: Math.max(0, assigned - responded),
    median,
    agreed,
  };
  return { ...facts, glyph: distGlyph({ ...facts, split, words: words.all }) };
}
