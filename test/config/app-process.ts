/** Runs `serve-app.ts` in a process of its own, which can be killed. */
import { fork } from 'node:child_process';
import path from 'node:path';

export interface AppProcess {
  /** Serves, at this port where one is given; the port. */
  listen(port?: number): Promise<number>;
  /** kill -9; resolves when it is gone */
  kill(): Promise<void>;
}

const source = path.join(import.meta.dirname, 'serve-app.ts');

/**
 * @param program built by `buildApp`; where left out it is read as it is, which takes a few seconds more
 * @param minutesAhead of its clock: where given it tells today's time, and does the work of the queue too
 */
export function loadApp(databaseUrl: string, program = source, minutesAhead?: number): AppProcess {
  const clock = minutesAhead === undefined ? [] : [String(minutesAhead)];
  const child = fork(program, [databaseUrl, ...clock], {
    execArgv: program === source ? ['--import', 'tsx'] : [],
    env: { ...process.env, NODE_ENV: 'production' },
  });
  const gone = new Promise<void>((resolve) => {
    child.once('exit', () => {
      resolve();
    });
  });
  return {
    listen: (port = 0) =>
      new Promise((resolve, reject) => {
        const stopped = (): void => {
          reject(new Error('the application stopped before it served'));
        };
        child.once('exit', stopped);
        child.once('message', (told) => {
          child.off('exit', stopped);
          resolve(Number(told));
        });
        child.send(port);
      }),
    kill: () => {
      child.kill('SIGKILL');
      return gone;
    },
  };
}

/** How often durability tests kill; more with KILLS=100. */
export const kills = Number(process.env['KILLS'] ?? 20);
/** How many stories of saves that cross are told; .ci/run tells fewer on its second run. */
export const stories = Number(process.env['STORIES'] ?? 1_000);
