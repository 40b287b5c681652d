/** Services of different agencies that do the same for the same children (Design 6.6): possible duplication, to be looked at. */
import type { AgeRange } from '../answers/answers.ts';
import { agesOf, levelsOf } from '../elements/coverage.ts';
import type { MapEntry } from '../elements/element.ts';
import { answerOf } from '../elements/evaluate.ts';

/** Two services or more, of two agencies or more. */
export interface Duplicates {
  readonly levels: readonly string[];
  readonly ages: AgeRange;
  readonly focus: string;
  readonly entries: readonly MapEntry[];
}

/**
 * Groups of the same levels, ages and focus, in the order of the entries. What does not say one of the three is in
 * no group. @param running what runs in one Place
 */
export function duplicates(running: readonly MapEntry[]): Duplicates[] {
  const groups = new Map<string, Duplicates>();
  for (const entry of running) {
    const alike = likeness(entry);
    if (!alike) continue;
    const { levels, ages, focus } = alike;
    const key = [...levels, ages.from, ages.to, focus].join(' ');
    groups.set(key, { ...alike, entries: [...(groups.get(key)?.entries ?? []), entry] });
  }
  return [...groups.values()].filter(
    ({ entries }) => new Set(entries.map(({ agency }) => agency)).size > 1,
  );
}

function likeness(entry: MapEntry): Omit<Duplicates, 'entries'> | null {
  const [levels, ages] = [levelsOf(entry), agesOf(entry)];
  const focus = answerOf(entry.answers, 'focus');
  if (levels === null || levels.length === 0 || ages === null) return null;
  if (typeof focus !== 'string' || focus === 'unknown' || focus === '') return null;
  return { levels: levels.toSorted(), ages, focus };
}
