/** Radios for a level or a colour, in the review's forms. */
import type { LevelWords } from '../../domain/instrument/level-words.ts';
import type { AgreedColour } from '../../domain/review/agreement.ts';
import type { Level } from '../../domain/scoring/score.ts';
import { toRag } from '../../web/glyphs/rag.ts';
import { toSteps, type Steps } from '../../web/steps.ts';

/** "I can't say" of an own view; a domain set aside in an agreement. */
const NONE = 'none';
const values = ['0', '1', '2', '3', '4'] as const;
/** An element for which no other colour is agreed. */
const DERIVED = 'derived';
const colours: readonly AgreedColour[] = ['green', 'amber', 'red', 'purple', 'white'];

export interface Choice {
  readonly id: string;
  readonly name: string;
  readonly value: string;
  readonly label: string;
  readonly chosen: boolean;
  /** null for what is no level */
  readonly steps: Steps | null;
  /** '' for what is no colour */
  readonly rag: string;
}

/** `review/parts/levels` */
export interface LevelsView {
  readonly id: string;
  readonly legend: string;
  readonly choices: readonly Choice[];
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
): Choice[] {
  const levels = values.map((value, level) => ({
    value,
    label: words.short(level as Level),
    steps: toSteps(level),
  }));
  const all = [...levels, { value: NONE, label: none, steps: null }];
  return radios(
    name,
    chosen,
    all.map((choice) => ({ ...choice, rag: '' })),
  );
}

type Offered = Pick<Choice, 'value' | 'label' | 'steps' | 'rag'>;

const radios = (name: string, chosen: string, offered: readonly Offered[]): Choice[] =>
  offered.map((choice, n) => ({
    ...choice,
    id: `${name}-${n}`,
    name,
    chosen: choice.value === chosen,
  }));

/** Undefined where none, or none that there is, was chosen. */
export function parseColour(value: string): AgreedColour | 'derived' | undefined {
  return value === DERIVED ? DERIVED : colours.find((colour) => colour === value);
}

/** That the derived colour stands, and every other; the same one also where it was agreed before the map gave it. */
export function colourChoices(name: string, chosen: string, derived: AgreedColour): Choice[] {
  const stands = {
    value: DERIVED,
    label: `${toRag(derived).word}, as derived`,
    rag: derived,
  };
  const offered = colours.filter((colour) => colour !== derived || colour === chosen);
  const others = offered.map((colour) => ({
    value: colour,
    label: toRag(colour).word,
    rag: colour,
  }));
  return radios(
    name,
    chosen,
    [stands, ...others].map((choice) => ({ ...choice, steps: null })),
  );
}

/** The radio's value of what is stored. */
export function levelValue(level: Level | null): string {
  return level === null ? NONE : String(level);
}

/** The radio's value of what is stored. */
export function colourValue(colour: AgreedColour | null): string {
  return colour ?? DERIVED;
}
