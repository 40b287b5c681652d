/** Which rows of the matrix are asked for, and in which order: read from the page's address. */
import type { Rag } from '../../domain/scoring/score.ts';
import { byNaturalOrder } from '../../domain/natural-order.ts';

export const shows = [
  '',
  'discuss',
  'red',
  'amber',
  'green',
  'purple',
  'white',
  'few',
  'changed',
  'gap',
] as const;
export type Show = (typeof shows)[number];
export const sorts = ['', 'gap', 'lowest', 'name'] as const;
export type Sort = (typeof sorts)[number];

/** '' where nothing is left out, and where the instrument's order holds. */
export interface MatrixChoice {
  readonly show: Show;
  readonly sort: Sort;
}
export const wholeMatrix: MatrixChoice = { show: '', sort: '' };

/** What can't be read is left out, as if it had not been asked for. */
export function readChoice(query: Readonly<Record<string, string>>): MatrixChoice {
  return {
    show: shows.find((one) => one === query['show']) ?? '',
    sort: sorts.find((one) => one === query['sort']) ?? '',
  };
}

/** What of a row its choice and order go by. */
export interface RowSight {
  readonly name: string;
  readonly colours: readonly Rag[];
  /** some level of it rests on few answers */
  readonly few: boolean;
  /** some Place has moved since the round before */
  readonly changed: boolean;
  /** the equity gap in levels; null for none */
  readonly gap: number | null;
  /** where each Place stands, the lowest 0; null where that is not known */
  readonly standing: readonly (number | null)[];
}

export interface Seen<Row> {
  readonly row: Row;
  readonly sight: RowSight;
}

/** The rows that are asked for. */
export function shownRows<Row>(rows: readonly Seen<Row>[], show: Show): Seen<Row>[] {
  const widest = Math.max(1, ...rows.map(({ sight }) => sight.gap ?? 0));
  return rows.filter(({ sight }) => isShown(sight, show, widest));
}

function isShown(sight: RowSight, show: Show, widest: number): boolean {
  switch (show) {
    case '':
      return true;
    case 'few':
      return sight.few;
    case 'changed':
      return sight.changed;
    case 'gap':
      return sight.gap === widest;
    default:
      return sight.colours.includes(show);
  }
}

/** Rows that an order says nothing of stay as they were, behind the others. */
export function sortedRows<Row>(rows: readonly Seen<Row>[], sort: Sort): Seen<Row>[] {
  if (sort === '') return [...rows];
  return rows.toSorted(({ sight: one }, { sight: other }) => orders[sort](one, other));
}

type Order = (one: RowSight, other: RowSight) => number;
const orders: Readonly<Record<Exclude<Sort, ''>, Order>> = {
  gap: (one, other) => (other.gap ?? -1) - (one.gap ?? -1),
  lowest: (one, other) => {
    const [a, b] = [lowestOf(one), lowestOf(other)];
    return a.level - b.level || b.places - a.places;
  },
  name: (one, other) => byNaturalOrder(one.name, other.name),
};

/** The lowest Place, and how many stand there with it. */
function lowestOf({ standing }: RowSight) {
  const known = standing.filter((level) => level !== null);
  const level = known.length === 0 ? Number.MAX_SAFE_INTEGER : Math.min(...known);
  return { level, places: known.filter((one) => one === level).length };
}
