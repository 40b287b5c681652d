/** The lock of a data folder: one at a time, and nobody waits for the dead. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createWhole, withLock } from './lock.ts';

describe('the lock', () => {
  let folder = '';
  let file = '';
  beforeEach(() => {
    folder = mkdtempSync(path.join(os.tmpdir(), 'lock-'));
    file = path.join(folder, 'lock');
  });
  afterEach(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  /** The most that were ever inside together. */
  async function crowd(size: number): Promise<number> {
    let inside = 0;
    let most = 0;
    const visit = (): Promise<void> =>
      withLock(file, async () => {
        inside += 1;
        most = Math.max(most, inside);
        for (let turn = 0; turn < 5; turn += 1) await nextTurn();
        inside -= 1;
      });
    await Promise.all(Array.from({ length: size }, visit));
    return most;
  }

  it('lets one in at a time, and leaves nothing behind', async () => {
    expect(await crowd(5)).toBe(1);
    expect(readdirSync(folder)).toEqual([]);
  });

  it('is let go when the work fails', async () => {
    await expect(withLock(file, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(await withLock(file, () => Promise.resolve('in'))).toBe('in');
  });

  it.each([
    ['a process that has ended', '99999999 1'],
    [
      'an earlier process with our number, before the container was started again',
      `${process.pid} 1`,
    ],
  ])('is taken from %s, by one of those who wait', async (_whose, mark) => {
    writeFileSync(file, mark);
    expect(await crowd(5)).toBe(1);
    expect(readdirSync(folder)).toEqual([]);
  });
});

describe('a file that appears whole', () => {
  it('is made once: the first content stays', () => {
    const folder = mkdtempSync(path.join(os.tmpdir(), 'whole-'));
    const file = path.join(folder, 'secret');
    expect([createWhole(file, 'one'), createWhole(file, 'two')]).toEqual([true, false]);
    expect(readFileSync(file, 'utf8')).toBe('one');
    expect(readdirSync(folder)).toEqual(['secret']);
    rmSync(folder, { recursive: true });
  });
});
