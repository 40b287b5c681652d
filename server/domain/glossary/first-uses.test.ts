import { describe, expect, it } from 'vitest';
import type { Term } from '../instrument/definition.ts';
import { firstUses } from './first-uses.ts';
import { usedWords } from './used-words.ts';

const term = (name: string, usedAs?: readonly string[]): Term => ({
  id: name,
  term: name,
  definition: `What ${name} is.`,
  ...(usedAs ? { usedAs } : {}),
});

/** By text, the terms that are explained there; texts are numbered from 1. */
function explained(terms: readonly Term[], ...texts: readonly string[]): Record<string, string[]> {
  const uses = firstUses(
    texts.map((text, n) => ({ id: String(n + 1), text })),
    terms,
  );
  return Object.fromEntries([...uses].map(([id, found]) => [id, found.map((one) => one.id)]));
}

describe('a term is explained where a page first uses it', () => {
  it('and nowhere after', () => {
    expect(
      explained([term('Champion')], 'Nobody.', 'Key champions act.', 'Champions again.'),
    ).toEqual({
      2: ['Champion'],
    });
  });

  it('as a whole word, one or many, whatever its capitals', () => {
    const terms = [term('Threshold')];
    expect(explained(terms, 'The THRESHOLDS are high.')).toEqual({ 1: ['Threshold'] });
    expect(explained(terms, 'A thresholding rule.', 'A sub-threshold need.')).toEqual({});
  });

  it('an abbreviation only in capitals', () => {
    expect(explained([term('NICE')], 'It is nice.', 'It follows NICE’s advice.')).toEqual({
      2: ['NICE'],
    });
  });

  it('the longer of two that begin alike, where the text means the longer', () => {
    const terms = [term('Relationship'), term('Relationship difficulties')];
    expect(explained(terms, 'About relationship difficulties.', 'About the relationship.')).toEqual(
      {
        1: ['Relationship difficulties'],
        2: ['Relationship'],
      },
    );
    expect(explained(terms, 'Relationship difficulties strain a relationship.')).toEqual({
      1: ['Relationship', 'Relationship difficulties'],
    });
  });

  it('by other words where it names them, and by none where its list is empty', () => {
    const terms = [term('Specialist', ['specialist level']), term('Support', [])];
    expect(explained(terms, 'A specialist gives support.', 'Funded at specialist level.')).toEqual({
      2: ['Specialist'],
    });
  });

  it('literally, whatever signs it holds', () => {
    expect(explained([term('Who? (all)')], 'Who? (all) of them', 'Wh all')).toEqual({
      1: ['Who? (all)'],
    });
    expect(explained([term('C++')], 'CCC', 'Some C++ here')).toEqual({ 2: ['C++'] });
  });

  it('no text, no term: nothing', () => {
    expect(explained([], 'Champion')).toEqual({});
    expect(explained([term('Champion')])).toEqual({});
  });
});

it('a key holds the words that its texts use, in the order asked for', () => {
  const words = usedWords(
    ['Three domains to discuss.', 'The widest equity gap'],
    ['equity-gap', 'split', 'to-discuss'],
  );
  expect(words.map(({ term: word }) => word)).toEqual(['Equity gap', 'To discuss']);
  expect(usedWords([], ['split'])).toEqual([]);
});
