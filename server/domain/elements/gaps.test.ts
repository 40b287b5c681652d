/** The gaps of a Place's map: where they lie, and how they are called. */
import { describe, expect, it } from 'vitest';
import { aServiceMap } from '../../../test/factories/service-map.ts';
import type { MapEntry, Span } from './element.ts';
import { ageGaps, placeGaps, type MapGapFacts } from './gaps.ts';

const { support: rules } = aServiceMap();
if (!rules) throw new Error('the map has lost its rules');

function entry(name: string, answers: MapEntry['answers']): MapEntry {
  const running = { status: 'running', ...answers };
  return { id: name, agency: 'a', name, places: ['north'], answers: running };
}
const wholly = entry('Visits', {
  sector: 'midwifery',
  levels: ['universal', 'targeted', 'specialist'],
  ages: { from: -9, to: 60 },
});
const midwifery = { id: 'midwifery', label: 'Midwifery', asked: 2, submitted: 2, absent: 0 };
const none = { universal: 0, targeted: 0, specialist: 0 };

const gapsOf = (more: Partial<MapGapFacts>) =>
  placeGaps({
    rules,
    entries: [wholly],
    place: 'north',
    coverage: {},
    sectors: [],
    silent: false,
    today: '2026-11-21',
    ...more,
  });
const wordsOf = (more: Partial<MapGapFacts>): string[] => gapsOf(more).map(({ words }) => words);

describe('a sector', () => {
  const coverage = { midwifery: { ...none, universal: 1 } };

  it('has a gap at each level that it has no service at', () => {
    expect(gapsOf({ sectors: [midwifery], coverage })).toEqual([
      { id: 'sector:midwifery:targeted', words: 'No targeted service: Midwifery' },
      { id: 'sector:midwifery:specialist', words: 'No specialist service: Midwifery' },
    ]);
  });

  it('has none that is known to be one while nobody of it has answered', () => {
    expect(gapsOf({ sectors: [{ ...midwifery, submitted: 0 }], coverage })).toEqual([]);
  });

  it('has gaps where nobody is asked and somebody says that there is no service', () => {
    const sectors = [{ ...midwifery, asked: 0, submitted: 0, absent: 1 }];
    expect(wordsOf({ sectors })[0]).toBe('No universal service: Midwifery');
  });

  it.each([
    ['an agency has not answered', [{ ...midwifery, submitted: 1 }], [wholly]],
    [
      'a service does not say its level',
      [midwifery],
      [wholly, entry('M', { sector: 'midwifery' })],
    ],
  ])('says "known" where %s', (_, sectors, entries) => {
    expect(wordsOf({ sectors, coverage, entries })[0]).toBe('No known targeted service: Midwifery');
  });
});

describe('the ages', () => {
  const lane = (...offered: Span[]) => ({ level: 'specialist', offered, open: false }) as const;

  it('have a gap for each hole', () => {
    const holes: Span[] = [
      [-9, 0],
      [18, 60],
    ];
    expect(ageGaps({ ...lane([0, 18]), holes })).toEqual([
      { id: 'ages:specialist:-9:0', words: 'No specialist offer from conception to birth' },
      { id: 'ages:specialist:18:60', words: 'No specialist offer from 18 months to 5 years' },
    ]);
  });

  it('have one where nothing is offered, "known" where an answer is still to come', () => {
    const holes: Span[] = [[-9, 60]];
    expect(ageGaps({ ...lane(), holes })[0]?.words).toBe('No specialist offer at any age');
    expect(ageGaps({ ...lane(), holes, open: true })[0]?.words).toBe(
      'No known specialist offer at any age',
    );
    expect(wordsOf({ entries: [], silent: true })[0]).toBe('No known universal offer at any age');
  });
});

describe('money', () => {
  const paid = (name: string, fundingEnds: string, more = {}) =>
    entry(name, { ...wholly.answers, funding: 'fixed-term', fundingEnds, ...more });

  it('is a gap where it ends within 18 months or has ended, and the service is running', () => {
    const entries = [
      paid('Soon', '2028-05-21'),
      paid('Later', '2028-05-22'),
      paid('Over', '2026-11-20'),
      paid('Planned', '2027-01-01', { status: 'in-development' }),
    ];
    expect(gapsOf({ entries })).toEqual([
      { id: 'money:Soon', words: 'The money of Soon ends within 18 months' },
      { id: 'money:Over', words: 'The money of Over has ended' },
    ]);
  });

  it('has words that fit an action’s source, however long the service’s name', () => {
    const [words = ''] = wordsOf({ entries: [paid('x'.repeat(300), '2027-01-01')] });
    expect(words.length).toBeLessThanOrEqual(200);
  });
});
