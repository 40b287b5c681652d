/** Starts the application for real: settings, database, server; stops it in the opposite order. */
import { environment, readConfig } from './config.ts';
import { connect } from './database.ts';
import { keptSecret } from './db/secret.ts';
import { firstRunLink } from './first-run.ts';
import { publishShippedInstruments } from './publish.ts';
import { onStopSignal, serve } from './serve.ts';

const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

try {
  const config = readConfig(environment());
  const database = await connect(config, 'application', say);
  await publishShippedInstruments(database.db);
  const serving = await serve(config, database, config.sessionSecret ?? keptSecret(config.dataDir));
  onStopSignal(async () => {
    await serving.close();
    await database.close();
  });
  const link = await firstRunLink(database.db, config.baseUrl, new Date());
  say(`Ready: ${config.baseUrl}`);
  if (link !== null) {
    say(`There is no administrator yet. Open this link, which works once: ${link}`);
  }
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}
