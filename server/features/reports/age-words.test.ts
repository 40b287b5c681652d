/** Gaps in words: as a child meets them, and one by one. */
import { describe, expect, it } from 'vitest';
import { CHILDHOOD, holesBetween, type AgeLane } from '../../domain/elements/age-lanes.ts';
import type { CareLevel, MapEntry, Span } from '../../domain/elements/element.ts';
import { gapSentence, monthsWithout, offeredWords, openWords } from './age-words.ts';

function lane(level: CareLevel, offered: readonly Span[], open = false) {
  return { level, offered, holes: holesBetween(CHILDHOOD, offered), open };
}

describe('offers by level', () => {
  it('are said with the months that lack one', () => {
    const facts = lane('specialist', [[0, 18]]);
    expect(offeredWords(facts)).toBe('Birth to 18 months');
    expect(monthsWithout(facts)).toBe('51 of 69');
  });

  it('are at no age where nothing is offered', () => {
    expect(offeredWords(lane('targeted', []))).toBe('At no age');
  });

  it('lack no month where every age has one', () => {
    expect(monthsWithout(lane('universal', [[-9, 60]]))).toBe('0 of 69');
  });
});

describe('the sentence', () => {
  it('tells all gaps as a child meets them', () => {
    const lanes = [
      lane('universal', [[-9, 60]]),
      lane('targeted', [
        [-3, 12],
        [24, 42],
      ]),
      lane('specialist', [[0, 18]]),
    ];
    expect(gapSentence('Ferrow Vale', lanes)).toBe(
      'A child in Ferrow Vale has no targeted offer until 3 months before birth or between 1 year and 2 years or from 42 months on and no specialist offer before birth or from 18 months on.',
    );
  });

  it('says where there is no gap', () => {
    const full: readonly Span[] = [[-9, 60]];
    const lanes = [lane('universal', full), lane('targeted', full), lane('specialist', full)];
    expect(gapSentence('Saltmere Bay', lanes)).toBe(
      'A child in Saltmere Bay has a universal, a targeted and a specialist offer at every age from conception to 5 years.',
    );
  });
});

describe('what may fill a gap', () => {
  const entry = (name: string): MapEntry => ({
    id: name,
    agency: 'a',
    name,
    places: [],
    answers: {},
  });
  const laneOf = (...mayFill: readonly MapEntry[]): AgeLane => {
    return { level: 'targeted', offered: [], holes: [], entries: [], mayFill };
  };

  it('is named once: services without ages or level, and agencies that have not answered', () => {
    const lanes = [laneOf(entry('Café'), entry('Clinic')), laneOf(entry('Café'))];
    expect(openWords(lanes, { submitted: 3, assigned: 4 })).toEqual([
      'Two running services do not state their ages or level, and may fill a gap: Café and Clinic.',
      '1 agency has not answered the service map: a gap may be theirs.',
    ]);
  });

  it('is nothing where all is known', () => {
    expect(openWords([laneOf()], { submitted: 4, assigned: 4 })).toEqual([]);
  });
});
