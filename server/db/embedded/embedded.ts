/** The built-in PostgreSQL: started on first use, adopted where it runs already (docs/decisions). */
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { isUnavailable } from '../errors.ts';
import { postgresAccount } from './account.ts';
import { postgresBinaries } from './binaries.ts';
import { databaseUrl, ensureCluster, prepareFolder, type Folder } from './cluster.ts';
import { withLock } from './lock.ts';
import { keepRunning, livingOwner } from './owner.ts';
import {
  findPostmaster,
  startPostmaster,
  type Postmaster,
  type StartOptions,
} from './postmaster.ts';

const POLL_MS = 50;
const JOIN_PATIENCE_MS = 15_000;

export interface EmbeddedOptions {
  /** the server's files go into `postgres` below it */
  readonly dataDir: string;
  /** created where it is missing */
  readonly database?: string;
  /** no fsync: a power cut may lose everything, so tests only */
  readonly fast?: boolean;
  /** told what a person at the terminal should know */
  readonly say?: (line: string) => void;
}

export interface EmbeddedServer {
  /** address of the database, superuser and password included: on loopback only */
  readonly url: string;
  /** true: it ran already */
  readonly adopted: boolean;
  /** Stops the server, unless another living process owns it. */
  stop(): Promise<void>;
}

/** Starts the server of a data folder, or joins the one that runs there. */
export async function startEmbedded(options: EmbeddedOptions): Promise<EmbeddedServer> {
  const { dataDir, database = 'app', fast = false, say = () => undefined } = options;
  const account = postgresAccount();
  const binaries = postgresBinaries(account);
  const folder = prepareFolder(dataDir, account);
  if (!folder.root.startsWith(path.resolve(dataDir))) say(`The database lies in ${folder.root}.`);
  const start: StartOptions = { folder, binaries, account, fast };
  return withLock(folder.lock, async () => {
    await ensureCluster(start);
    const { server, adopted } = await joinOrStart(start, database);
    const url = databaseUrl(folder, server.port, database);
    const host = adopted ? livingOwner(folder) : undefined;
    if (!host) return { url, adopted, stop: keepRunning(server, start, say) };
    say(guestNotice(folder, host.pid));
    return { url, adopted, stop: () => Promise.resolve() };
  });
}

/** A server that was killed a moment ago still has its number and answers nobody: look again until it is gone. */
async function joinOrStart(
  start: StartOptions,
  database: string,
): Promise<{ server: Postmaster; adopted: boolean }> {
  const deadline = Date.now() + JOIN_PATIENCE_MS;
  for (;;) {
    const running = await findPostmaster(start.folder);
    const server = running ?? (await startPostmaster(start));
    try {
      await ensureDatabase(start.folder, server, database);
      return { server, adopted: running !== undefined };
    } catch (error) {
      if (!running || !isUnavailable(error) || Date.now() > deadline) throw error;
      await wait(POLL_MS);
    }
  }
}

/** A living process owns the server: we are its guest, and stopping is not ours. */
const guestNotice = (folder: Folder, pid: number): string =>
  `Process ${pid} already runs the database in ${folder.root}. It stops when that process stops.`;

async function ensureDatabase(folder: Folder, server: Postmaster, name: string): Promise<void> {
  const client = new pg.Client(databaseUrl(folder, server.port, 'postgres'));
  await client.connect();
  try {
    const found = await client.query('select from pg_database where datname = $1', [name]);
    if (!found.rowCount) await client.query(`create database ${client.escapeIdentifier(name)}`);
  } finally {
    await client.end();
  }
}
