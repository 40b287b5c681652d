/** What the running services of a Place cost together, as far as their agencies give figures (Design 1). */
import type { MapEntry } from './element.ts';
import { figureRows } from './coverage.ts';

export interface Spend {
  /** pounds a year; 0 where nobody gave a figure */
  readonly total: number;
  /** how many agencies gave one */
  readonly agencies: number;
}

/** Sums of the figures that running entries give for this Place, at every level. */
export function spendIn(running: readonly MapEntry[], place: string): Spend {
  const given = running.flatMap((entry) =>
    figureRows(entry)
      .filter((row) => row['place'] === place)
      .flatMap(({ spend }) => (typeof spend === 'number' ? [{ agency: entry.agency, spend }] : [])),
  );
  return {
    total: given.reduce((sum, { spend }) => sum + spend, 0),
    agencies: new Set(given.map(({ agency }) => agency)).size,
  };
}
