/** The application as a process of its own, for tests: it loads, and listens where its parent says. */
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { openDatabase } from '../../server/db/open.ts';
import { anApp } from '../factories/app.ts';

const [, , url = ''] = process.argv;
const db = openDatabase({ url, applicationName: 'application' });
const server = createServer(anApp(db) as RequestListener);
process.on('message', (port) => {
  server.listen(Number(port), '127.0.0.1', () => {
    process.send?.((server.address() as AddressInfo).port);
  });
});
// Without its parent there is nobody to serve.
process.on('disconnect', () => process.exit(0));
