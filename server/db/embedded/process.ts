/** Whether another process still lives, told apart from a zombie and from a stranger that got its number. */
import { readFileSync } from 'node:fs';

/**
 * Alive, and not a zombie: in a container whose first process does not reap, a killed PostgreSQL
 * stays a zombie for good, and signal 0 still finds it.
 */
export function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  if (process.platform === 'linux') return !['Z', 'X', undefined].includes(readStat(pid)?.[0]);
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return errorCode(error) === 'EPERM'; // it lives, under another account
  }
}

/** A process by number and start: after a restart of the container the same number is somebody else. */
export interface ProcessMark {
  readonly pid: number;
  /** clock ticks from boot to start on Linux; empty elsewhere */
  readonly started: string;
}

export function markOf(pid: number): ProcessMark {
  return { pid, started: readStat(pid)?.[19] ?? '' };
}

/** Whether the process that left this mark still lives. */
export function isStillAlive(mark: ProcessMark): boolean {
  return isAlive(mark.pid) && markOf(mark.pid).started === mark.started;
}

export const formatMark = (mark: ProcessMark): string => `${mark.pid} ${mark.started}`;

export function parseMark(text: string): ProcessMark {
  const [pid = '', started = ''] = text.trim().split(' ');
  return { pid: Number(pid), started };
}

/** The fields of /proc/<pid>/stat from the state on: what comes before may hold spaces and brackets. */
function readStat(pid: number): string[] | undefined {
  if (process.platform !== 'linux') return undefined;
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return text.slice(text.lastIndexOf(')') + 2).split(' ');
  } catch {
    return undefined;
  }
}

/** The code of a system error (`ENOENT`, …), if it has one. */
export function errorCode(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}
