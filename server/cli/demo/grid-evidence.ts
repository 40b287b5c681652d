/** Puts words to the answers of the demonstration's grids: its own sentences for each domain, each in its turn. */
import type { Band, SeedAnswer, SeedEvidence } from './seed.types.ts';

/** Whose words: filled in for {place} and {month}. */
export interface Speaking {
  readonly place: string;
  readonly month: string;
}
interface Telling extends Speaking {
  readonly domain: string;
  readonly level: number | null;
  /** says that there is no evidence */
  readonly without: boolean;
}
/** What an agency says of its level, beyond what the files say of this very answer. */
export type Words = (telling: Telling) => Pick<SeedAnswer, 'evidence' | 'noEvidence'>;

/** Of so many answers in turn the last gives no evidence. */
const turns: Readonly<Record<Band, number>> = { low: 2, mid: 4, high: 7 };

function bandOf(level: number): Band {
  if (level <= 1) return 'low';
  return level === 2 ? 'mid' : 'high';
}

/** One for all rounds: no sentence twice about the same Place in a round, none used up before the others. */
export function wordsFor({ domains, none }: SeedEvidence): Words {
  const told = new Map<string, number>();
  const used = new Set<string>();
  const turnOf = (key: string): number => {
    const turn = told.get(key) ?? 0;
    told.set(key, turn + 1);
    return turn;
  };
  /** From level 3 up one says why there is none. */
  const nothing = (level: number): ReturnType<Words> =>
    level < 3 ? {} : { noEvidence: none[turnOf('none') % none.length] ?? '' };
  const next = (sentences: readonly string[], key: string, about: Speaking): string | undefined => {
    const start = turnOf(key) % Math.max(1, sentences.length);
    const page = `${about.place} ${about.month}`;
    const fresh = [...sentences.slice(start), ...sentences.slice(0, start)].find(
      (sentence) => !used.has(`${page} ${sentence}`),
    );
    if (fresh === undefined) return undefined;
    used.add(`${page} ${fresh}`);
    return fill(fresh, about);
  };
  return ({ domain, level, without, ...about }) => {
    if (level === null) return {};
    const key = `${domain} ${bandOf(level)}`;
    const isLast = turnOf(`turns ${key}`) % turns[bandOf(level)] === turns[bandOf(level)] - 1;
    if (without || isLast) return nothing(level);
    const evidence = next(domains[domain]?.[bandOf(level)] ?? [], key, about);
    return evidence === undefined ? nothing(level) : { evidence };
  };
}

function fill(sentence: string, { place, month }: Speaking): string {
  return sentence.replaceAll('{place}', place).replaceAll('{month}', month);
}
