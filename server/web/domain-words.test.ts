/** What a domain's score says in words: the worked examples of the design, read as a person would. */
import { describe, expect, it } from 'vitest';
import { scoreDomain } from '../domain/scoring/domain-score.ts';
import { countLevels } from '../domain/scoring/distribution.ts';
import type { DomainScore, Level } from '../domain/scoring/score.ts';
import {
  changeSince,
  colourRule,
  domainFlags,
  domainWhy,
  levelText,
  showsDistribution,
} from './domain-words.ts';
import { levelWords } from '../domain/instrument/level-words.ts';

const bands = [
  { rag: 'red', from: 0, to: 1 },
  { rag: 'amber', from: 2, to: 3 },
  { rag: 'green', from: 4, to: 4 },
] as const;
const words = levelWords({
  levels: [
    { level: 0, word: 'Not yet at Foundations', short: 'Not yet' },
    { level: 1, word: 'Foundations', short: 'Foundations' },
    { level: 2, word: 'Early growth', short: 'Early growth' },
    { level: 3, word: 'Good progress', short: 'Good progress' },
    { level: 4, word: 'Well-established', short: 'Well-established' },
  ],
});
const shown = { words, shown: true };
const hidden = { words, shown: false };

/** @param given null is "We can't say" */
function score(
  given: readonly (Level | null)[],
  more: { assigned?: number; agreed?: Level; withEvidence?: number } = {},
): DomainScore {
  return scoreDomain(
    {
      counts: countLevels(given),
      responded: given.length,
      assigned: more.assigned ?? given.length,
      withEvidence: more.withEvidence ?? 1,
      agreed: more.agreed ?? null,
    },
    bands,
  );
}
const flagTexts = (of: DomainScore): string[] => domainFlags(of).map(({ text }) => text);

describe('the words of a domain', () => {
  it('1, 2, 2, 4: to discuss, its range in place of a level', () => {
    const split = score([1, 2, 2, 4]);
    expect(levelText(split, shown)).toBe('Foundations to Well-established');
    expect(domainWhy(split, shown)).toEqual([
      'Levels lie 3 apart, from Foundations to Well-established.',
    ]);
    expect(flagTexts(split)).toEqual(['Split']);
    expect(colourRule(split, bands)).toBe('Split and not yet agreed, so there is no colour.');
  });

  it('2, 3: the median’s word, and where the colour comes from', () => {
    const amber = score([2, 3]);
    expect(levelText(amber, shown)).toBe('Early growth');
    expect(domainWhy(amber, shown)).toEqual(['Levels from Early growth to Good progress.']);
    expect(colourRule(amber, bands)).toBe(
      'Amber from the median. In this round levels 2 to 3 are amber.',
    );
  });

  it('4, 4, 4: all at one level, no flag', () => {
    const green = score([4, 4, 4]);
    expect(domainWhy(green, shown)).toEqual(['All 3 at Well-established.']);
    expect(flagTexts(green)).toEqual([]);
    expect(colourRule(green, bands)).toBe('Green from the median. In this round level 4 is green.');
  });

  it('six agencies at odds: agreement in figures, with a real minus sign', () => {
    const split = score([0, 0, 0, 4, 4, 4]);
    expect(domainWhy(split, shown)).toEqual([
      'Agreement is −1.00, below 0.60: levels from Not yet to Well-established.',
    ]);
  });

  it('seven "We can’t say" and one 4: few answers', () => {
    const few = score([null, null, null, null, null, null, null, 4]);
    expect(flagTexts(few)).toEqual(['Few answers']);
    expect(domainWhy(few, shown)).toEqual([
      'One agency, at Well-established.',
      '1 of 8 gave a level.',
    ]);
  });

  it('a high median without evidence says so', () => {
    const bare = score([3, 3], { withEvidence: 0 });
    expect(flagTexts(bare)).toEqual(['No evidence']);
    expect(domainWhy(bare, shown)).toContain('No agency gave evidence.');
  });

  it('after agreement a split reads "was split", and the colour is the agreed level’s', () => {
    const settled = score([0, 4], { agreed: 2 });
    expect(flagTexts(settled)).toEqual(['Was split']);
    expect(levelText(settled, shown)).toBe('Early growth');
    expect(colourRule(settled, bands)).toBe(
      'Amber from the agreed level. In this round levels 2 to 3 are amber.',
    );
  });

  it('nobody gave a level, and nobody was asked, are two things', () => {
    expect(levelText(score([null, null]), shown)).toBe('No level given');
    expect(levelText(score([]), shown)).toBe('Not asked');
    expect(domainWhy(score([null]), shown)).toEqual(['No agency gave a level.']);
    expect(domainWhy(score([]), shown)).toEqual(['No agency is asked about this Place.']);
  });
});

describe('for those who may not see names', () => {
  it('a distribution shows from five levels on', () => {
    expect(showsDistribution({ n: 4 }, false)).toBe(false);
    expect(showsDistribution({ n: 5 }, false)).toBe(true);
    expect(showsDistribution({ n: 1 }, true)).toBe(true);
  });

  it('fewer than five give the level, how many and the flags: no levels of single agencies', () => {
    const split = score([1, 2, 2, 4], { assigned: 9 });
    expect(levelText(split, hidden)).toBe('Agencies differ');
    expect(domainWhy(split, hidden)).toEqual([
      'Levels lie two or more apart.',
      '4 of 9 gave a level.',
    ]);
    expect(domainWhy(score([2, 3]), hidden)).toEqual([]);
  });
});

describe('change between rounds', () => {
  it.each([
    [[3], [2], { kind: 'up', text: 'up 1', by: 1 }],
    [[1], [4], { kind: 'down', text: 'down 3', by: -3 }],
    [[2], [2], { kind: 'same', text: 'same', by: 0 }],
    [[2], [0, 4], null],
    [[0, 4], [2], null],
    [[null], [2], null],
  ] as const)('%j after %j', (now, before, change) => {
    expect(changeSince(score(now), score(before))).toEqual(change);
  });
});
