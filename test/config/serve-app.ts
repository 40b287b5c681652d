/** The application as a process of its own, for tests: it loads, and listens where its parent says. */
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pino } from 'pino';
import { createPdfPool } from '../../server/adapters/pdf/pool.ts';
import { startBackground } from '../../server/background.ts';
import { openDatabase } from '../../server/db/open.ts';
import { anApp } from '../factories/app.ts';

const [, , url = '', minutesAhead] = process.argv;
const db = openDatabase({ url, applicationName: 'application' });
const now = (): Date => new Date(Date.now() + Number(minutesAhead) * 60_000);
const app = minutesAhead === undefined ? anApp(db) : anApp(db, { now });
const server = createServer(app as RequestListener);
if (minutesAhead !== undefined) {
  const logger = pino({ level: 'silent' });
  const pdf = createPdfPool({ workers: 1 });
  startBackground({ db, url, pdf, logger, now, baseUrl: 'http://127.0.0.1:3000' });
}
process.on('message', (port) => {
  server.listen(Number(port), '127.0.0.1', () => {
    process.send?.((server.address() as AddressInfo).port);
  });
});
// Without its parent there is nobody to serve.
process.on('disconnect', () => process.exit(0));
