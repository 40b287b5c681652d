/** Radios for a level, in the review's forms. */
import type { LevelWords } from '../../domain/instrument/level-words.ts';
import type { Level } from '../../domain/scoring/score.ts';
import { toSteps, type Steps } from '../../web/steps.ts';

/** "I can't say" of an own view; a domain set aside in an agreement. */
const NONE = 'none';
const values = ['0', '1', '2', '3', '4'] as const;

export interface LevelChoice {
  readonly id: string;
  readonly name: string;
  readonly value: string;
  readonly label: string;
  readonly chosen: boolean;
  /** null for what is no level */
  readonly steps: Steps | null;
}

/** `review/parts/levels` */
export interface LevelsView {
  readonly id: string;
  readonly legend: string;
  readonly choices: readonly LevelChoice[];
  /** '' where nothing is wrong */
  readonly error: string;
}

/** Undefined where none, or none that there is, was chosen. */
export function parseLevel(value: string): Level | 'none' | undefined {
  if (value === NONE) return NONE;
  const level = values.indexOf(value as (typeof values)[number]);
  return level === -1 ? undefined : (level as Level);
}

/** The radio to which a fault leads. */
export function levelFields(name: string): string {
  return `${name}-0`;
}

/** @param chosen the value of the chosen radio, or '' @param none what choosing no level is called */
export function levelChoices(
  name: string,
  chosen: string,
  { words, none }: { readonly words: LevelWords; readonly none: string },
): LevelChoice[] {
  const levels = values.map((value, level) => ({
    value,
    label: words.short(level as Level),
    steps: toSteps(level),
  }));
  return [...levels, { value: NONE, label: none, steps: null }].map((choice, n) => ({
    ...choice,
    id: `${name}-${n}`,
    name,
    chosen: choice.value === chosen,
  }));
}

/** The radio's value of what is stored. */
export function levelValue(level: Level | null): string {
  return level === null ? NONE : String(level);
}
