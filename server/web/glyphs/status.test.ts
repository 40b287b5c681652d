import { describe, expect, it } from 'vitest';
import { piePath } from './status.ts';

describe('the pie of a share', () => {
  it.each([
    ['nothing', 0, ''],
    ['a quarter', 0.25, 'M9 9V3.2A5.8 5.8 0 0 1 14.8 9z'],
    ['a half', 0.5, 'M9 9V3.2A5.8 5.8 0 0 1 9 14.8z'],
    ['three quarters', 0.75, 'M9 9V3.2A5.8 5.8 0 1 1 3.2 9z'],
    ['all of it', 1, 'M9 3.2A5.8 5.8 0 1 1 9 14.8A5.8 5.8 0 1 1 9 3.2z'],
  ])('of %s', (_, share, path) => {
    expect(piePath(share)).toBe(path);
  });
});
