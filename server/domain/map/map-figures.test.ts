/** What the figures of the service map count, and what they leave as not known (Design 6.3 to 6.7). */
import { describe, expect, it } from 'vitest';
import type { MapEntry } from '../elements/element.ts';
import { roomByLevel } from './capacity.ts';
import { duplicates } from './duplicates.ts';
import { endings, withoutDay } from './endings.ts';
import { fitOf } from './fit.ts';
import { forFamilies, leftOut, restrictionsOf } from './left-out.ts';
import { spendBy, spendLines, sumOf, tellable } from './spending.ts';
import { staffing } from './staffing.ts';
import { saidBy } from './tally.ts';

const entry = (name: string, answers: MapEntry['answers'], agency = 'a'): MapEntry => ({
  id: name,
  agency,
  name,
  places: ['north'],
  answers: { status: 'running', ...answers },
});
const names = (entries: readonly MapEntry[]): string[] => entries.map(({ name }) => name);

describe('who is left out', () => {
  const entries = [
    entry('closed', { fathers: 'no' }),
    entry('in part', { fathers: 'some' }),
    entry('open', { fathers: 'yes' }),
    entry('said so', { fathers: 'unknown' }),
    entry('silent', {}),
    entry('null', { fathers: null }),
  ];

  it('counts “not known” and a missing answer apart, never as no', () => {
    const fathers = leftOut(entries)[0];
    expect(fathers?.question).toBe('fathers');
    const said = fathers?.said ?? { of: { yes: [], some: [], no: [] }, unknown: [] };
    expect(names(said.of.no)).toEqual(['closed']);
    expect(names(said.of.some)).toEqual(['in part']);
    expect(names(said.unknown)).toEqual(['said so', 'silent', 'null']);
    expect(saidBy(said)).toBe(3);
  });

  it('does not ask services for staff, but those whose kind is not known', () => {
    const kinds = [
      entry('course', { kind: 'training' }),
      entry('team', { kind: 'team' }),
      entry('?', {}),
    ];
    expect(names(forFamilies(kinds))).toEqual(['team', '?']);
  });

  it('tells who turns nobody away from who does not say', () => {
    const { by, none, unknown } = restrictionsOf(
      [
        entry('two', { restrictions: ['age', 'threshold'] }),
        entry('nobody', { restrictions: [] }),
        entry('?', { restrictions: null }),
      ],
      ['age', 'geography', 'threshold'],
    );
    expect(by.map(({ option, entries: those }) => [option, those.length])).toEqual([
      ['age', 1],
      ['geography', 0],
      ['threshold', 1],
    ]);
    expect([names(none), names(unknown)]).toEqual([['nobody'], ['?']]);
  });
});

describe('capacity', () => {
  it('stands at each level of a service, and apart where the level is not known', () => {
    const rows = roomByLevel(
      [
        entry('both', { levels: ['universal', 'targeted'], capacity: 'few' }),
        entry('?', { levels: null, capacity: 'all' }),
        entry('silent', { levels: ['targeted'] }),
      ],
      ['universal', 'targeted'],
    );
    expect(rows.map(({ level, room }) => [level, names(room.of.few), names(room.unknown)])).toEqual(
      [
        ['universal', ['both'], []],
        ['targeted', ['both'], ['silent']],
        [null, [], []],
      ],
    );
    expect(names(rows[2]?.room.of.all ?? [])).toEqual(['?']);
  });
});

describe('money with an end', () => {
  const ending = (name: string, fundingEnds: unknown, funding = 'fixed-term') =>
    entry(name, { funding, fundingEnds });

  it('is listed by day: over, at risk for 18 months to the day, later', () => {
    const list = endings(
      [
        ending('later', '2028-05-22'),
        ending('last day', '2028-05-21', 'mixed'),
        ending('over', '2026-11-20'),
        ending('today', '2026-11-21'),
        ending('for good', '2027-01-01', 'recurrent'),
      ],
      '2026-11-21',
    );
    expect(list.map(({ entry: { name }, state }) => [name, state])).toEqual([
      ['over', 'ended'],
      ['today', 'soon'],
      ['last day', 'soon'],
      ['later', 'later'],
    ]);
  });

  it('is in the order of names where it ends on one day, numbers by their value', () => {
    const day = '2027-03-31';
    const list = ['Group 10', 'émile', 'Group 2', 'Zoo'].map((name) => ending(name, day));
    const inOrder = endings(list, '2026-11-21').map(({ entry: { name } }) => name);
    expect(inOrder).toEqual(['émile', 'Group 2', 'Group 10', 'Zoo']);
  });

  it('names those that give no day', () => {
    const list = [
      ending('no day', undefined),
      ending('no date', 'spring'),
      ending('dated', '2027-03-31'),
    ];
    expect(names(withoutDay(list))).toEqual(['no day', 'no date']);
  });
});

describe('spend', () => {
  const costs = (name: string, agency: string, ...figures: readonly object[]): MapEntry =>
    entry(name, { commissioners: ' The board ', figures }, agency);
  const here = { place: 'north', level: 'targeted' };
  const lines = spendLines(
    [
      costs('one', 'a', { ...here, spend: 100 }, { place: 'south', level: 'targeted', spend: 7 }),
      costs('two', 'b', { ...here, spend: 50 }, { ...here, level: 'specialist', spend: 25 }),
      costs('none', 'c', { ...here, wte: 2 }),
    ],
    ['north'],
  );

  it('is the sum of the figures of the Place, by level and as the commissioner is written', () => {
    expect(sumOf(lines)).toBe(175);
    const levels = spendBy(lines, ({ level }) => level);
    expect(levels.map(({ key, total }) => [key, total])).toEqual([
      ['targeted', 150],
      ['specialist', 25],
    ]);
    expect(spendBy(lines, ({ commissioners }) => commissioners)[0]?.key).toBe('The board');
  });

  it('is not told in parts where one of them is one agency’s', () => {
    const levels = spendBy(lines, ({ level }) => level);
    expect(tellable([{ lines }], 2)).toBe(true);
    expect(tellable([{ lines }], 3)).toBe(false);
    expect(tellable(levels, 2)).toBe(false);
    expect(tellable([], 2)).toBe(false);
  });
});

describe('fit', () => {
  const designed = new Map<string, readonly string[] | null>([
    ['grobrain', ['universal']],
    ['peep', ['universal', 'targeted']],
    ['vig', null],
  ]);
  const fit = (levels: unknown, interventions: unknown) =>
    fitOf(entry('e', { levels, interventions }), designed);

  it.each([
    ['misfits', ['specialist'], ['grobrain', 'peep']],
    ['fits', ['targeted'], ['grobrain', 'peep']],
    ['fits', ['specialist', 'universal'], ['grobrain']],
    ['fits', ['universal'], ['grobrain', 'vig']],
    ['unknown', ['specialist'], ['grobrain', 'vig']],
    ['unknown', ['specialist'], ['grobrain', 'not in the map']],
    ['unknown', null, ['grobrain']],
    ['none', ['specialist'], []],
    ['silent', ['specialist'], null],
  ])('is %s at %j with %j', (expected, levels, interventions) => {
    expect(fit(levels, interventions)).toBe(expected);
  });
});

describe('duplication', () => {
  const alike = { levels: ['universal', 'targeted'], ages: { from: 0, to: 24 }, focus: 'general' };

  it('sets side by side what different agencies do alike', () => {
    const groups = duplicates([
      entry('one', alike, 'a'),
      entry('two', { ...alike, levels: ['targeted', 'universal'] }, 'b'),
      entry('older', { ...alike, ages: { from: 0, to: 36 } }, 'c'),
      entry('other focus', { ...alike, focus: 'parent' }, 'd'),
    ]);
    expect(groups.map(({ entries }) => names(entries))).toEqual([['one', 'two']]);
  });

  it('is none within an agency, nor where level, ages or focus is not known', () => {
    const unknown = { ...alike, focus: 'unknown' };
    expect(
      duplicates([
        entry('one', alike, 'a'),
        entry('two', alike, 'a'),
        entry('three', unknown, 'a'),
        entry('four', unknown, 'b'),
        entry('five', { ...alike, ages: null }, 'a'),
        entry('six', { ...alike, ages: null }, 'b'),
      ]),
    ).toEqual([]);
  });
});

describe('specialist staff', () => {
  const team = (name: string, wte: number | undefined, focus = 'relationship') =>
    entry(name, {
      levels: ['specialist'],
      focus,
      figures: [{ place: 'north', level: 'specialist', ...(wte !== undefined && { wte }) }],
    });

  it('meets the benchmark of 7.33 WTE for 3,300 births', () => {
    const staff = staffing([team('one', 5.33), team('two', 2, 'parent')], 'north', 3300);
    expect(staff.wte).toBeCloseTo(7.33);
    expect(staff.relationshipWte).toBeCloseTo(5.33);
    expect(staff.benchmarkWte).toBeCloseTo(7.33);
    expect(staff.perThousand).toBeCloseTo(staff.benchmarkPerThousand);
  });

  it('is not known without births, or where nobody says; who does not say is named', () => {
    const silent = staffing([team('one', 2), team('?', undefined)], 'north', null);
    expect([silent.perThousand, silent.benchmarkWte, silent.wte]).toEqual([null, null, 2]);
    expect(names(silent.silent)).toEqual(['?']);
    expect(staffing([team('?', undefined)], 'north', 3300).perThousand).toBeNull();
    expect(staffing([team('one', 2)], 'north', 0).perThousand).toBeNull();
  });
});
