/** Serves the application until it is told to stop; then finishes what is under way. */
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pino } from 'pino';
import { openidProvider, type IdentityProvider } from './adapters/openid.ts';
import { createPdfPool } from './adapters/pdf/pool.ts';
import { createSpreadsheetPool } from './adapters/spreadsheet/pool.ts';
import { createApp } from './app.ts';
import { startBackground } from './background.ts';
import type { Config } from './config.ts';
import type { Database } from './database.ts';
import path from 'node:path';
import { projectRoot } from './root.ts';
import { reportDocuments } from './features/reports/report-pdf.routes.ts';
import { minutesDocument } from './features/review/minutes.routes.ts';
import { isUnavailable } from './db/errors.ts';
import { hasJobQueue } from './db/jobs.ts';
import { migrationsPending } from './db/migrate.ts';
import { startMail } from './mail.ts';
import { paths } from './web/paths.ts';

const manifest = path.join(projectRoot, 'package.json');
const { version } = JSON.parse(readFileSync(manifest, 'utf8')) as { version: string };

/** Requests under way are given this long at a stop. */
const graceMs = 20_000;

/** PDFs drawn at the same time; each keeps its fonts in memory, and more would slow the pages down. */
const pdfWorkers = 2;

/** Workbooks written or read at the same time. */
const spreadsheetWorkers = 1;

export interface Serving {
  readonly address: string;
  readonly close: () => Promise<void>;
}

export async function serve(
  config: Config,
  { db, url }: Pick<Database, 'db' | 'url'>,
  sessionSecret: string,
): Promise<Serving> {
  const logger = pino({ level: config.demo ? 'warn' : config.logLevel });
  const pdf = createPdfPool({ workers: pdfWorkers });
  const spreadsheets = createSpreadsheetPool({ workers: spreadsheetWorkers });
  const now = (): Date => new Date();
  const app = createApp({
    db,
    pdf,
    spreadsheets,
    logger,
    now,
    newId: randomUUID,
    sessionSecret,
    baseUrl: config.baseUrl,
    provider: providerOf(config, now),
    trustProxy: config.trustProxy,
    demo: config.demo,
    production: config.production,
    version,
    isReady: async () => (await migrationsPending(db)).length === 0 && (await hasJobQueue(db)),
    isUnavailable,
  });
  const server = createServer(app);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(config.port, config.host, resolve);
  });
  pdf.warmUp([...reportDocuments, minutesDocument]).catch((error: unknown) => {
    logger.warn(error, 'The first PDF will take longer: its worker could not start beforehand.');
  });
  const mail = startMail(config, { db, url, logger, now });
  const { baseUrl } = config;
  const background = startBackground({ db, url, pdf, logger, now, baseUrl });
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://${config.host}:${String(port)}`,
    close: async () => {
      await Promise.all([closeServer(server), mail.stop(), background.stop()]);
      await Promise.all([pdf.close(), spreadsheets.close()]);
    },
  };
}

function providerOf({ openid, baseUrl }: Config, now: () => Date): IdentityProvider | null {
  const redirectUri = `${baseUrl}${paths.signInOrganisationBack()}`;
  return openid ? openidProvider({ ...openid, redirectUri, now }) : null;
}

function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => {
      resolve();
    });
    server.closeIdleConnections();
    setTimeout(() => {
      server.closeAllConnections();
    }, graceMs).unref();
  });
}

/** Calls `stop` once, at the first SIGINT or SIGTERM. */
export function onStopSignal(stop: () => Promise<void>): void {
  let stopping = false;
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      if (stopping) return;
      stopping = true;
      void stop().then(
        () => process.exit(0),
        () => process.exit(1),
      );
    });
  }
}
