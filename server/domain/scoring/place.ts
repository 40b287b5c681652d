/** A Place over all its domains: its profile and its staged level (Design 4.7). */
import { countLevels, lowestLevel } from './distribution.ts';
import type { DomainScore, Level } from './score.ts';

/** How many domains stand at each level; a domain without one counts nowhere. */
export type Profile = Readonly<Record<Level, number>>;

type Rated = Pick<DomainScore, 'level'>;

/** Counts the domains at each level, agreed or else median. */
export function profile(scores: readonly Rated[]): Profile {
  const [none, first, second, third, fourth] = countLevels(scores.map((score) => score.level));
  return { 0: none, 1: first, 2: second, 3: third, 4: fourth };
}

/** The highest level that every domain has reached; null while any has no level, and for no domains. */
export function stagedLevel(scores: readonly Rated[]): Level | null {
  const reached = scores.map((score) => score.level);
  return reached.includes(null) ? null : lowestLevel(countLevels(reached));
}
