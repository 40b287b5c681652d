/** The operating-system account that PostgreSQL runs under: our own, or an unprivileged one when we are root. */
import { execFileSync } from 'node:child_process';

export interface Account {
  readonly uid: number;
  readonly gid: number;
}

const CANDIDATES = ['postgres', 'nobody'];

/**
 * PostgreSQL refuses to run as root, so root lends it an existing unprivileged account.
 * Undefined: run as we are. Throws when we are root and there is no such account.
 */
export function postgresAccount(): Account | undefined {
  if (process.getuid?.() !== 0) return undefined;
  for (const name of CANDIDATES) {
    const account = lookUp(name);
    if (account) return account;
  }
  throw new Error(
    'PostgreSQL does not run as root, and there is no account "postgres" or "nobody" to run it under. ' +
      'Run this as an ordinary user, or set DATABASE_URL to a PostgreSQL server.',
  );
}

function lookUp(name: string): Account | undefined {
  const ask = (flag: string): number =>
    Number(execFileSync('id', [flag, name], { stdio: ['ignore', 'pipe', 'ignore'] }).toString());
  try {
    return { uid: ask('-u'), gid: ask('-g') };
  } catch {
    return undefined;
  }
}

/** Whether the account gets at a path (`-x` runs a file or enters a folder, `-w` writes): a clone may lie under /root. */
export function canReach(account: Account | undefined, path: string, test: '-x' | '-w'): boolean {
  if (!account) return true;
  try {
    // The shell, not node: node itself may lie under a home that the account cannot enter.
    const args = ['-c', `test ${test} "$1"`, 'sh', path];
    execFileSync('/bin/sh', args, { ...account, cwd: '/', stdio: 'ignore', env: {} });
    return true;
  } catch {
    return false;
  }
}
