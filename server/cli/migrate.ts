/** `npm run migrate`: brings the database of the settings up to date, as `npm start` does by itself. */
import { environment, readConfig } from '../config.ts';
import { migrate } from '../db/migrate.ts';
import { provideDatabase } from '../db/provide.ts';

try {
  const database = await provideDatabase(readConfig(environment()), console.error);
  try {
    const names = await migrate(database.url);
    console.log(names.length > 0 ? names.join('\n') : 'Nothing to do: the schema is current.');
  } finally {
    await database.stop();
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
