/** How far services have room for the families who need them, and what they deliver of their contracts (Design 6.4). */
import { levelsOf } from '../elements/coverage.ts';
import type { MapEntry } from '../elements/element.ts';
import { tally, type Tally } from './tally.ts';

export const capacities = ['all', 'most', 'some', 'few', 'none'] as const;
export type Capacity = (typeof capacities)[number];
export const deliveries = ['as-contracted', 'less', 'more'] as const;
export type Delivery = (typeof deliveries)[number];

export interface LevelRoom {
  /** null: services whose level is not known */
  readonly level: string | null;
  readonly entries: readonly MapEntry[];
  readonly room: Tally<Capacity>;
}

/** By level; a service at several levels stands in each of them. */
export function roomByLevel(running: readonly MapEntry[], levels: readonly string[]): LevelRoom[] {
  const at = (level: string | null, entries: readonly MapEntry[]): LevelRoom => {
    return { level, entries, room: tally(entries, 'capacity', capacities) };
  };
  return [
    ...levels.map((level) =>
      at(
        level,
        running.filter((entry) => levelsOf(entry)?.includes(level) === true),
      ),
    ),
    at(
      null,
      running.filter((entry) => levelsOf(entry) === null),
    ),
  ];
}

/** Slippage from contract. */
export function deliveryOf(running: readonly MapEntry[]): Tally<Delivery> {
  return tally(running, 'delivery', deliveries);
}
