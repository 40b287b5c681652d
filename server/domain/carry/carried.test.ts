import { describe, expect, it } from 'vitest';
import type { LevelAnswer } from '../answers/answers.ts';
import { carryLevel, isEmptyAnswer, standingOf } from './carried.ts';
import type { QuestionChange } from './compare.ts';

const answer: LevelAnswer = { criteria: { a: 'met', b: 'partly', c: 'not' }, level: 2 };
const statement = (id: string) => ({ id, text: id, required: true, level: 1 });
const change: QuestionChange = {
  id: 'x',
  wording: null,
  retyped: false,
  choicesGone: [],
  choicesFresh: [],
  statements: {
    fresh: [statement('d')],
    gone: [statement('a')],
    reworded: [{ ...statement('b'), was: 'B' }],
  },
};

describe('a domain’s answer', () => {
  it('is carried whole where its statements stand as they stood', () => {
    expect(carryLevel(answer, undefined)).toEqual(answer);
  });

  it('loses the marks of statements that are gone or say something else', () => {
    expect(carryLevel(answer, change)).toEqual({ criteria: { c: 'not' }, level: 2 });
  });
});

describe('what became of an old answer', () => {
  it.each([
    ['nobody has said anything', null, null, 'undecided'],
    ['it is no longer true', 'ended', null, 'ended'],
    ['this round says the same', 'same', { isSame: true }, 'same'],
    ['this round says the same, however it came to', null, { isSame: true }, 'same'],
    ['it was confirmed, and changed later', 'same', { isSame: false }, 'changed'],
    ['it was no longer true, and is answered anew', 'ended', { isSame: false }, 'changed'],
    ['it was confirmed, and emptied later', 'same', null, 'ended'],
  ] as const)('where %s', (_, decision, now, standing) => {
    expect(standingOf(decision, now)).toBe(standing);
  });

  it('is not asked where nothing had been said', () => {
    expect([undefined, '', { criteria: {} }].map(isEmptyAnswer)).toEqual([true, true, true]);
    expect([0, null, [], { criteria: {}, level: null }].map(isEmptyAnswer)).toEqual(
      [0, 0, 0, 0].map(() => false),
    );
  });
});
