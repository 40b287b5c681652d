/** `npm start` in a process of its own, as an installation runs it. */
import { spawn, type ChildProcess } from 'node:child_process';
import { createServer, type AddressInfo } from 'node:net';
import { expect, vi } from 'vitest';

export interface Application {
  readonly url: string;
  readonly process: ChildProcess;
  readonly output: () => string;
  readonly exit: Promise<number | null>;
  /** kill -9, where it still runs; resolves when it is gone */
  readonly kill: () => Promise<unknown>;
}

async function aPort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** What sessions are signed with there, unless the settings say otherwise. */
export const sessionSecret = 'x'.repeat(32);

/** Resolves once it says that it is ready. */
export async function startApplication(
  databaseUrl: string,
  settings: Readonly<Record<string, string>> = {},
): Promise<Application> {
  const port = await aPort();
  const child = spawn(process.execPath, ['--import', 'tsx', 'server/main.ts'], {
    env: {
      PATH: '/usr/bin:/bin',
      PORT: String(port),
      DATABASE_URL: databaseUrl,
      SESSION_SECRET: sessionSecret,
      ...settings,
    },
  });
  let output = '';
  child.stdout.on('data', (text: Buffer) => (output += text.toString()));
  child.stderr.on('data', (text: Buffer) => (output += text.toString()));
  const exit = new Promise<number | null>((resolve) => child.once('exit', resolve));
  const kill = (): Promise<unknown> => {
    child.kill('SIGKILL');
    return exit;
  };
  try {
    await vi.waitFor(() => expect(output).toContain('Ready:'), { timeout: 30_000, interval: 50 });
  } catch (error) {
    await kill();
    throw error;
  }
  return { url: `http://127.0.0.1:${port}`, process: child, output: () => output, exit, kill };
}
