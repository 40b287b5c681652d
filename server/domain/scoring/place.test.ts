/** Profile and staged level of a Place; lowest, median, highest and gap of a system. */
import { describe, expect, it } from 'vitest';
import { profile, stagedLevel } from './place.ts';
import type { Level } from './score.ts';
import { scoreSystem } from './system.ts';

const at = (level: Level | null) => ({ level });

describe('the profile of a Place', () => {
  it('counts the domains at each level and leaves out those without one', () => {
    const scores = [at(2), at(2), at(4), at(null), at(0)];
    expect(profile(scores)).toEqual({ 0: 1, 1: 0, 2: 2, 3: 0, 4: 1 });
  });
});

describe('the staged level of a Place', () => {
  it('is the level that every domain has reached', () => {
    expect(stagedLevel([at(3), at(2), at(4)])).toBe(2);
  });

  it('does not exist while a domain has no level, or without domains', () => {
    expect(stagedLevel([at(3), at(null)])).toBeNull();
    expect(stagedLevel([])).toBeNull();
  });
});

describe('a domain over the Places of a system', () => {
  const settled = (level: Level | null) => ({ level, split: false, agreed: null });
  const split = (level: Level, agreed: Level | null = null) => ({ level, split: true, agreed });

  it('takes the lower middle Place as the median', () => {
    expect(scoreSystem([settled(1), settled(4), settled(2), settled(3)])).toEqual({
      lowest: 1,
      median: 2,
      highest: 4,
      gap: 3,
      gapOpen: false,
    });
  });

  it('leaves out Places without a level, and has no figures without any', () => {
    expect(scoreSystem([settled(null), settled(2)])).toMatchObject({ median: 2, gap: 0 });
    expect(scoreSystem([settled(null)])).toEqual({
      lowest: null,
      median: null,
      highest: null,
      gap: null,
      gapOpen: false,
    });
  });

  it('has an open gap while an end of it rests on a split that is not agreed', () => {
    expect(scoreSystem([split(0), settled(3)]).gapOpen).toBe(true);
    expect(scoreSystem([settled(0), split(3)]).gapOpen).toBe(true);
    expect(scoreSystem([split(0, 0), settled(3)]).gapOpen).toBe(false);
    expect(scoreSystem([split(0), settled(0), settled(3)]).gapOpen).toBe(false);
    expect(scoreSystem([settled(0), split(2), settled(3)]).gapOpen).toBe(false);
  });
});
