/** One running PostgreSQL server: what its pid file says, starting it, stopping it. */
import { execFile, spawn, type ChildProcess } from 'node:child_process';
import {
  closeSync,
  existsSync,
  fstatSync,
  openSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { promisify } from 'node:util';
import type { Binaries } from './binaries.ts';
import { PROGRAM_ENV, type ClusterOptions, type Folder } from './cluster.ts';
import { errorCode, isAlive } from './process.ts';

const POLL_MS = 20;
/** Recovery after a crash replays up to a gigabyte of log before the server is ready. */
const START_PATIENCE_MS = 120_000;
/** Backends of a killed server linger for a moment, and a free port may be taken under our hands. */
const RETRY_PATIENCE_MS = 15_000;
const STOP_PATIENCE_MS = 10_000;

export interface Postmaster {
  readonly pid: number;
  readonly port: number;
}

export interface StartOptions extends ClusterOptions {
  /** a server that comes back keeps its address */
  readonly port?: number | undefined;
}

interface PidFile extends Postmaster {
  readonly ready: boolean;
}

function readPidFile(folder: Folder): PidFile | undefined {
  try {
    const lines = readFileSync(path.join(folder.cluster, 'postmaster.pid'), 'utf8').split('\n');
    const ready = lines[7]?.trim() === 'ready';
    return { pid: Number(lines[0]), port: Number(lines[3]), ready };
  } catch {
    return undefined;
  }
}

/** The server that runs on this folder, once it is ready; undefined when none does. Call under the folder's lock. */
export async function findPostmaster(folder: Folder): Promise<Postmaster | undefined> {
  const deadline = Date.now() + START_PATIENCE_MS;
  for (let found = readPidFile(folder); found; found = readPidFile(folder)) {
    if (!isPostmasterOf(folder, found.pid)) {
      markDead(folder);
      return undefined;
    }
    if (found.ready) return { pid: found.pid, port: found.port };
    if (Date.now() > deadline) throw new Error(`PostgreSQL does not get ready: see ${folder.log}`);
    await wait(POLL_MS);
  }
  return undefined;
}

/** Alive, and no stranger that got the number after a restart of the machine or the container. */
export function isPostmasterOf(folder: Folder, pid: number): boolean {
  if (!isAlive(pid)) return false;
  if (process.platform !== 'linux') return true;
  try {
    if (readFileSync(`/proc/${pid}/comm`, 'utf8').trim() !== 'postgres') return false;
    return readlinkSync(`/proc/${pid}/cwd`) === realpathSync(folder.cluster);
  } catch (error) {
    // Where we may not look, believe the pid file: two servers on one folder would ruin it.
    return errorCode(error) !== 'ENOENT';
  }
}

/** No system counts this far (Linux ends at 4,194,304). */
const NOBODY = '99999999';

/**
 * PostgreSQL takes a zombie or a stranger for its living self and refuses to start. The number is replaced
 * rather than the file removed: its shared memory key still keeps a second server away from lingering backends.
 */
function markDead(folder: Folder): void {
  const file = path.join(folder.cluster, 'postmaster.pid');
  if (!existsSync(file)) return;
  const [, ...rest] = readFileSync(file, 'utf8').split('\n');
  writeFileSync(file, [NOBODY, ...rest].join('\n'));
}

/** Starts the server and waits until it takes connections. Call under the folder's lock. */
export async function startPostmaster(options: StartOptions): Promise<Postmaster> {
  const deadline = Date.now() + RETRY_PATIENCE_MS;
  for (;;) {
    try {
      return await startOnce(options, options.port ?? (await freePort()));
    } catch (error) {
      if (!(error instanceof TryAgain) || Date.now() > deadline) throw error;
      await wait(10 * POLL_MS);
    }
  }
}

class TryAgain extends Error {}

async function startOnce(options: StartOptions, port: number): Promise<Postmaster> {
  const { folder, binaries, account } = options;
  const log = openSync(folder.log, 'a', 0o600);
  const before = fstatSync(log).size;
  const child = spawn(binaries.postgres, serverArguments(options, port), {
    ...account,
    env: PROGRAM_ENV,
    cwd: folder.root,
    // A group of its own: Ctrl-C stops the application first, and the application stops the database.
    detached: process.platform !== 'win32',
    stdio: ['ignore', log, log],
  });
  closeSync(log);
  await untilReady(folder, child, before);
  child.unref();
  return { pid: Number(child.pid), port };
}

function serverArguments({ folder, fast }: StartOptions, port: number): string[] {
  const settings = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: '200',
    timezone: 'UTC',
    lc_messages: 'C',
    // The log names no row and no statement: answers and addresses stay out of it.
    log_error_verbosity: 'terse',
    log_min_error_statement: 'panic',
    log_checkpoints: 'off',
    ...(fast && { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }),
  };
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  return ['-D', folder.cluster, '-p', String(port), ...flags];
}

async function untilReady(folder: Folder, child: ChildProcess, logFrom: number): Promise<void> {
  let ended: string | undefined;
  child.once('error', (error) => (ended = error.message));
  child.once('exit', (code, signal) => (ended = String(code ?? signal)));
  const deadline = Date.now() + START_PATIENCE_MS;
  for (;;) {
    if (ended !== undefined) throw startFailure(ended, readFileSync(folder.log).subarray(logFrom));
    const found = readPidFile(folder);
    if (found?.ready && found.pid === child.pid) return;
    if (Date.now() > deadline) child.kill('SIGQUIT');
    await wait(POLL_MS);
  }
}

function startFailure(ended: string, written: Buffer): Error {
  const log = written.toString('utf8');
  const message = `PostgreSQL stopped while starting (${ended}):\n${log.slice(-4000)}`;
  const passes = /could not bind|could not create any TCP|shared memory block .* still in use/;
  return passes.test(log) ? new TryAgain(message) : new Error(message);
}

/** A port that was free a moment ago. */
function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = typeof address === 'object' && address ? address.port : 0;
      server.close(() => {
        resolve(port);
      });
    });
  });
}

/** Ends sessions and stops (PostgreSQL's "fast" shutdown); after ten seconds without a checkpoint. */
export async function stopPostmaster(
  folder: Folder,
  binaries: Binaries,
  pid: number,
): Promise<void> {
  if (process.platform === 'win32') {
    await promisify(execFile)(binaries.pgCtl, ['stop', '-D', folder.cluster, '-m', 'fast']);
    return;
  }
  const deadline = Date.now() + STOP_PATIENCE_MS;
  signal(pid, 'SIGINT');
  while (isPostmasterOf(folder, pid)) {
    if (Date.now() > deadline) signal(pid, 'SIGQUIT');
    await wait(POLL_MS);
  }
}

/** Sends a signal; a process that has gone already is as well. */
export function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch (error) {
    if (errorCode(error) !== 'ESRCH') throw error;
  }
}
