/** `npm run demo`: a built-in database of its own, a demonstration system and a real case, sign-in by persona. */
import { demoConfig, environment } from '../config.ts';
import { connect } from '../database.ts';
import { keptSecret } from '../db/secret.ts';
import { onStopSignal, serve } from '../serve.ts';
import { loadDemonstration } from './demo/load.ts';

try {
  const config = demoConfig(environment());
  console.log('Preparing the demonstration…');
  const database = await connect(config, 'demo', console.log);
  await loadDemonstration(database.db, new Date());
  const serving = await serve(config, database, keptSecret(config.dataDir));
  onStopSignal(async () => {
    await serving.close();
    await database.close();
  });
  console.log(`Ready. Open ${config.baseUrl} and choose somebody to be. Ctrl-C stops it.`);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
