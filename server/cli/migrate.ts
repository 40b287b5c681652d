/** `npm run migrate`: brings the database of the settings up to date, as `npm start` does by itself. */
import { environment, readConfig } from '../config.ts';
import { connect } from '../database.ts';

try {
  const { close } = await connect(readConfig(environment()), 'migrate', console.error);
  await close();
  console.log('The schema is current.');
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
