/** An answer's history: who changed it, when, and which parts of it from what to what. */
import { isWithin } from './within.ts';

/** One line of history, as it is stored. */
export interface Saved<V> {
  readonly revision: number;
  readonly value: V;
  readonly at: Date;
  readonly byId: string;
  readonly by: string;
}
export interface Step<V> {
  /** null where there was no answer before */
  readonly before: Saved<V> | null;
  readonly after: Saved<V>;
}

/** Of an answer that is changed piece by piece: a mark, a text, a field of an entry. */
export interface Part<V> {
  readonly id: string;
  /** as it is called on a page */
  readonly term: string;
  /** plain data; undefined where nothing was answered */
  readonly valueOf: (answer: V) => unknown;
  /** '' where nothing was answered */
  readonly wordsOf: (answer: V) => string;
}

/** Whoever goes on within this time is still at the same change: an open page saves at every pause in typing. */
const pauseMs = 2 * 60 * 1000;

/**
 * The newest first; what one person added bit by bit is one step. What replaces words, or takes them away,
 * is a step of its own, so that nothing vanishes unseen.
 * @param saved the oldest first
 */
export function stepsOf<V>(saved: readonly Saved<V>[]): Step<V>[] {
  const steps: Step<V>[] = [];
  for (const one of saved) {
    const last = steps.at(-1);
    if (last && goesOn(last.after, one)) steps.splice(-1, 1, { ...last, after: one });
    else steps.push({ before: last?.after ?? null, after: one });
  }
  return steps.toReversed();
}

function goesOn<V>(one: Saved<V>, next: Saved<V>): boolean {
  const isNear = next.at.getTime() - one.at.getTime() < pauseMs;
  return next.byId === one.byId && isNear && isWithin(one.value, next.value);
}

/** The parts that differ; answers come from the database, where equal data are written alike. */
export function changedParts<V, P extends Part<V>>(
  parts: readonly P[],
  before: V | undefined,
  after: V,
): readonly P[] {
  return parts.filter((part) => !isSamePart(part, before, after));
}

export function isSamePart<V>(part: Part<V>, one: V | undefined, other: V | undefined): boolean {
  return textOf(part, one) === textOf(part, other);
}

function textOf<V>(part: Part<V>, answer: V | undefined): string {
  const value = answer === undefined ? undefined : part.valueOf(answer);
  return value === undefined ? '' : JSON.stringify(value);
}

export function isAnswered<V>(part: Part<V>, answer: V | undefined): boolean {
  return textOf(part, answer) !== '';
}
