import { describe, expect, it } from 'vitest';
import type { Level, Rag } from '../../domain/scoring/score.ts';
import { toGaps, type GapFacts } from './gaps.ts';
import { levelWords, toRag } from './words.ts';

const words = levelWords({
  levels: ['Not yet', 'Foundations', 'Early growth', 'Good progress', 'Well-established'].map(
    (word, level) => ({ level, word, short: word }),
  ),
});
const names = ['Ferrow Vale', 'Quillby', 'Netherwend'];

function element(title: string, ...codes: Rag[]): GapFacts['elements'][number] {
  return {
    title,
    cells: codes.map((code, n) => ({
      place: names[n] ?? '',
      rag: toRag(code),
      href: `/place-${n}#${title}`,
    })),
  };
}

function domain(name: string, levels: readonly Level[], gapOpen = false) {
  const [lowest, highest] = [levels.toSorted()[0] ?? null, levels.toSorted().at(-1) ?? null];
  const row: GapFacts['domains'][number] = {
    name,
    scores: levels.map((level) => ({ level })),
    system: { lowest, highest, gap: (highest ?? 0) - (lowest ?? 0), gapOpen },
    cells: levels.map((level, n) => ({
      place: names[n] ?? '',
      rag: toRag(level < 2 ? 'red' : 'amber'),
      href: `/place-${n}#${name}`,
    })),
  };
  return row;
}

const gapsOf = (facts: Partial<GapFacts>) =>
  toGaps({ domains: [], elements: [], money: [], words, systemHref: '/report', ...facts });

describe('what stands out', () => {
  it('is the element and the domain that are red most, then the widest gap', () => {
    const gaps = gapsOf({
      elements: [
        element('Support in a crisis', 'red', 'amber', 'green'),
        element('Help for under-twos', 'red', 'amber', 'red'),
      ],
      domains: [domain('Money', [1, 0, 1]), domain('Services', [1, 4, 1])],
    });
    expect(gaps.map(({ title, text }) => [title, text])).toEqual([
      [
        'Red in two Places: help for under-twos',
        'Ferrow Vale and Netherwend: everybody who could provide it has answered, and nobody does.',
      ],
      [
        'Red in all three Places: money',
        'Not yet in Quillby; Foundations in Ferrow Vale and Netherwend.',
      ],
      [
        'Quillby is three levels ahead in services',
        'Well-established in Quillby; Foundations in Ferrow Vale and Netherwend.',
      ],
      [
        'Red in one Place: support in a crisis',
        'Ferrow Vale: everybody who could provide it has answered, and nobody does.',
      ],
    ]);
    expect(gaps.map(({ href, linkText }) => [href, linkText])).toEqual([
      ['/place-0#Help for under-twos', 'Why, in Ferrow Vale'],
      ['/place-0#Money', 'Why, in Ferrow Vale'],
      ['/report', 'Compare in the matrix'],
      ['/place-0#Support in a crisis', 'Why, in Ferrow Vale'],
    ]);
    expect(gaps.map(({ figure }) => figure.value)).toEqual(['2', '3', '3', '1']);
  });

  it('names the lowest of several domains that are red in as many Places', () => {
    const [gap] = gapsOf({ domains: [domain('Services', [1, 2, 1]), domain('Money', [0, 2, 1])] });
    expect(gap).toMatchObject({
      title: 'Red in two Places: money and one more domain',
      text: 'Money: Not yet in Ferrow Vale; Foundations in Netherwend.',
    });
  });

  it('of a map alone is what is red, then what is not known', () => {
    const titles = gapsOf({
      elements: [
        element('Crisis support', 'white', 'white', 'amber'),
        element('Help for under-twos', 'red', 'amber', 'amber'),
        element('Help for over-twos', 'red', 'red', 'amber'),
      ],
    }).map(({ title }) => title);
    expect(titles).toEqual([
      'Red in two Places: help for over-twos',
      'Red in one Place: help for under-twos',
      'Not known in two Places: crisis support',
    ]);
  });

  it('is no gap that rests on an open split, none of a single level, and nothing where all is well', () => {
    expect(
      gapsOf({ domains: [domain('Services', [2, 4], true), domain('Money', [2, 3])] }),
    ).toEqual([]);
    expect(gapsOf({ elements: [element('Groups', 'green', 'amber')] })).toEqual([]);
  });

  it('names no Place of one alone', () => {
    const [gap] = gapsOf({ elements: [element('Groups', 'red')] });
    expect(gap).toMatchObject({
      title: 'Red: groups',
      figure: { value: '1', label: 'of 1 Place' },
    });
  });
});
