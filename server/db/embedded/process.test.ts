/** The living, the dead, and zombies. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { afterEach, describe, expect, it } from 'vitest';
import { isAlive, isStillAlive, markOf } from './process.ts';

describe('a process', () => {
  let parent: ChildProcess | undefined;
  afterEach(() => parent?.kill('SIGKILL'));

  it('is alive while it runs, and its mark fits it alone', () => {
    expect(isAlive(process.pid)).toBe(true);
    expect(isStillAlive(markOf(process.pid))).toBe(true);
    expect(isStillAlive({ pid: process.pid, started: 'before' })).toBe(false);
  });

  it.each([0, -1, NaN, 99_999_999])('of number %s is not alive', (pid) => {
    expect(isAlive(pid)).toBe(false);
  });

  it('that ended without being reaped is dead, though signals still find it', async () => {
    // The shell becomes a sleep, which never asks after the child that it had as a shell.
    parent = spawn('sh', ['-c', 'sleep 0 & echo $!; exec sleep 60'], {
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    const [line] = parent.stdout ? ((await once(parent.stdout, 'data')) as [Buffer]) : [];
    const zombie = Number(line?.toString());
    await expect.poll(() => isAlive(zombie)).toBe(false);
    expect(process.kill(zombie, 0)).toBe(true);
  });
});
