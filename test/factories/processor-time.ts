/** How long some work keeps the processor busy: others on the machine do not count, as they do on the clock. */
import process from 'node:process';

export interface Busy<T> {
  readonly result: T;
  /** milliseconds of this process, its collector and compiler included */
  readonly ms: number;
}

export function timed<T>(work: () => T): Busy<T> {
  const before = process.cpuUsage();
  const result = work();
  const { user, system } = process.cpuUsage(before);
  return { result, ms: (user + system) / 1000 };
}
