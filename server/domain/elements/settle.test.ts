/** The fewest questions, against a search of every set of questions. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Expression } from '../instrument/definition.ts';
import { evaluate } from './evaluate.ts';
import { wouldSettle } from './settle.ts';

const asks = (item: string): Expression => ({ item, is: ['yes'] });

describe('what would settle a match', () => {
  it('is every unknown that all of it needs', () => {
    const expression: Expression = { all: [asks('a'), asks('b'), asks('c')] };
    expect(wouldSettle(expression, { b: 'yes' })).toEqual(['a', 'c']);
  });

  it('is the shorter of two ways', () => {
    const expression: Expression = { any: [{ all: [asks('a'), asks('b')] }, asks('c')] };
    expect(wouldSettle(expression, {})).toEqual(['c']);
    expect(wouldSettle(expression, { a: 'yes', c: 'no' })).toEqual(['b']);
  });

  it('names an item once, however often it is asked', () => {
    const expression: Expression = { all: [asks('a'), { item: 'a', is: ['yes', 'some'] }] };
    expect(wouldSettle(expression, {})).toEqual(['a']);
  });

  it('sees through "not"', () => {
    const expression: Expression = { not: { any: [asks('a'), { not: asks('b') }] } };
    expect(wouldSettle(expression, { b: 'yes' })).toEqual(['a']);
  });

  it('is nothing where the match is known, or is not for this entry to settle', () => {
    expect(wouldSettle(asks('a'), { a: 'yes' })).toEqual([]);
    expect(wouldSettle(asks('a'), { a: 'no' })).toEqual([]);
    expect(wouldSettle({ someRunningEntry: asks('a') }, {})).toEqual([]);
  });

  it('is a smallest set of unanswered items that can make it a yes', () => {
    fc.assert(
      fc.property(someExpression, someAnswers, (expression, answers) => {
        fc.pre(evaluate(expression, answers) === 'unknown');
        const settling = wouldSettle(expression, answers);
        expect(settling).toHaveLength(fewestBySearch(expression, answers));
        expect(canBeYes(expression, answers, settling)).toBe(true);
      }),
    );
  });
});

const items = ['a', 'b', 'c', 'd', 'e'] as const;
const someAnswers = fc.record(
  Object.fromEntries(items.map((item) => [item, fc.constantFrom('yes', 'no', 'unknown')])),
);

/** Each item is asked once, so that every test can be answered favourably by itself. */
const someExpression: fc.Arbitrary<Expression> = fc
  .record({
    plain: fc.array(fc.boolean(), { minLength: 5, maxLength: 5 }),
    joined: fc.array(fc.constantFrom('all', 'any'), { minLength: 5, maxLength: 5 }),
  })
  .map(({ plain, joined }) =>
    items
      .map((item, at): Expression => (plain[at] === true ? asks(item) : { not: asks(item) }))
      .reduce((left, right, at) =>
        joined[at] === 'all' ? { all: [left, right] } : { any: [left, right] },
      ),
  );

type Answers = Readonly<Record<string, string>>;

function canBeYes(expression: Expression, answers: Answers, open: readonly string[]): boolean {
  const [item, ...others] = open;
  if (item === undefined) return evaluate(expression, answers) === 'yes';
  return ['yes', 'no'].some((answer) =>
    canBeYes(expression, { ...answers, [item]: answer }, others),
  );
}

function fewestBySearch(expression: Expression, answers: Answers): number {
  const open = items.filter((item) => answers[item] === 'unknown');
  const sets = open.reduce<string[][]>(
    (found, item) => [...found, ...found.map((set) => [...set, item])],
    [[]],
  );
  const enough = sets.filter((set) => canBeYes(expression, answers, set));
  return Math.min(...enough.map((set) => set.length));
}
