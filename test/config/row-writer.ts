/** Runs `write-rows.ts` in a process of its own and listens to what it tells. */
import { spawn } from 'node:child_process';
import path from 'node:path';
import { createInterface } from 'node:readline';

export interface RowWriter {
  /** what it told before it was ready: its notices */
  readonly notices: readonly string[];
  readonly adopted: boolean;
  readonly url: string;
  /** Waits for so many committed rows and gives back all that were told by then. */
  rows(count: number): Promise<readonly number[]>;
  /** kill -9; resolves when it is gone. */
  kill(): Promise<void>;
}

/** Writes `count` rows; `fast` is without fsync. */
export async function startRowWriter(
  dataDir: string,
  count: number,
  speed: 'durable' | 'fast',
): Promise<RowWriter> {
  const script = path.join(import.meta.dirname, 'write-rows.ts');
  const args = ['--import', 'tsx', script, dataDir, String(count), speed];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  const gone = new Promise<void>((resolve) => {
    child.once('exit', () => {
      resolve();
    });
  });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const next = async (): Promise<string> => {
    const line = await lines.next();
    if (line.done) throw new Error('the writer ended');
    return line.value;
  };
  const notices: string[] = [];
  let line = await next();
  for (; !line.startsWith('ready '); line = await next()) notices.push(line);
  const [, how = '', url = ''] = line.split(' ');
  const told: number[] = [];
  return {
    notices,
    adopted: how === 'adopted',
    url,
    rows: async (wanted) => {
      while (told.length < wanted) told.push(Number((await next()).slice('row '.length)));
      return told;
    },
    kill: async () => {
      child.kill('SIGKILL');
      await gone;
    },
  };
}
