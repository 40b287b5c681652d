/** The folder that holds one PostgreSQL cluster: where it lies, whose it is, and how it comes to be. */
import { execFile } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { canReach, type Account } from './account.ts';
import type { Binaries } from './binaries.ts';

const run = promisify(execFile);

/** What PostgreSQL's programs see of the environment: nothing of ours. */
export const PROGRAM_ENV = { TZ: 'UTC', LC_ALL: 'C' };

export const SUPERUSER = 'app';

export interface Folder {
  /** what is ours around the cluster: password, lock, owner, log */
  readonly root: string;
  /** PostgreSQL's own data directory */
  readonly cluster: string;
  readonly password: string;
  readonly lock: string;
  readonly owner: string;
  readonly log: string;
}

export interface ClusterOptions {
  readonly folder: Folder;
  readonly binaries: Binaries;
  readonly account: Account | undefined;
  /** no fsync: tests only */
  readonly fast: boolean;
}

/** `<dataDir>/postgres`, or a folder in /var/tmp where the account that runs PostgreSQL cannot get at that. */
export function prepareFolder(dataDir: string, account: Account | undefined): Folder {
  mkdirSync(dataDir, { recursive: true });
  let root = path.join(path.resolve(dataDir), 'postgres');
  if (!canReach(account, path.dirname(root), '-x')) root = besideIn('/var/tmp', root);
  mkdirSync(root, { recursive: true, mode: 0o700 });
  if (account) takeOver(root, account);
  const at = (name: string): string => path.join(root, name);
  return {
    root,
    cluster: at('cluster'),
    password: at('password'),
    lock: at('lock'),
    owner: at('owner'),
    log: at('postgres.log'),
  };
}

function besideIn(parent: string, root: string): string {
  const mark = createHash('sha256').update(root).digest('hex').slice(0, 12);
  return path.join(parent, `embedded-postgres-data-${mark}`);
}

/** Root gives the folder to the account, unless a third party made it first. */
function takeOver(root: string, account: Account): void {
  const { uid } = lstatSync(root);
  if (uid !== 0 && uid !== account.uid) throw new Error(`${root} belongs to another account.`);
  chownSync(root, account.uid, account.gid);
  chmodSync(root, 0o700);
}

/**
 * Creates the cluster with a random password unless it is there already. Call under the folder's lock.
 * It is made aside and renamed: an initdb that was cut short never looks finished.
 */
export async function ensureCluster({
  folder,
  binaries,
  account,
  fast,
}: ClusterOptions): Promise<void> {
  if (existsSync(path.join(folder.cluster, 'PG_VERSION'))) return;
  const draft = `${folder.cluster}.draft`;
  rmSync(draft, { recursive: true, force: true });
  rmSync(folder.cluster, { recursive: true, force: true });
  writeFileSync(folder.password, randomBytes(24).toString('hex'), { mode: 0o600 });
  if (account) chownSync(folder.password, account.uid, account.gid);
  await run(binaries.initdb, initdbArguments(draft, folder.password, fast), {
    ...account,
    env: PROGRAM_ENV,
    cwd: folder.root,
  });
  renameSync(draft, folder.cluster);
}

function initdbArguments(draft: string, password: string, fast: boolean): string[] {
  return [
    ...['-D', draft, '-U', SUPERUSER, '--auth=scram-sha-256', `--pwfile=${password}`],
    // The builtin provider needs nothing of the machine and sorts alike everywhere.
    ...['-E', 'UTF8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C'],
    ...(fast ? ['--no-sync'] : []),
  ];
}

export function databaseUrl(folder: Folder, port: number, database: string): string {
  const password = readFileSync(folder.password, 'utf8').trim();
  return `postgres://${SUPERUSER}:${password}@127.0.0.1:${port}/${encodeURIComponent(database)}`;
}
