/** What has moved between two readings of one thing, and why where they can't be held against each other. */
import type { DomainScore, Rag } from '../../../domain/scoring/score.ts';
import { changeSince, settledLevel, type ChangeView } from '../../../web/domain-words.ts';
import { capital, toRag, type LevelWords } from '../words.ts';

export interface Move {
  /** "Foundations to Good progress"; the level alone where it stayed */
  readonly text: string;
  /** null where they can't be compared */
  readonly change: ChangeView | null;
  /** '' where they can */
  readonly why: string;
}

/** What a sentence calls the two rounds. */
export interface Times {
  readonly then: string;
  readonly now: string;
}

interface LevelMoved {
  readonly words: LevelWords;
  readonly times: Times;
}

/** A domain in a Place. @param before undefined where the earlier round did not ask about the Place */
export function levelMove(
  score: DomainScore,
  before: DomainScore | undefined,
  { words, times }: LevelMoved,
): Move {
  const [level, earlier] = [settledLevel(score), before ? settledLevel(before) : null];
  if (level === null || earlier === null) {
    const why = [missing(score, times.now), missing(before, times.then)];
    return notCompared(why.filter(Boolean).join('; '));
  }
  const text =
    level === earlier ? words.word(level) : `${words.short(earlier)} to ${words.word(level)}`;
  return { text, change: changeSince(score, before), why: '' };
}

/** Why there is nothing to hold on to; '' where there is. */
function missing(score: DomainScore | undefined, when: string): string {
  if (score === undefined) return `not asked in ${when}`;
  if (settledLevel(score) !== null) return '';
  return score.rag === 'discuss' ? `to discuss in ${when}` : `no level in ${when}`;
}

/** @param why "to discuss in Spring 2026" */
export const notCompared = (why: string): Move => ({
  text: 'Not compared',
  change: null,
  why: `${capital(why)}.`,
});

const ranks: Readonly<Partial<Record<Rag, number>>> = { red: 0, amber: 1, green: 2 };

/** How far a colour lies above another; null where one of them is no judgement. */
export function colourGap(rag: Rag, other: Rag): number | null {
  const [here, there] = [ranks[rag], ranks[other]];
  return here === undefined || there === undefined ? null : here - there;
}

/** A support element in a Place. @param before undefined where the earlier round did not ask about the Place */
export function colourMove(rag: Rag, before: Rag | undefined, times: Times): Move {
  if (before === undefined) return notCompared(`not asked in ${times.then}`);
  const [now, then] = [toRag(rag).word, toRag(before).word];
  const by = colourGap(rag, before);
  const text = rag === before ? now : `${then} to ${now.toLowerCase()}`;
  return { text, change: by === null ? null : colourChange(by), why: '' };
}

function colourChange(by: number): ChangeView {
  if (by === 0) return { kind: 'same', text: 'same', by };
  return by > 0 ? { kind: 'up', text: 'better', by } : { kind: 'down', text: 'worse', by };
}

/** How many went up, down, stayed, and could not be compared. */
export function tally(moves: readonly Pick<Move, 'change'>[]) {
  const of = (kind: ChangeView['kind']): number =>
    moves.filter(({ change }) => change?.kind === kind).length;
  return {
    all: moves.length,
    up: of('up'),
    down: of('down'),
    same: of('same'),
    open: moves.filter(({ change }) => change === null).length,
  };
}
