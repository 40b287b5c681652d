/** The database that the settings name: a server's, or the built-in one in the data folder; migrated. */
import type { Knex } from 'knex';
import type { Config } from './config.ts';
import { startEmbedded } from './db/embedded/embedded.ts';
import { migrate } from './db/migrate.ts';
import { openDatabase } from './db/open.ts';

export interface Database {
  readonly db: Knex;
  /** for what needs connections of its own */
  readonly url: string;
  readonly close: () => Promise<void>;
}

/** @param say told what a person at the terminal should know */
export async function connect(
  config: Config,
  applicationName: string,
  say: (line: string) => void,
): Promise<Database> {
  const embedded =
    config.databaseUrl === undefined
      ? await startEmbedded({ dataDir: config.dataDir, say })
      : undefined;
  const url = embedded?.url ?? config.databaseUrl ?? '';
  try {
    await migrate(url);
  } catch (error) {
    await embedded?.stop();
    throw error;
  }
  const db = openDatabase({ url, applicationName });
  return {
    db,
    url,
    close: async () => {
      await db.destroy();
      await embedded?.stop();
    },
  };
}
