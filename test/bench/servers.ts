/** Starts a server of the bench as a process of its own, and asks it what it has used. */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import type { BenchServer } from './load.ts';

export async function start(which: 'ours' | 'bare', url: string): Promise<BenchServer> {
  const child = fork(new URL('./server.ts', import.meta.url), [which, url], {
    execArgv: ['--import', 'tsx'],
    env: { ...process.env, NODE_ENV: 'production' },
  });
  const answer = (): Promise<number> =>
    new Promise((resolve, reject) => {
      const stopped = (code: unknown): void => {
        reject(new Error(`the ${which} server stopped: ${String(code)}`));
      };
      child.once('exit', stopped);
      void once(child, 'message').then(([value]) => {
        child.off('exit', stopped);
        resolve(Number(value));
      });
    });
  const port = await answer();
  return {
    port,
    cpu: () => {
      child.send('cpu');
      return answer();
    },
    stop: () => child.kill(),
  };
}
