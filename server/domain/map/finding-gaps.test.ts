/** Which findings of the service map are gaps, and how those are called: what is not known is none (Design 6.3 to 6.7). */
import { describe, expect, it } from 'vitest';
import type { MapEntry } from '../elements/element.ts';
import { findingGaps, type FindingFacts } from './finding-gaps.ts';

const entry = (name: string, answers: MapEntry['answers'], agency = 'a'): MapEntry => ({
  ...{ id: name, agency, name, places: ['north'] },
  answers: { status: 'running', ...answers },
});
const designed = new Map([
  ['grobrain', ['universal']],
  ['vig', null],
]);
const gapsOf = (running: readonly MapEntry[], more: Partial<FindingFacts> = {}) =>
  findingGaps({
    ...{ running, place: 'north', births: null, designed, silent: false },
    levels: ['universal', 'targeted', 'specialist'],
    word: (_, option) => ({ relationship: 'the relationship' })[option] ?? option,
    ...more,
  });

describe('a door', () => {
  const doors = ['fathers', 'selfReferral', 'antenatal', 'interpreters'];

  it.each([
    ['fathers', 'Closed to fathers and co-parents: 1 of 2 running services that say'],
    ['selfReferral', 'Closed to self-referral: 1 of 2 running services that say'],
    ['antenatal', 'Closed before birth: 1 of 2 running services that say'],
    ['interpreters', 'Without interpreters: 1 of 2 running services that say'],
  ])('is a gap once a service closes it: %s', (question, words) => {
    const running = [entry('shut', { [question]: 'no' }), entry('open', { [question]: 'yes' })];
    expect(gapsOf(running)).toEqual([{ id: `door:${question}`, words }]);
  });

  it('is none that is open, open in part or not known, or that a service for staff closes', () => {
    for (const said of ['yes', 'some', 'unknown', null]) {
      const all = Object.fromEntries(doors.map((question) => [question, said]));
      expect(gapsOf([entry('e', all)])).toEqual([]);
    }
    expect(gapsOf([entry('course', { kind: 'training', fathers: 'no' })])).toEqual([]);
  });
});

describe('room and delivery', () => {
  it('are gaps where there is room for few or none, level by level, or less than contracted', () => {
    const running = [
      entry('few', { levels: ['targeted'], capacity: 'few', delivery: 'less' }),
      entry('none', { levels: ['targeted', 'specialist'], capacity: 'none', delivery: 'more' }),
      entry('most', { levels: ['targeted', 'universal'], capacity: 'most' }),
      entry('nowhere', { capacity: 'few' }),
    ];
    expect(gapsOf(running)).toEqual([
      {
        id: 'room:targeted',
        words: 'Room for few or none of the families in need: 2 of 3 targeted services that say',
      },
      {
        id: 'room:specialist',
        words: 'Room for few or none of the families in need: 1 of 1 specialist services that say',
      },
      {
        id: 'room',
        words:
          'Room for few or none of the families in need: 1 of 1 services of unknown level that say',
      },
      {
        id: 'delivery:less',
        words: 'Less than contracted is delivered: 1 of 2 running services that say',
      },
    ]);
  });

  it('are none where there is room for some, or nobody says', () => {
    expect(gapsOf([entry('some', { levels: ['targeted'], capacity: 'some' })])).toEqual([]);
    const silent = { levels: ['targeted'], capacity: 'unknown', delivery: 'unknown' };
    expect(gapsOf([entry('silent', silent)])).toEqual([]);
  });
});

describe('fit', () => {
  it('is a gap of a service whose interventions are all known to be for another level', () => {
    const named = (name: string, interventions: readonly string[]) =>
      entry(name, { levels: ['specialist'], interventions });
    const words = 'Clinic names only interventions designed for another level';
    const running = [named('Clinic', ['grobrain']), named('unknown', ['grobrain', 'vig'])];
    expect(gapsOf(running)).toEqual([{ id: 'fit:Clinic', words }]);
    const [long] = gapsOf([named('x'.repeat(300), ['grobrain'])]);
    expect(long?.words.length).toBeLessThanOrEqual(200);
  });
});

describe('duplication', () => {
  const alike = { levels: ['specialist', 'targeted'], ages: { from: 0, to: 24 } };
  const both = (more: MapEntry['answers']) => [
    entry('one', { ...alike, ...more }),
    entry('two', { ...alike, ...more }, 'b'),
  ];

  it('is a gap called by what the services have in common, so that the next round knows it again', () => {
    expect(gapsOf(both({ focus: 'relationship' }))).toEqual([
      {
        id: 'alike:specialist.targeted:0:24:relationship',
        words:
          'Possible duplication: 2 services, specialist and targeted, birth to 2 years, focus: the relationship',
      },
    ]);
  });

  it('is none where the focus is not known', () => {
    expect(gapsOf(both({ focus: 'unknown' }))).toEqual([]);
  });
});

describe('specialist staff', () => {
  const staffed = (name: string, wte: number | null) => {
    const figures = [{ place: 'north', level: 'specialist', ...(wte !== null && { wte }) }];
    return entry(name, { levels: ['specialist'], figures });
  };
  const words = 'Specialist staff: 1.5 WTE for 1,000 births, below the benchmark of 2.2';

  it('are a gap below the benchmark, “known” while an answer may add to them', () => {
    const running = [staffed('Clinic', 3)];
    expect(gapsOf(running, { births: 2000 })).toEqual([{ id: 'staffing:specialist', words }]);
    const known = words.replace('Specialist', 'Known specialist');
    expect(gapsOf(running, { births: 2000, silent: true })[0]?.words).toBe(known);
    expect(gapsOf([...running, entry('?', {})], { births: 2000 })[0]?.words).toBe(known);
  });

  it.each([
    ['at the benchmark as it is shown', [staffed('Clinic', 2.21)], 1000],
    ['without births', [staffed('Clinic', 3)], null],
    ['while one of the services does not say', [staffed('Clinic', 1), staffed('Team', null)], 2000],
    ['without a specialist service', [], 2000],
  ])('are none %s', (_, running, births) => {
    expect(gapsOf(running, { births })).toEqual([]);
  });
});
