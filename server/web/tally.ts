/** Colours in a row, one square each, and counted in words: a Place at a glance. */
import type { Rag } from '../domain/scoring/score.ts';

interface Square {
  /** px from the left */
  readonly x: number;
  readonly rag: string;
}
export interface Tally {
  /** px */
  readonly width: number;
  readonly squares: readonly Square[];
  /** "5 red, 6 amber": says the same as the squares */
  readonly words: string;
}

/** What needs attention stands first, what is not known last. */
const order: readonly Rag[] = ['red', 'discuss', 'amber', 'purple', 'green', 'white'];
const words: Readonly<Record<Rag, string>> = {
  red: 'red',
  discuss: 'to discuss',
  amber: 'amber',
  purple: 'in development',
  green: 'green',
  white: 'unknown',
};
/** px from one square to the next */
const pitch = 20;

export function toTally(colours: readonly Rag[]): Tally {
  const sorted = colours.toSorted((one, other) => order.indexOf(one) - order.indexOf(other));
  return {
    width: sorted.length * pitch,
    squares: sorted.map((rag, n) => ({ x: n * pitch, rag })),
    words: order
      .map((rag) => ({ rag, count: colours.filter((colour) => colour === rag).length }))
      .filter(({ count }) => count > 0)
      .map(({ rag, count }) => `${count} ${words[rag]}`)
      .join(', '),
  };
}
