/** A domain over all Places of a system: lowest, median, highest, and the equity gap (Design 4.7). */
import { countLevels, highestLevel, lowestLevel, medianLevel } from './distribution.ts';
import type { DomainScore, Level, SystemDomainScore } from './score.ts';

type PlaceScore = Pick<DomainScore, 'level' | 'split' | 'agreed'>;

/**
 * Scores one domain from its Places' scores, by agreed level or else median. The gap is open where
 * every Place at one of its ends is split and not agreed: without them it would not stand.
 */
export function scoreSystem(places: readonly PlaceScore[]): SystemDomainScore {
  const counts = countLevels(places.map((place) => place.level));
  const [lowest, highest] = [lowestLevel(counts), highestLevel(counts)];
  const gap = lowest === null || highest === null ? null : highest - lowest;
  const gapOpen = [lowest, highest].some((end) => end !== null && restsOnSplit(places, end));
  return { lowest, median: medianLevel(counts), highest, gap, gapOpen };
}

function restsOnSplit(places: readonly PlaceScore[], end: Level): boolean {
  return places
    .filter((place) => place.level === end)
    .every((place) => place.split && place.agreed === null);
}
