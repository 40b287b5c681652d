import { describe, expect, it } from 'vitest';
import { scoreDomain } from '../../../domain/scoring/domain-score.ts';
import { countLevels, countOf } from '../../../domain/scoring/distribution.ts';
import type { Level } from '../../../domain/scoring/score.ts';
import { instructiveDomains, type Candidate } from './instructive.ts';

interface Given {
  readonly levels: readonly Level[];
  readonly agreed?: Level;
  readonly assigned?: number;
  readonly cant?: number;
  readonly shown?: boolean;
}

function candidate(
  id: string,
  { levels, agreed, assigned, cant = 0, shown = true }: Given,
): Candidate {
  const counts = countLevels(levels);
  const responded = countOf(counts) + cant;
  const input = { counts, responded, assigned: assigned ?? responded, withEvidence: 1 };
  return { id, shown, score: scoreDomain({ ...input, agreed: agreed ?? null }, []) };
}

/** "split: a" for each that is chosen. */
const chosen = (domains: Readonly<Record<string, Given>>): string[] =>
  instructiveDomains(Object.entries(domains).map(([id, given]) => candidate(id, given))).map(
    ({ id, as }) => `${as}: ${id}`,
  );

describe('the domains that are worked through', () => {
  it('are a split, a settled one and one with few answers, where the Place has them', () => {
    expect(
      chosen({
        alike: { levels: [2, 2, 2, 2, 2] },
        few: { levels: [2], assigned: 5 },
        agreed: { levels: [1, 2, 2, 3, 3], agreed: 3 },
        split: { levels: [0, 0, 1, 3, 4] },
      }),
    ).toEqual(['split: split', 'settled: agreed', 'few: few']);
  });

  it('show what may be seen rather than what may not', () => {
    expect(
      chosen({
        hidden: { levels: [0, 4, 4], shown: false },
        seen: { levels: [0, 0, 1, 3, 4] },
        plain: { levels: [2, 2, 2] },
      }),
    ).toEqual(['split: seen', 'settled: plain']);
  });

  it('prefer an agreement that moved the level to one that confirmed it, and that to a median', () => {
    const median: Given = { levels: [1, 2, 2, 2, 3] };
    const confirmed: Given = { levels: [2, 2, 2, 2, 2], agreed: 2 };
    const moved: Given = { levels: [2, 2, 2, 2, 2], agreed: 1 };
    expect(chosen({ median, confirmed, moved })).toEqual(['settled: moved']);
    expect(chosen({ median, confirmed })).toEqual(['settled: confirmed']);
    expect(chosen({ alike: { levels: [2, 2] }, median })).toEqual(['settled: median']);
  });

  it('take the first in the grid’s order among equals, and none twice', () => {
    const split: Given = { levels: [0, 4], cant: 2 };
    expect(chosen({ a: split, b: split })).toEqual(['split: a', 'few: b']);
    expect(chosen({ a: split })).toEqual(['split: a']);
  });

  it('are none where nobody gave a level', () => {
    expect(chosen({ a: { levels: [], assigned: 4 }, b: { levels: [], cant: 3 } })).toEqual([]);
    expect(chosen({})).toEqual([]);
  });
});
