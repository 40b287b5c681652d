/** The PostgreSQL server of a test run: built in with fsync off, or the one that TEST_DATABASE_URL names. */
import { readdirSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { postgresAccount } from '../../server/db/embedded/account.ts';
import { postgresBinaries } from '../../server/db/embedded/binaries.ts';
import { prepareFolder } from '../../server/db/embedded/cluster.ts';
import { startEmbedded } from '../../server/db/embedded/embedded.ts';
import { findPostmaster, stopPostmaster } from '../../server/db/embedded/postmaster.ts';
import { isAlive } from '../../server/db/embedded/process.ts';

export interface TestServer {
  /** a role that may create databases, and a database to connect to meanwhile */
  readonly url: string;
  stop(): Promise<void>;
}

const FOLDER = /^parent-infant-test-(\d+)$/;

export async function startTestServer(): Promise<TestServer> {
  const given = process.env['TEST_DATABASE_URL'];
  if (given) return { url: given, stop: () => Promise.resolve() };
  await sweep();
  const dataDir = path.join(os.tmpdir(), `parent-infant-test-${process.pid}`);
  const server = await startEmbedded({ dataDir, fast: true });
  return {
    url: server.url,
    stop: async () => {
      await server.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** Stops and removes what earlier runs left behind when they were killed. */
async function sweep(): Promise<void> {
  for (const name of readdirSync(os.tmpdir())) {
    const pid = FOLDER.exec(name)?.[1];
    if (pid === undefined || isAlive(Number(pid))) continue;
    const dataDir = path.join(os.tmpdir(), name);
    const account = postgresAccount();
    const folder = prepareFolder(dataDir, account);
    const left = await findPostmaster(folder);
    if (left) await stopPostmaster(folder, postgresBinaries(account), left.pid);
    rmSync(dataDir, { recursive: true, force: true });
  }
}
