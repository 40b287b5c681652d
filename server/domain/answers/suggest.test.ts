import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aLevelItem } from '../../../test/factories/definitions.ts';
import type { LevelItem } from '../instrument/definition.ts';
import type { Level, Mark } from '../scoring/score.ts';
import { type Marks, suggestLevel } from './suggest.ts';

/** Each level: required a and b, optional c. */
const item = aLevelItem('d');

/** "mm." is: a met, b met, c not answered; levels apart by spaces. */
function marksOf(written: string): Marks {
  const words: Record<string, Mark> = { m: 'met', p: 'partly', n: 'not', u: 'unknown' };
  const marks: Record<string, Mark> = {};
  written.split(' ').forEach((level, l) => {
    level.split(/(?=.)/).forEach((letter, c) => {
      const mark = words[letter];
      if (mark !== undefined) marks[`d-${l + 1}${'abc'.charAt(c)}`] = mark;
    });
  });
  return marks;
}

describe('the suggested level', () => {
  it.each<[written: string, level: Level | null, why: string]>([
    ['', null, 'nothing is answered'],
    ['mm', null, 'level 2 is open'],
    ['mm mn', 1, 'level 1 is whole and level 2 is not'],
    ['mm mmn', null, 'an optional criterion that is not met holds nothing back'],
    ['mmn mmn mn', 2, 'optional criteria are not met anywhere'],
    ['mm mm mm mm', 4, 'all required criteria are met'],
    ['mmm mmm mmm mmm', 4, 'all criteria are met'],
    ['pm', 0, 'partly is not met'],
    ['n.', 0, 'a "not" decides, though its neighbour is open'],
    ['p.', 0, 'a "partly" decides, though its neighbour is open'],
    ['nu', 0, 'a "not" decides, though its neighbour is not known'],
    ['um', null, 'what decides is not known'],
    ['mu mm mm mm', null, 'level 1 is not known, so higher levels say nothing'],
    ['mn mm mm mm', 0, 'level 1 is not whole, so higher levels count for nothing'],
    ['mm mm mm m', null, 'one criterion of level 4 is open'],
    ['mm mm mm mp', 3, 'one criterion of level 4 is partly met'],
  ])('of "%s" is %j: %s', (written, level) => {
    expect(suggestLevel(item, marksOf(written)).level).toBe(level);
  });
});

describe('the working of a suggestion', () => {
  it('names what holds the next level back, and how near it is', () => {
    expect(suggestLevel(item, marksOf('mmn pu m'))).toEqual({
      level: 1,
      holdsBack: {
        level: 2,
        criteria: [
          { id: 'd-2a', mark: 'partly' },
          { id: 'd-2b', mark: 'unknown' },
        ],
      },
      progress: { towards: 2, met: 0, partly: 1, required: 2, share: 0.25 },
      perLevel: [
        { level: 1, met: 2, partly: 0, required: 2, answered: 3, total: 3 },
        { level: 2, met: 0, partly: 1, required: 2, answered: 2, total: 3 },
        { level: 3, met: 1, partly: 0, required: 2, answered: 1, total: 3 },
        { level: 4, met: 0, partly: 0, required: 2, answered: 0, total: 3 },
      ],
    });
  });

  it('names the criteria that must be answered before there is one', () => {
    expect(suggestLevel(item, marksOf('mm m'))).toMatchObject({
      level: null,
      holdsBack: { level: 2, criteria: [{ id: 'd-2b', mark: undefined }] },
      progress: { towards: 2, met: 1, required: 2, share: 0.5 },
    });
  });

  it('has nothing left to name at level 4', () => {
    expect(suggestLevel(item, marksOf('mm mm mm mm'))).toMatchObject({
      level: 4,
      holdsBack: null,
      progress: null,
    });
  });

  it('[trust 20] takes inherited names for no answers', () => {
    const odd: LevelItem = {
      ...item,
      descriptors: [
        {
          level: 1,
          summary: 'x',
          criteria: [{ id: 'constructor', text: 'x', required: true }],
        },
      ],
    };
    expect(suggestLevel(odd, {}).holdsBack?.criteria).toEqual([
      { id: 'constructor', mark: undefined },
    ]);
  });
});

describe('whatever the marks', () => {
  const ids = item.descriptors.flatMap(({ criteria }) => criteria.map(({ id }) => id));
  const required = item.descriptors.flatMap(({ criteria }) =>
    criteria.filter((criterion) => criterion.required).map(({ id }) => id),
  );
  const mark = fc.constantFrom<Mark>('met', 'met', 'met', 'partly', 'not', 'unknown');
  const anyMarks = fc.tuple(...ids.map(() => fc.option(mark))).map((drawn): Marks =>
    Object.fromEntries(
      ids.flatMap((id, i) => {
        const value = drawn[i];
        return value ? [[id, value]] : [];
      }),
    ),
  );
  const rank = (level: Level | null) => level ?? -1;

  it('the level is the highest up to which every required criterion is met', () => {
    fc.assert(
      fc.property(anyMarks, (marks) => {
        const { level } = suggestLevel(item, marks);
        if (level === null) return;
        const isWhole = (wanted: number) =>
          required.filter((id) => id.startsWith(`d-${wanted}`)).every((id) => marks[id] === 'met');
        const whole = [1, 2, 3, 4].map(isWhole);
        expect(whole.slice(0, level)).not.toContain(false);
        if (level < 4) expect(whole[level]).toBe(false);
      }),
    );
  });

  it('meeting one more criterion never lowers the level', () => {
    fc.assert(
      fc.property(anyMarks, fc.constantFrom(...ids), (marks, id) => {
        const before = suggestLevel(item, marks).level;
        const after = suggestLevel(item, { ...marks, [id]: 'met' }).level;
        if (after !== null) expect(after).toBeGreaterThanOrEqual(rank(before));
      }),
    );
  });

  it('partly counts for the level exactly as not does', () => {
    fc.assert(
      fc.property(anyMarks, (marks) => {
        const strict = Object.fromEntries(
          Object.entries(marks).map(([id, value]) => [id, value === 'partly' ? 'not' : value]),
        ) as Marks;
        expect(suggestLevel(item, marks).level).toBe(suggestLevel(item, strict).level);
      }),
    );
  });

  it('there is none only where an open criterion decides: settling the open ones either way gives one, and not the same', () => {
    fc.assert(
      fc.property(anyMarks, (marks) => {
        const settled = (as: Mark): Marks =>
          Object.fromEntries(
            ids.map((id) => {
              const value = marks[id];
              return [id, value === undefined || value === 'unknown' ? as : value];
            }),
          );
        const [low, high] = [
          suggestLevel(item, settled('not')),
          suggestLevel(item, settled('met')),
        ];
        const { level } = suggestLevel(item, marks);
        expect(low.level).not.toBeNull();
        expect(high.level).not.toBeNull();
        expect(level === null).toBe(low.level !== high.level);
        if (level !== null) expect(level).toBe(low.level);
      }),
    );
  });

  it('optional criteria change nothing', () => {
    fc.assert(
      fc.property(anyMarks, (marks) => {
        const only = Object.fromEntries(
          Object.entries(marks).filter(([id]) => required.includes(id)),
        ) as Marks;
        expect(suggestLevel(item, only).level).toBe(suggestLevel(item, marks).level);
      }),
    );
  });

  it('progress lies from 0 up to, but not at, 1', () => {
    fc.assert(
      fc.property(anyMarks, (marks) => {
        const share = suggestLevel(item, marks).progress?.share ?? 0;
        expect(share).toBeGreaterThanOrEqual(0);
        expect(share).toBeLessThan(1);
      }),
    );
  });
});
