/** Who stops the server of a data folder: the process that started it, or that took it over from a dead one. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import type { Binaries } from './binaries.ts';
import type { Folder } from './cluster.ts';
import { withLock } from './lock.ts';
import {
  findPostmaster,
  isPostmasterOf,
  signal,
  startPostmaster,
  stopPostmaster,
  type Postmaster,
  type StartOptions,
} from './postmaster.ts';
import { formatMark, isStillAlive, markOf, parseMark, type ProcessMark } from './process.ts';

const WATCH_MS = 250;

/** The living process that stops this server, if there is one. */
export function livingOwner(folder: Folder): ProcessMark | undefined {
  if (!existsSync(folder.owner)) return undefined;
  const mark = parseMark(readFileSync(folder.owner, 'utf8'));
  return isStillAlive(mark) ? mark : undefined;
}

/**
 * Makes us the owner, and keeps the server running until it is told to stop: one that dies (killed, out of memory) is started again on
 * the same port, so that the application recovers without a restart. Returns the way to stop it.
 */
export function keepRunning(
  first: Postmaster,
  options: StartOptions,
  say: (line: string) => void,
): () => Promise<void> {
  const { folder, binaries } = options;
  writeFileSync(folder.owner, formatMark(markOf(process.pid)), { mode: 0o600 });
  let current = first;
  let revival: Promise<void> | undefined;
  const revive = async (): Promise<void> => {
    try {
      current = await startAgain({ ...options, port: first.port });
      say('The database had stopped, and was started again.');
    } catch (error) {
      say(`The database stopped and does not start: ${String(error)}`);
    } finally {
      revival = undefined;
    }
  };
  const watch = setInterval(() => {
    if (!revival && !isPostmasterOf(folder, current.pid)) revival = revive();
  }, WATCH_MS);
  watch.unref();
  const endWithUs = (): void => {
    signal(current.pid, 'SIGINT');
  };
  process.once('exit', endWithUs);
  const stop = async (): Promise<void> => {
    clearInterval(watch);
    await revival;
    process.off('exit', endWithUs);
    await stopUnderLock(folder, binaries, current.pid);
  };
  let stopping: Promise<void> | undefined;
  return () => (stopping ??= stop());
}

async function startAgain(options: StartOptions): Promise<Postmaster> {
  return withLock(options.folder.lock, async () => {
    const found = await findPostmaster(options.folder);
    return found ?? (await startPostmaster(options));
  });
}

async function stopUnderLock(folder: Folder, binaries: Binaries, pid: number): Promise<void> {
  await withLock(folder.lock, async () => {
    if (isPostmasterOf(folder, pid)) await stopPostmaster(folder, binaries, pid);
  });
}
