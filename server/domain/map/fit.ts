/** Interventions against the level they are designed for (Design 6.5). */
import { levelsOf } from '../elements/coverage.ts';
import type { MapEntry } from '../elements/element.ts';
import { answerOf } from '../elements/evaluate.ts';
import { isChoices } from '../elements/leaf.ts';

/**
 * `misfits`: every intervention named is known to be designed for other levels than the service's. `fits`: one is
 * designed for its level. `none`: uses none of the map. Anything else is not known.
 */
export type Fit = 'fits' | 'misfits' | 'unknown' | 'none' | 'silent';

/** The levels that interventions are designed for, by id; null where the source's colours are lost. */
export type DesignedFor = ReadonlyMap<string, readonly string[] | null>;

export function fitOf(entry: MapEntry, designed: DesignedFor): Fit {
  const named = interventionsOf(entry);
  if (named === null) return 'silent';
  if (named.length === 0) return 'none';
  const levels = levelsOf(entry);
  if (levels === null || levels.length === 0) return 'unknown';
  const known = named.map((id) => designed.get(id) ?? null);
  if (known.some((those) => those?.some((level) => levels.includes(level)) === true)) return 'fits';
  return known.includes(null) ? 'unknown' : 'misfits';
}

/** Ids of the interventions named; null where the question is not answered. */
export function interventionsOf({ answers }: MapEntry): readonly string[] | null {
  const named = answerOf(answers, 'interventions');
  return isChoices(named) ? named : null;
}
