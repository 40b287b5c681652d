/** Rows of the matrix as they are asked for. */
import { describe, expect, it } from 'vitest';
import {
  readChoice,
  shownRows,
  sortedRows,
  wholeMatrix,
  type RowSight,
  type Seen,
  type Show,
  type Sort,
} from './matrix.filter.ts';

const row = (name: string, sight: Partial<RowSight>): Seen<string> => ({
  row: name,
  sight: { name, colours: [], few: false, changed: false, gap: null, standing: [], ...sight },
});
const rows = [
  row('Money', { colours: ['red', 'amber'], gap: 3, standing: [0, 3], few: true }),
  row('Board 10', { colours: ['discuss', 'red'], gap: 1, standing: [1, 0] }),
  row('Board 2', { colours: ['red', 'red'], gap: 0, standing: [0, 0], changed: true }),
  row('Voices', { colours: ['white', 'white'], standing: [null, null] }),
  row('Ways', { colours: ['green', 'amber'], gap: 3, standing: [4, 1] }),
];
const shown = (show: Show): string[] => shownRows(rows, show).map((seen) => seen.row);
const sorted = (sort: Sort): string[] => sortedRows(rows, sort).map((seen) => seen.row);

describe('the rows that are shown', () => {
  it.each([
    ['', ['Money', 'Board 10', 'Board 2', 'Voices', 'Ways']],
    ['discuss', ['Board 10']],
    ['red', ['Money', 'Board 10', 'Board 2']],
    ['white', ['Voices']],
    ['few', ['Money']],
    ['changed', ['Board 2']],
    ['gap', ['Money', 'Ways']],
  ] as const)('are those asked for by "%s"', (show, names) => {
    expect(shown(show)).toEqual(names);
  });

  it('are none where no Place is ahead of another and the largest gap is asked for', () => {
    expect(shownRows([row('Board', { gap: 0 }), row('Voices', {})], 'gap')).toEqual([]);
  });
});

describe('their order', () => {
  it.each([
    ['', ['Money', 'Board 10', 'Board 2', 'Voices', 'Ways']],
    ['gap', ['Money', 'Ways', 'Board 10', 'Board 2', 'Voices']],
    ['lowest', ['Board 2', 'Money', 'Board 10', 'Ways', 'Voices']],
    ['name', ['Board 2', 'Board 10', 'Money', 'Voices', 'Ways']],
  ] as const)(
    'is by "%s": what it says nothing of comes last, numbers count by value',
    (sort, all) => {
      expect(sorted(sort)).toEqual(all);
    },
  );
});

it('a choice that cannot be read is none', () => {
  expect(readChoice({ show: 'pink', sort: 'colour' })).toEqual(wholeMatrix);
  expect(readChoice({ show: 'few', sort: 'gap' })).toEqual({ show: 'few', sort: 'gap' });
});
