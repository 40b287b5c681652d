/** Writes and reads workbooks in a worker thread: both are done in memory, and what is read may be hostile. */
import { Piscina } from 'piscina';
import { moduleFile, workerArguments } from '../workers.ts';
import type { ReadWorkbook, Workbook } from './workbook.ts';

export interface SpreadsheetPool {
  /** The file of a workbook. */
  readonly write: (workbook: Workbook) => Promise<Buffer>;
  /** What stands in a file, or why it can't be read: also where reading takes too long, or too much memory. */
  readonly read: (file: Buffer) => Promise<ReadWorkbook>;
  /** Lets what is running finish, then ends the workers. */
  readonly close: () => Promise<void>;
}

/** milliseconds, waiting included */
const timeLimits = { write: 60_000, read: 20_000 };
/** many times what the largest workbook that is read takes */
const memoryMb = 384;
/** milliseconds after which a worker with nothing to do is ended */
const idleTime = 10 * 60_000;
/** pages come first where there are more threads than processors */
const nice = 5;

const writeModule = new URL('./write.ts', import.meta.url);
const readModule = new URL('./read.ts', import.meta.url);

/** Workers start with the first workbook. */
export function createSpreadsheetPool({
  workers,
  timeLimit = timeLimits,
}: {
  /** the most workbooks at the same time */
  readonly workers: number;
  readonly timeLimit?: { readonly write: number; readonly read: number };
}): SpreadsheetPool {
  const pool = new Piscina<unknown, unknown>({
    minThreads: 0,
    maxThreads: workers,
    idleTimeout: idleTime,
    execArgv: workerArguments(),
    niceIncrement: nice,
    resourceLimits: { maxOldGenerationSizeMb: memoryMb },
  });
  const run = (module: URL, name: 'write' | 'read', value: unknown): Promise<unknown> =>
    pool.run(value, {
      filename: moduleFile(module),
      name,
      signal: AbortSignal.timeout(timeLimit[name]),
    });
  return {
    write: async (workbook) => {
      const bytes = (await run(writeModule, 'write', workbook)) as Uint8Array;
      return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    },
    read: async (file) => {
      try {
        return (await run(readModule, 'read', file)) as ReadWorkbook;
      } catch (error) {
        if (isExhausted(error)) return { sheets: [], fault: 'too-large' };
        throw error;
      }
    },
    close: () => pool.close(),
  };
}

function isExhausted(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return (
    error.name === 'AbortError' || ('code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY')
  );
}
