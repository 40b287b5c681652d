/** Services sorted by what they answer to one question: an answer that is not there is not known, never no (Design 6). */
import type { MapEntry } from '../elements/element.ts';
import { answerOf } from '../elements/evaluate.ts';

export interface Tally<Option extends string = string> {
  readonly of: Readonly<Record<Option, readonly MapEntry[]>>;
  readonly unknown: readonly MapEntry[];
}

/** Whatever is none of the options, "unknown" among it, is not known. Total. */
export function tally<Option extends string>(
  entries: readonly MapEntry[],
  item: string,
  options: readonly Option[],
): Tally<Option> {
  const saying = (option: unknown): MapEntry[] =>
    entries.filter(({ answers }) => answerOf(answers, item) === option);
  const of = Object.fromEntries(options.map((option) => [option, saying(option)])) as Record<
    Option,
    MapEntry[]
  >;
  const known = new Set(options.flatMap((option) => of[option]));
  return { of, unknown: entries.filter((entry) => !known.has(entry)) };
}

/** How many said something. */
export function saidBy({ of }: Tally): number {
  return Object.values(of).reduce((sum, entries) => sum + entries.length, 0);
}
