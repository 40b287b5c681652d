import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LevelAnswer } from './answers.ts';
import { markId } from './level-parts.ts';
import { mergeLevel, withParts } from './merge-level.ts';

const empty: LevelAnswer = { criteria: {} };
const base: LevelAnswer = {
  criteria: { a: 'met', b: 'partly' },
  level: 2,
  evidence: 'A pathway.',
  links: ['https://one.example'],
};

describe('two people’s answers to one domain', () => {
  it('keep what each of them changed', () => {
    const theirs = { ...base, criteria: { a: 'met', b: 'met' }, evidence: 'A pathway, agreed.' };
    const mine = { ...base, criteria: { a: 'not', b: 'partly' }, level: 3 };
    expect(mergeLevel(base, theirs as LevelAnswer, mine as LevelAnswer)).toEqual({
      value: {
        ...base,
        criteria: { a: 'not', b: 'met' },
        level: 3,
        evidence: 'A pathway, agreed.',
      },
      clashes: [],
    });
  });

  it.each<[what: string, theirs: LevelAnswer, mine: LevelAnswer, clashes: string[]]>([
    ['a text', { ...base, evidence: 'Theirs' }, { ...base, evidence: 'Mine' }, ['evidence']],
    ['a level', { ...base, level: 1 }, { ...base, level: null }, ['level']],
    ['the links', { ...base, links: ['https://two.example'] }, { ...base, links: [] }, ['links']],
    [
      'a mark',
      { ...base, criteria: { a: 'not', b: 'partly' } },
      { ...base, criteria: { a: 'unknown', b: 'partly' } },
      [markId('a')],
    ],
    [
      'what one took away and the other changed',
      { ...base, criteria: { b: 'partly' } },
      { ...base, criteria: { a: 'not', b: 'partly' } },
      [markId('a')],
    ],
  ])('clash over %s that both changed', (_, theirs, mine, clashes) => {
    expect(mergeLevel(base, theirs, mine)).toEqual({ value: mine, clashes });
  });

  it('agree where both changed to the same', () => {
    const both = { ...base, evidence: 'The same' };
    expect(mergeLevel(base, both, both)).toEqual({ value: both, clashes: [] });
  });

  it('lose what one of them took away', () => {
    const without: LevelAnswer = { criteria: base.criteria, level: 2, links: base.links ?? [] };
    expect(mergeLevel(base, base, without).value).toEqual(without);
    expect(mergeLevel(base, without, base).value).toEqual(without);
  });
});

const answers = fc.record(
  {
    criteria: fc.dictionary(
      fc.constantFrom('a', 'b', 'level'),
      fc.constantFrom('met' as const, 'not' as const),
    ),
    level: fc.constantFrom(0 as const, 3 as const, null),
    reason: fc.constantFrom('x', 'y'),
    evidence: fc.constantFrom('x', 'y'),
  },
  { requiredKeys: ['criteria'] },
);

it('takes nothing from nobody: without a clash, whatever either changed is in it', () => {
  fc.assert(
    fc.property(answers, answers, answers, (was, theirs, mine) => {
      const { value, clashes } = mergeLevel(was, theirs, mine);
      if (clashes.length === 0) expect(mergeLevel(was, mine, theirs).value).toEqual(value);
      // Put together once more, there is nothing left to do.
      expect(mergeLevel(theirs, theirs, value).value).toEqual(value);
    }),
  );
});

it('takes parts as another answer has them, also where that has none', () => {
  const mended = withParts({ ...base, evidence: 'half', reason: 'new' }, empty, ['evidence']);
  expect(mended).toEqual({
    criteria: base.criteria,
    level: 2,
    links: base.links,
    reason: 'new',
  });
});
