/** Runs a command on the database of the settings, and leaves it as it was. */
import { environment, readConfig, type Config } from '../config.ts';
import { connect, type Database } from '../database.ts';
import { finish, type CommandResult } from './command.ts';

/** What goes wrong is said on standard error, with exit code 1. */
export async function withDatabase(
  name: string,
  command: (db: Database['db'], config: Config) => Promise<CommandResult>,
): Promise<void> {
  try {
    const config = readConfig(environment());
    // Standard error is for faults: where the database lies matters to those who start a server.
    const { db, close } = await connect(config, name, () => undefined);
    try {
      finish(await command(db, config));
    } finally {
      await close();
    }
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
