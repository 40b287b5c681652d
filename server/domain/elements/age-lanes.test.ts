/** The strip of ages and levels: what is offered when, and exactly what is not. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aServiceMap } from '../../../test/factories/service-map.ts';
import type { Definition, SupportRules } from '../instrument/definition.ts';
import { ageLanes, CHILDHOOD, holesBetween } from './age-lanes.ts';
import { ages } from './coverage.ts';
import type { MapEntry } from './element.ts';

const rules = rulesOf(aServiceMap());

function rulesOf({ support }: Definition): SupportRules {
  if (support === undefined) throw new Error('the map has lost its rules');
  return support;
}

function entry(name: string, answers: MapEntry['answers']): MapEntry {
  const running = { status: 'running', ...answers };
  return { id: name, agency: 'a', name, places: ['north'], answers: running };
}

const lanesOf = (...entries: readonly MapEntry[]) => {
  const [universal, targeted, specialist] = ageLanes(rules, entries, 'north');
  if (!universal || !targeted || !specialist) throw new Error('a lane is missing');
  return { universal, targeted, specialist };
};

describe('lanes of ages', () => {
  it('have one hole, all of childhood, where nothing is offered', () => {
    const { specialist } = lanesOf(entry('Visits', { levels: ['universal'] }));
    expect(specialist).toEqual({
      level: 'specialist',
      offered: [],
      holes: [[-9, 60]],
      entries: [],
      mayFill: [],
    });
  });

  it('end at the fifth birthday, whatever a service takes beyond', () => {
    const lane = lanesOf(
      entry('Clinic', { levels: ['specialist'], ages: { from: 24, to: 216 } }),
    ).specialist;
    expect(lane.offered).toEqual([[24, 60]]);
    expect(lane.holes).toEqual([[-9, 24]]);
    expect(lane.entries[0]?.ages).toEqual({ from: 24, to: 216 });
  });

  it('show what is in development, and leave its hole open', () => {
    const lane = lanesOf(
      entry('Team', {
        status: 'in-development',
        levels: ['targeted'],
        ages: { from: 0, to: 12 },
      }),
    ).targeted;
    expect(lane.holes).toEqual([[-9, 60]]);
    expect(lane.entries.map(({ status }) => status)).toEqual(['in-development']);
  });

  it('leave out what has ended, serves another Place or takes older children only', () => {
    const { universal } = lanesOf(
      entry('Ended', { status: 'ended', levels: ['universal'], ages: { from: 0, to: 12 } }),
      {
        ...entry('Elsewhere', { levels: ['universal'], ages: { from: 0, to: 12 } }),
        places: ['south'],
      },
      entry('School', { levels: ['universal'], ages: { from: 60, to: 132 } }),
    );
    expect(universal.entries).toEqual([]);
  });

  it('list their services by age, those that state none last', () => {
    const at = (from: number, to: number) => ({ levels: ['targeted'], ages: { from, to } });
    const { targeted } = lanesOf(
      entry('Silent', { levels: ['targeted'] }),
      entry('Second', at(0, 24)),
      entry('Third', at(24, 36)),
      entry('First', at(0, 12)),
    );
    expect(targeted.entries.map((each) => each.entry.name)).toEqual([
      'First',
      'Second',
      'Third',
      'Silent',
    ]);
  });

  it('name the running services that may fill a hole: no level stated, or no ages', () => {
    const lanes = lanesOf(
      entry('Whole', { levels: ['universal'], ages: { from: -9, to: 60 } }),
      entry('No ages', { levels: ['specialist'] }),
      entry('No level', { levels: null, ages: { from: 0, to: 12 } }),
      entry('Neither', {}),
      entry('Planned', { status: 'in-development', levels: ['targeted'] }),
    );
    const names = ({ mayFill }: { mayFill: readonly MapEntry[] }) => mayFill.map((e) => e.name);
    expect(names(lanes.universal)).toEqual([]);
    expect(names(lanes.targeted)).toEqual(['No level', 'Neither']);
    expect(names(lanes.specialist)).toEqual(['No ages', 'No level', 'Neither']);
  });
});

describe('holes', () => {
  it('are exactly the months of childhood that no merged age holds', () => {
    const someSpan = fc
      .tuple(fc.integer({ min: -9, max: 70 }), fc.integer({ min: 1, max: 30 }))
      .map(([from, length]) => ({ from, to: from + length }));
    fc.assert(
      fc.property(fc.array(someSpan, { maxLength: 8 }), (spans) => {
        const entries = spans.map((span, n) =>
          entry(`Service ${n}`, { levels: ['universal'], ages: span }),
        );
        const merged = ages(entries).universal;
        const { universal } = lanesOf(...entries);
        const holds = (all: typeof merged, month: number) =>
          all.some(([from, to]) => from <= month && month < to);
        for (let month = CHILDHOOD.from; month < CHILDHOOD.to; month++) {
          expect(holds(universal.holes, month)).toBe(!holds(merged, month));
          expect(holds(universal.offered, month)).toBe(holds(merged, month));
        }
      }),
    );
  });

  it('are none where the frame is full', () => {
    expect(holesBetween({ from: -9, to: 60 }, [[-9, 60]])).toEqual([]);
  });
});
