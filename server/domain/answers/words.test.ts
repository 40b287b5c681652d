import { describe, expect, it } from 'vitest';
import { aServiceMap } from '../../../test/factories/service-map.ts';
import type { SimpleItem } from '../instrument/definition.ts';
import { entryItemsOf } from '../instrument/items.ts';
import { ageRangeWords } from './age-words.ts';
import type { SimpleAnswer } from './answers.ts';
import { answerWords } from './words.ts';

const definition = aServiceMap();
const context = { definition, places: new Map([['p1', 'Ferrow Vale']]) };

function item(id: string): SimpleItem {
  const found = entryItemsOf(definition).find((placed) => placed.item.id === id);
  if (!found) throw new Error(`the map has no ${id}`);
  return found.item;
}

describe('an answer in words', () => {
  it.each<[string, SimpleAnswer | undefined, readonly string[]]>([
    ['name', 'Early Days', ['Early Days']],
    ['name', '', []],
    ['name', undefined, []],
    ['sector', 'other', ['Other']],
    ['sector', 'gone', ['gone']],
    ['places', ['p1', 'p9'], ['Ferrow Vale, p9']],
    ['places', null, ['Not stated']],
    ['restrictions', ['age', 'threshold'], ['By age, By threshold']],
    ['restrictions', [], ['Nobody']],
    ['restrictions', null, ['Not known']],
    ['interventions', ['vig'], ['VIG']],
    ['ages', { from: -9, to: 24 }, ['Conception to 2 years']],
    ['ends', '2027-03-31', ['31 March 2027']],
    ['ends', 'never', ['never']],
    ['spend', 412_000, ['£412,000']],
    ['wte', 1.5, ['1.5 WTE']],
    [
      'figures',
      [{ place: 'p1', families: 1200 }, { families: 3 }],
      ['Ferrow Vale: Families a year 1,200', 'Families a year 3'],
    ],
    ['years', [{ row: '2026', amount: 7 }], ['2026-27: Amount £7']],
  ])('%s: %j', (id, answer, lines) => {
    expect(answerWords(item(id), answer, context)).toEqual(lines);
  });

  it.each([
    [-9, 0, 'Conception to birth'],
    [-1, 1, '1 month before birth to 1 month'],
    [0, 12, 'Birth to 1 year'],
    [18, 300, '18 months to 25 years'],
  ])('ages %i to %i', (from, to, words) => {
    expect(ageRangeWords({ from, to })).toBe(words);
  });
});
