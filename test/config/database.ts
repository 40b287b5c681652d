/** A database of its own for a test file: migrated, empty, gone afterwards. */
import type { Knex } from 'knex';
import { afterAll, beforeAll, inject } from 'vitest';
import { openDatabase } from '../../server/db/open.ts';
import { createDatabase, dropDatabase, urlOf } from './databases.ts';

export interface TestDatabase {
  /** a pool of four connections; the limits are those of pages */
  readonly db: Knex;
  readonly url: string;
}

/** Call at the top of a test file or of a `describe`; read `db` and `url` inside tests and hooks only. */
export function useDatabase(): TestDatabase {
  const serverUrl = inject('testServerUrl');
  let opened: { readonly name: string; readonly db: Knex } | undefined;
  const current = (): { readonly name: string; readonly db: Knex } => {
    if (!opened) throw new Error('The database is there inside tests and hooks only.');
    return opened;
  };
  beforeAll(async () => {
    const name = await createDatabase(serverUrl, inject('testTemplate'));
    const url = urlOf(serverUrl, name);
    opened = { name, db: openDatabase({ url, poolSize: 4, applicationName: 'test' }) };
  });
  afterAll(async () => {
    const { name, db } = current();
    await db.destroy();
    await dropDatabase(serverUrl, name);
  });
  return {
    get db() {
      return current().db;
    },
    get url() {
      return urlOf(serverUrl, current().name);
    },
  };
}
