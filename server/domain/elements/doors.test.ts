/** Which doors are open to whom: a table of cases, and what is never believed. */
import { describe, expect, it } from 'vitest';
import type { SupportRules } from '../instrument/definition.ts';
import { doorOf, type Asking } from './doors.ts';
import type { MapEntry } from './element.ts';

const rules: SupportRules = {
  source: { title: 't', publisher: 'p', year: 2025, section: 's', credit: 'c' },
  running: { item: 'status', is: ['running'] },
  developing: { item: 'status', is: ['in-development'] },
  elements: [],
};
const nothing: Asking = {
  places: ['north'],
  level: null,
  age: null,
  who: null,
  selfReferral: false,
  pregnancy: false,
};
const whole = {
  status: 'running',
  kind: 'support',
  levels: ['targeted'],
  ages: { from: -9, to: 24 },
  antenatal: 'yes',
  fathers: 'yes',
  selfReferral: 'yes',
};

function doorTo(
  asking: Partial<Asking>,
  answers: MapEntry['answers'],
  places: MapEntry['places'] = ['north'],
) {
  const entry: MapEntry = { id: 'e', agency: 'a', name: 'A group', places, answers };
  const door = doorOf(rules, entry, { ...nothing, ...asking });
  if (!door) return 'left out';
  return [door.state, ...door.hurdles.map(({ item, because }) => `${item} ${because}`)].join(', ');
}

const father = { age: 4, who: 'father', selfReferral: true } as const;

describe('a father of a four-month-old who refers himself', () => {
  it.each([
    ['says yes to all', {}, 'open'],
    ['does not take fathers', { fathers: 'no' }, 'closed, fathers no'],
    ['takes referrals only', { selfReferral: 'no' }, 'closed, selfReferral no'],
    ['ends at four months', { ages: { from: 0, to: 4 } }, 'closed, ages no'],
    ['begins at four months', { ages: { from: 4, to: 5 } }, 'open'],
    ['does not say its ages', { ages: undefined }, 'unknown, ages missing'],
    ['does not know of fathers', { fathers: 'unknown' }, 'unknown, fathers missing'],
    ['takes some fathers', { fathers: 'some' }, 'unknown, fathers some'],
    [
      'says neither',
      { fathers: null, selfReferral: undefined },
      'unknown, fathers missing, selfReferral missing',
    ],
    [
      'is closed by one answer, whatever is unknown',
      { ages: undefined, fathers: 'no' },
      'closed, fathers no',
    ],
    ['is paused', { status: 'paused' }, 'closed, status no'],
    ['is in development', { status: 'in-development' }, 'closed, status no'],
    ['does not say whether it runs', { status: undefined }, 'unknown, status missing'],
    ['is for staff', { kind: 'training' }, 'closed, kind no'],
    ['does not say what kind it is', { kind: undefined }, 'open'],
    ['is not there before birth', { antenatal: 'no' }, 'open'],
    [
      'has an answer of no shape',
      { ages: 'all', fathers: ['yes'] },
      'unknown, ages missing, fathers missing',
    ],
  ])('a service that %s', (_, said, door) => {
    expect(doorTo(father, { ...whole, ...said })).toBe(door);
  });
});

describe('a baby that is not born yet', () => {
  it.each([
    ['both answers say yes', {}, 'open'],
    [
      'both say no',
      { antenatal: 'no', ages: { from: 0, to: 24 } },
      'closed, ages no, antenatal no',
    ],
    [
      'the ages say yes, before birth says no',
      { antenatal: 'no' },
      'unknown, ages differs, antenatal differs',
    ],
    [
      'before birth says yes, the ages no',
      { ages: { from: 0, to: 24 } },
      'unknown, ages differs, antenatal differs',
    ],
    ['one is missing, the other says yes', { antenatal: undefined }, 'unknown, antenatal missing'],
    [
      'one is missing, the other says no',
      { antenatal: 'no', ages: undefined },
      'closed, antenatal no',
    ],
  ])('%s', (_, said, door) => {
    expect(doorTo({ age: -4, who: 'mother' }, { ...whole, ...said })).toBe(door);
  });
});

describe('what is looked for', () => {
  it('leaves out what serves other Places or works at other levels: that is no closed door', () => {
    expect(doorTo({}, whole, ['south'])).toBe('left out');
    expect(doorTo({ level: 'specialist' }, whole)).toBe('left out');
    expect(doorTo({ places: ['south', 'north'], level: 'targeted' }, whole)).toBe('open');
  });

  it('is not known of a service that states neither', () => {
    expect(doorTo({}, whole, null)).toBe('unknown, places missing');
    expect(doorTo({ level: 'targeted' }, { ...whole, levels: null })).toBe(
      'unknown, levels missing',
    );
  });

  it('asks a professional nothing that is asked of parents', () => {
    const said = { ...whole, kind: 'training', fathers: 'no', selfReferral: 'no' };
    expect(doorTo({ age: 4, who: 'professional', selfReferral: true }, said)).toBe('open');
  });

  it('asks for the time before birth by itself', () => {
    expect(doorTo({ pregnancy: true }, { ...whole, antenatal: 'some' })).toBe(
      'unknown, antenatal some',
    );
    expect(doorTo({ pregnancy: true }, { ...whole, antenatal: 'no' })).toBe('closed, antenatal no');
    expect(doorTo({ pregnancy: true }, whole)).toBe('open');
  });
});
