/** What a domain's score says in words: its level, its flags, and why (Design 4.4, 4.6). */
import type { Band } from '../domain/instrument/definition.ts';
import type { DomainScore, Level } from '../domain/scoring/score.ts';
import type { LevelWords } from '../domain/instrument/level-words.ts';
import { counted, decimal } from './english.ts';
import { toRag } from './glyphs/rag.ts';

export { showsDistribution } from '../domain/access/small-numbers.ts';

export interface FlagView {
  readonly code: 'split' | 'was-split' | 'response' | 'evidence';
  readonly text: string;
  /** true where nothing is to be done in a workshop */
  readonly quiet: boolean;
}

/** "Few answers" stands beside a level only: where there is none, that says it already. */
export function domainFlags({ split, agreed, reasons, level }: DomainScore): readonly FlagView[] {
  const flags: FlagView[] = [];
  if (split && agreed === null) flags.push({ code: 'split', text: 'Split', quiet: false });
  if (split && agreed !== null) flags.push({ code: 'was-split', text: 'Was split', quiet: true });
  if (reasons.includes('response') && level !== null) {
    flags.push({ code: 'response', text: 'Few answers', quiet: true });
  }
  if (reasons.includes('evidence')) {
    flags.push({ code: 'evidence', text: 'No evidence', quiet: true });
  }
  return flags;
}

export interface WordsContext {
  readonly words: LevelWords;
  /** the distribution may be seen */
  readonly shown: boolean;
}

/** The level in words; for a split its range, since it has no level yet. */
export function levelText(score: DomainScore, { words, shown }: WordsContext): string {
  if (score.level === null) return score.assigned === 0 ? 'Not asked' : 'No level given';
  if (score.rag !== 'discuss') return words.word(score.level);
  return shown ? rangeText(score, words) : 'Agencies differ';
}

/** "Not yet to Good progress" */
function rangeText({ lowest, highest }: DomainScore, words: LevelWords): string {
  return lowest === null || highest === null
    ? ''
    : `${words.short(lowest)} to ${words.short(highest)}`;
}

/** One sentence for each thing that the agencies' answers alone say of the domain. */
export function domainWhy(score: DomainScore, context: WordsContext): readonly string[] {
  const { n, assigned, reasons } = score;
  if (assigned === 0 && n === 0) return ['No agency is asked about this Place.'];
  if (n === 0) return ['No agency gave a level.'];
  const why = [spreadSentence(score, context)].filter(Boolean);
  if (reasons.includes('response')) why.push(`${n} of ${assigned} gave a level.`);
  if (reasons.includes('evidence')) why.push('No agency gave evidence.');
  return why;
}

function spreadSentence(score: DomainScore, { words, shown }: WordsContext): string {
  const { n, range, reasons, lowest } = score;
  if (!shown) return reasons.includes('range') ? 'Levels lie two or more apart.' : '';
  if (score.split) return splitSentence(score, words);
  if (range !== 0) return `Levels from ${rangeText(score, words)}.`;
  const word = lowest === null ? '' : words.word(lowest);
  return n === 1 ? `One agency, at ${word}.` : `All ${n} at ${word}.`;
}

function splitSentence(score: DomainScore, words: LevelWords): string {
  const { reasons, agreement, range } = score;
  const ends = rangeText(score, words);
  return reasons.includes('agreement')
    ? `Agreement is ${decimal(agreement ?? 0)}, below 0.60: levels from ${ends}.`
    : `Levels lie ${range ?? 0} apart, from ${ends}.`;
}

/** Where the colour comes from: "Amber from the agreed level. In this round levels 2 to 3 are amber." */
export function colourRule(score: DomainScore, bands: readonly Band[]): string {
  const { level, agreed, rag } = score;
  if (level === null) return 'No level was given, so there is no colour.';
  if (rag === 'discuss') return 'Split and not yet agreed, so there is no colour.';
  const band = bands.find(({ from, to }) => from <= level && level <= to);
  const { word } = toRag(rag);
  const basis = agreed === null ? 'the median' : 'the agreed level';
  return band
    ? `${word} from ${basis}. In this round ${bandText(band)} ${word.toLowerCase()}.`
    : `${word} from ${basis}.`;
}

function bandText({ from, to }: Band): string {
  return from === to ? `level ${from} is` : `levels ${from} to ${to} are`;
}

export interface ChangeView {
  readonly kind: 'up' | 'down' | 'same';
  /** "up 1", "same" */
  readonly text: string;
  /** in levels, negative for down */
  readonly by: number;
}

/** Levels gained or lost since the round before; null unless both are settled (Design 4.8). */
export function changeSince(now: DomainScore, before: DomainScore | undefined): ChangeView | null {
  const [level, earlier] = [settledLevel(now), before ? settledLevel(before) : null];
  if (level === null || earlier === null) return null;
  const by = level - earlier;
  if (by === 0) return { kind: 'same', text: 'same', by };
  return by > 0 ? { kind: 'up', text: `up ${by}`, by } : { kind: 'down', text: `down ${-by}`, by };
}

/** The level, unless it is the median of a split that is not agreed. */
export function settledLevel({ rag, level }: DomainScore): Level | null {
  return rag === 'discuss' ? null : level;
}

/** On what a settled level rests: "agreed", "median"; '' where there is none. */
export function basisOf(score: DomainScore): string {
  if (settledLevel(score) === null) return '';
  return score.agreed === null ? 'median' : 'agreed';
}

/** "7 of 8": gave a level, of those asked. */
export function givenText({ n, assigned }: DomainScore): string {
  return `${n} of ${assigned}`;
}

/** "8 agencies answered, 1 can’t say" */
export function answeredText({ responded, n }: DomainScore): string {
  const cant = responded - n;
  return `${counted(responded, 'agency', 'agencies')}${cant > 0 ? `, ${cant} can’t say` : ''}`;
}
