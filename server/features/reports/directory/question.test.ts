/** The directory's answer, as people say it. */
import { describe, expect, it } from 'vitest';
import { answerSentence, monthWords, type Answered } from './question.ts';

const nothing: Answered = {
  asking: { age: null, who: null, selfReferral: false, pregnancy: false },
  where: 'Ferrow Vale',
  level: '',
  name: '',
  open: 2,
  unknown: 0,
};
const asked = (asking: Partial<Answered['asking']>, more: Partial<Answered> = {}): string =>
  answerSentence({ ...nothing, ...more, asking: { ...nothing.asking, ...asking } });

describe('the answer', () => {
  it('says which doors are open to a father who refers himself, and of how many it is not known', () => {
    expect(asked({ age: 4, who: 'father', selfReferral: true }, { unknown: 3 })).toBe(
      'Two services in Ferrow Vale are open to a father or co-parent of a four-month-old by self-referral; of three it is not known.',
    );
  });

  it.each([
    [{}, { open: 1 }, 'One service in Ferrow Vale is open.'],
    [{}, { open: 0, level: 'Specialist' }, 'No specialist services in Ferrow Vale are open.'],
    [{ age: 8 }, {}, 'Two services in Ferrow Vale are open to the family of an eight-month-old.'],
    [
      { age: -5, who: 'mother' },
      {},
      'Two services in Ferrow Vale are open to a mother or birthing parent in month 5 of pregnancy.',
    ],
    [
      { age: 25, who: 'professional' },
      { name: 'sleep' },
      'Two services with “sleep” in the name in Ferrow Vale are open to a professional who asks for a child of 2 years 1 month.',
    ],
    [{ pregnancy: true }, { open: 13 }, '13 services in Ferrow Vale are open before birth.'],
  ] as const)('%j, %j', (asking, more, sentence) => {
    expect(asked(asking, more)).toBe(sentence);
  });
});

describe('a month', () => {
  it.each([
    [-9, 'Pregnancy, month 1'],
    [-1, 'Pregnancy, month 9'],
    [0, 'Under 1 month'],
    [1, '1 month'],
    [23, '23 months'],
    [24, '2 years'],
    [59, '4 years 11 months'],
  ])('%i is chosen as “%s”', (age, words) => {
    expect(monthWords(age)).toBe(words);
  });
});
