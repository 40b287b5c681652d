/** Kleene's tables, cell by cell, and that lists of values behave like chains of pairs. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Truth } from './element.ts';
import { and, not, or } from './kleene.ts';

const values = ['yes', 'no', 'unknown'] as const;
const truths = fc.constantFrom<Truth>(...values);

/** Rows and columns in the order yes, no, unknown. */
const andTable: readonly (readonly Truth[])[] = [
  ['yes', 'no', 'unknown'],
  ['no', 'no', 'no'],
  ['unknown', 'no', 'unknown'],
];
const orTable: readonly (readonly Truth[])[] = [
  ['yes', 'yes', 'yes'],
  ['yes', 'no', 'unknown'],
  ['yes', 'unknown', 'unknown'],
];

const tabulate = (connective: (pair: readonly Truth[]) => Truth): readonly (readonly Truth[])[] =>
  values.map((row) => values.map((column) => connective([row, column])));

describe('three-valued logic', () => {
  it('has the table of "and"', () => {
    expect(tabulate(and)).toEqual(andTable);
  });

  it('has the table of "or"', () => {
    expect(tabulate(or)).toEqual(orTable);
  });

  it('has the table of "not"', () => {
    expect(values.map(not)).toEqual(['no', 'yes', 'unknown']);
  });

  it('takes nothing at all as yes for "and", as no for "or"', () => {
    expect([and([]), or([])]).toEqual(['yes', 'no']);
  });

  it('reads a list as a chain of pairs', () => {
    fc.assert(
      fc.property(fc.array(truths), (list) => {
        const chain = (connective: typeof and, start: Truth) =>
          list.reduce<Truth>((left, right) => connective([left, right]), start);
        expect([and(list), or(list)]).toEqual([chain(and, 'yes'), chain(or, 'no')]);
      }),
    );
  });

  it('keeps the laws of De Morgan', () => {
    fc.assert(
      fc.property(fc.array(truths), (list) => {
        expect(not(and(list))).toBe(or(list.map(not)));
      }),
    );
  });
});
