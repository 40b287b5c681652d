/** One process at a time prepares or starts a data folder: a lock file that outlives nobody. */
import { linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { errorCode, formatMark, isStillAlive, markOf, parseMark } from './process.ts';

const POLL_MS = 25;
const PATIENCE_MS = 120_000;

/** Runs `work` while holding the lock. Throws when a living process keeps it for two minutes. */
export async function withLock<T>(file: string, work: () => Promise<T>): Promise<T> {
  const deadline = Date.now() + PATIENCE_MS;
  while (!tryLock(file)) {
    if (isAbandoned(file)) breakLock(file);
    if (Date.now() > deadline) {
      throw new Error(`Another process holds ${file}. If none is running, delete ${file}*.`);
    }
    await wait(POLL_MS);
  }
  try {
    return await work();
  } finally {
    rmSync(file, { force: true });
  }
}

/** A hard link appears at once and with its content: nobody ever reads a half-written lock. */
function tryLock(file: string): boolean {
  return createWhole(file, formatMark(markOf(process.pid)));
}

let drafts = 0;

/** Creates a file with its whole content, for our eyes only, or leaves the existing one alone (false). */
export function createWhole(file: string, content: string): boolean {
  drafts += 1;
  const draft = `${file}.${process.pid}-${drafts}`;
  writeFileSync(draft, content, { mode: 0o600 });
  try {
    linkSync(draft, file);
    return true;
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return false;
    throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}

function isAbandoned(file: string): boolean {
  try {
    return !isStillAlive(parseMark(readFileSync(file, 'utf8')));
  } catch {
    return false; // released in this moment
  }
}

/** Two processes may see the same dead holder: only one breaks the lock, and only after looking again. */
function breakLock(file: string): void {
  const breaking = `${file}.breaking`;
  if (!createWhole(breaking, formatMark(markOf(process.pid)))) return;
  try {
    if (isAbandoned(file)) rmSync(file, { force: true });
  } finally {
    rmSync(breaking, { force: true });
  }
}
