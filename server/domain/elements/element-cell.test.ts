/** The order in which a cell gets its colour, and the reason that it gives, one step after another. */
import { describe, expect, it } from 'vitest';
import type { ElementRule, SupportRules } from '../instrument/definition.ts';
import { elementCell } from './element-cell.ts';
import { entriesOfPlace } from './element-entry.ts';
import type { ElementCell, MapAgency, MapEntry } from './element.ts';

const rule: ElementRule = {
  id: 'E1',
  title: 'Support for all',
  thrive: 'Thriving',
  providers: ['midwifery', 'health-visiting'],
  match: {
    all: [
      { item: 'levels', includes: ['universal'] },
      { item: 'focus', is: ['relationship'] },
    ],
  },
  matchText: 'it is universal and for the relationship',
  green: [
    {
      code: 'fathers',
      label: 'open to fathers',
      item: 'fathers',
      when: { item: 'fathers', is: ['yes'] },
    },
    {
      code: 'consultation',
      label: 'consultation in the Place',
      item: 'consultation',
      when: { someRunningEntry: { item: 'consultation', is: ['yes'] } },
    },
  ],
};
const rules: SupportRules = {
  source: { title: 't', publisher: 'p', year: 2025, section: 's', credit: 'c' },
  running: { item: 'status', is: ['running'] },
  developing: { item: 'status', is: ['in-development'] },
  elements: [rule],
};
const matching = { status: 'running', levels: ['universal'], focus: 'relationship' };
const whole = { ...matching, fathers: 'yes', consultation: 'yes' };

function entry(name: string, answers: MapEntry['answers'], places = ['north']): MapEntry {
  return { id: `id of ${name}`, agency: 'a', name, places, answers };
}
function agency(id: string, sectors: readonly string[], submitted: boolean): MapAgency {
  return { agency: id, name: id, sectors, places: ['north'], submitted };
}
function cellOf(
  entries: readonly MapEntry[],
  agencies: readonly MapAgency[] = [agency('midwives', ['midwifery'], true)],
): ElementCell {
  return elementCell(rule, entriesOfPlace(rules, entries, 'north'), agencies);
}

describe('something running matches', () => {
  it('is green where one entry meets every condition, whatever another lacks', () => {
    const cell = cellOf([entry('partial', matching), entry('whole', whole)]);
    expect(cell).toMatchObject({
      rag: 'green',
      reason: {
        kind: 'all-conditions-met',
        nearest: { name: 'whole', met: ['fathers', 'consultation'] },
      },
    });
  });

  it('is amber otherwise, and names the entry nearest to green with what it lacks', () => {
    const cell = cellOf([
      entry('far', { ...matching, fathers: 'no', consultation: 'no' }),
      entry('near', { ...matching, fathers: 'yes', consultation: 'no' }),
    ]);
    expect(cell).toMatchObject({
      rag: 'amber',
      reason: { kind: 'lacks', nearest: { name: 'near', failed: ['consultation'] } },
    });
  });

  it('takes an unknown condition as nearer to green than a failed one, and a tie by name', () => {
    const nearest = (entries: readonly MapEntry[]) => {
      const { reason } = cellOf(entries);
      return reason.kind === 'lacks' ? reason.nearest.name : reason.kind;
    };
    const failed = entry('a failed', { ...matching, fathers: 'some', consultation: 'yes' });
    const unknown = entry('b unknown', matching);
    const same = entry('c unknown', matching);
    expect(nearest([failed, unknown])).toBe('b unknown');
    expect(nearest([same, unknown])).toBe('b unknown');
  });

  it('does not become green by a plain "some"', () => {
    expect(cellOf([entry('some', { ...whole, fathers: 'some' })]).rag).toBe('amber');
  });

  it('marks what is in development beside it', () => {
    const cell = cellOf([
      entry('now', whole),
      entry('next', { ...whole, status: 'in-development' }),
    ]);
    expect(cell).toMatchObject({ rag: 'green', moreInDevelopment: true });
  });
});

describe('consultation in the Place', () => {
  const lacks = (others: readonly MapEntry[]) => {
    const [first] = cellOf([
      entry('here', { ...matching, status: 'in-development' }),
      ...others,
    ]).entries;
    return { failed: first?.failed, unknown: first?.unknown };
  };

  it('fails where nothing runs, and where every running entry says no', () => {
    expect(lacks([]).failed).toEqual(['consultation']);
    const says = entry('other', { status: 'running', levels: [], consultation: 'no' });
    expect(lacks([says]).failed).toEqual(['consultation']);
  });

  it('is unknown while a running entry has not said, and counts no other Place', () => {
    const silent = entry('silent', { status: 'running', levels: [] });
    const elsewhere = entry('elsewhere', { status: 'running', consultation: 'yes' }, ['south']);
    expect(lacks([silent, elsewhere]).unknown).toEqual(['fathers', 'consultation']);
  });
});

describe('nothing running matches', () => {
  it('is purple where something in development does, before any unknown is asked about', () => {
    const cell = cellOf([
      entry('next', { ...matching, status: 'in-development' }),
      entry('perhaps', { status: 'running', levels: ['universal'] }),
    ]);
    expect(cell).toMatchObject({ rag: 'purple', reason: { kind: 'in-development' } });
    expect(cell.entries.map(({ name, match }) => [name, match])).toEqual([
      ['next', 'yes'],
      ['perhaps', 'unknown'],
    ]);
  });

  it('is white where something would match if more were known, with the fewest questions', () => {
    const cell = cellOf([
      entry('two', { status: 'running', levels: null }),
      entry('one', { status: 'in-development', levels: ['universal'], focus: 'unknown' }),
    ]);
    expect(cell).toMatchObject({
      rag: 'white',
      reason: { kind: 'questions', fewest: { name: 'one', wouldSettle: ['focus'] } },
    });
  });

  it('does not count an entry that is paused, ended, or says neither', () => {
    for (const status of ['paused', 'ended', undefined]) {
      expect(cellOf([entry('not now', { ...whole, status })]).rag).toBe('red');
    }
  });

  it('does not count an entry whose Places are not stated', () => {
    const cell = cellOf([{ ...entry('somewhere', whole), places: null }]);
    expect([cell.rag, cell.entries]).toEqual(['red', []]);
  });
});

describe('nothing could match', () => {
  const midwives = (submitted: boolean) => agency('midwives', ['midwifery'], submitted);
  const visitors = (submitted: boolean) =>
    agency('visitors', ['other', 'health-visiting'], submitted);

  it('is red once everyone who could provide it has answered', () => {
    expect(
      cellOf([], [midwives(true), visitors(true), agency('charity', ['other'], false)]),
    ).toEqual({
      element: 'E1',
      rag: 'red',
      reason: { kind: 'none', askedAgencies: ['midwives', 'visitors'] },
      entries: [],
      moreInDevelopment: false,
    });
  });

  it('is white while one of them has not, and names it', () => {
    const { rag, reason } = cellOf([], [midwives(true), visitors(false)]);
    expect({ rag, reason }).toEqual({
      rag: 'white',
      reason: { kind: 'not-answered', waitingFor: ['visitors'] },
    });
  });

  it('is white where nobody who could provide it was asked', () => {
    const { rag, reason } = cellOf([], [agency('charity', ['other'], true)]);
    expect({ rag, reason }).toEqual({ rag: 'white', reason: { kind: 'nobody-asked' } });
  });
});
