/** What each kind of test makes of answers that are there, missing, unknown or misshapen. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Expression } from '../instrument/definition.ts';
import type { Truth } from './element.ts';
import { evaluate } from './evaluate.ts';

const leaves: Readonly<Record<string, Expression>> = {
  is: { item: 'x', is: ['a', 'b'] },
  includes: { item: 'x', includes: ['a', 'b'] },
  excludes: { item: 'x', excludes: ['a', 'b'] },
  chosen: { item: 'x', chosen: true },
  overlaps: { item: 'x', overlaps: [-9, 24] },
  covers: { item: 'x', covers: [0, 24] },
};
const all = Object.values(leaves);

describe('evaluating one answer', () => {
  const cases: readonly (readonly [string, unknown, Truth])[] = [
    ['is', 'a', 'yes'],
    ['is', 'c', 'no'],
    ['is', '', 'unknown'],
    ['includes', ['c', 'b'], 'yes'],
    ['includes', ['c'], 'no'],
    ['includes', [], 'no'],
    ['includes', ['c', 'unknown'], 'unknown'],
    ['includes', ['a', 'unknown'], 'yes'],
    ['excludes', ['c'], 'yes'],
    ['excludes', [], 'yes'],
    ['excludes', ['a'], 'no'],
    ['excludes', ['unknown'], 'unknown'],
    ['chosen', ['c'], 'yes'],
    ['chosen', [], 'no'],
    ['chosen', ['unknown'], 'unknown'],
    ['overlaps', { from: -9, to: 0 }, 'yes'],
    ['overlaps', { from: 23, to: 60 }, 'yes'],
    ['overlaps', { from: 24, to: 60 }, 'no'],
    ['overlaps', { from: 60, to: 300 }, 'no'],
    ['covers', { from: 0, to: 24 }, 'yes'],
    ['covers', { from: -9, to: 60 }, 'yes'],
    ['covers', { from: 1, to: 24 }, 'no'],
    ['covers', { from: 0, to: 23 }, 'no'],
    ['covers', { from: 24, to: 0 }, 'unknown'],
    ['covers', { from: 0 }, 'unknown'],
  ];

  it.each(cases)('reads "%s" of %j as %s', (kind, answer, truth) => {
    expect(evaluate(leaves[kind] ?? { any: [] }, { x: answer })).toBe(truth);
  });

  it('takes a missing, null or "unknown" answer as unknown, never as no', () => {
    for (const leaf of all) {
      const read = [{}, { x: null }, { x: undefined }, { x: 'unknown' }].map((answers) =>
        evaluate(leaf, answers),
      );
      expect(read).toEqual(['unknown', 'unknown', 'unknown', 'unknown']);
    }
  });

  it('takes an answer of another shape as unknown', () => {
    const misshapen = [7, true, {}, [1], [['a']], { from: '0', to: '24' }, { from: NaN, to: 24 }];
    for (const leaf of all) {
      expect(misshapen.map((x) => evaluate(leaf, { x }))).toEqual(misshapen.map(() => 'unknown'));
    }
  });

  it('does not mistake an inherited name for an answer', () => {
    expect(evaluate({ item: 'constructor', is: ['a'] }, {})).toBe('unknown');
  });

  it('gives one of three values for whatever is answered', () => {
    fc.assert(
      fc.property(fc.constantFrom(...all), fc.anything(), (leaf, x) => {
        expect(['yes', 'no', 'unknown']).toContain(evaluate(leaf, { x }));
      }),
    );
  });
});

describe('evaluating combinations', () => {
  const yes: Expression = { all: [] };
  const unknown: Expression = { item: 'missing', is: ['a'] };

  it('follows Kleene through all, any and not', () => {
    const read = (expression: Expression) => evaluate(expression, {});
    expect(read({ all: [yes, unknown] })).toBe('unknown');
    expect(read({ any: [yes, unknown] })).toBe('yes');
    expect(read({ not: { any: [unknown] } })).toBe('unknown');
    expect(read({ not: { all: [unknown, { not: yes }] } })).toBe('yes');
  });

  it('asks the context about the other entries of the Place, and is unknown without one', () => {
    const expression: Expression = { someRunningEntry: yes };
    expect(evaluate(expression, {})).toBe('unknown');
    expect(evaluate(expression, {}, { someRunningEntry: () => 'no' })).toBe('no');
  });
});
