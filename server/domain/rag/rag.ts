/** Colours of levels and domains (Design 4.6). */
import type { Band } from '../instrument/definition.ts';
import type { Level, Rag } from '../scoring/score.ts';

/** The colour of a level; white where there is no level, or the bands leave it out. */
export function ragOfLevel(level: Level | null, bands: readonly Band[]): Rag {
  if (level === null) return 'white';
  return bands.find((band) => band.from <= level && level <= band.to)?.rag ?? 'white';
}

/** What decides a domain's colour. */
export interface RagBasis {
  readonly agreed: Level | null;
  /** the agencies differ too much for their median to speak for them */
  readonly split: boolean;
  readonly median: Level | null;
}

/** The agreed level's colour; before there is one, a split is "to discuss", and the rest shows its median's. */
export function ragOfDomain({ agreed, split, median }: RagBasis, bands: readonly Band[]): Rag {
  if (agreed !== null) return ragOfLevel(agreed, bands);
  return split ? 'discuss' : ragOfLevel(median, bands);
}
