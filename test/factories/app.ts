/** The application on a test database, with nothing around it that tests do without. */
import { randomUUID } from 'node:crypto';
import type { Express } from 'express';
import type { Knex } from 'knex';
import { pino } from 'pino';
import type { PdfPool } from '../../server/adapters/pdf/pool.ts';
import type { SpreadsheetPool } from '../../server/adapters/spreadsheet/pool.ts';
import { createApp, type AppDeps } from '../../server/app.ts';
import { isUnavailable } from '../../server/db/errors.ts';

/** When the tests' requests happen, unless a test says otherwise: 14:02 in London. */
export const testTime = new Date('2026-03-18T14:02:00Z');

/** For tests that ask for no PDF: a pool of workers is made by those that do. */
const noPdf: PdfPool = {
  warmUp: () => Promise.resolve(),
  render: () => Promise.reject(new Error('this application draws no PDF')),
  renderLong: () => Promise.reject(new Error('this application draws no PDF')),
  close: () => Promise.resolve(),
};

/** The same for workbooks. */
const noSpreadsheets: SpreadsheetPool = {
  write: () => Promise.reject(new Error('this application writes no workbook')),
  read: () => Promise.reject(new Error('this application reads no workbook')),
  close: () => Promise.resolve(),
};

interface AppOptions {
  readonly now?: () => Date;
  readonly pdf?: PdfPool;
  readonly spreadsheets?: SpreadsheetPool;
  /** false: people sign in by e-mail, as they do for real */
  readonly demo?: boolean;
  readonly provider?: AppDeps['provider'];
  readonly trustProxy?: number;
  readonly baseUrl?: string;
}

/** What the application needs, as the tests give it: the demonstration's sign-in, no log. */
export function appDeps(db: Knex, options: AppOptions = {}): AppDeps {
  return {
    now: () => testTime,
    pdf: noPdf,
    spreadsheets: noSpreadsheets,
    demo: true,
    provider: null,
    trustProxy: 0,
    baseUrl: 'http://127.0.0.1:3000',
    ...options,
    db,
    logger: pino({ level: 'silent' }),
    newId: randomUUID,
    sessionSecret: 'a secret of the tests',
    production: true,
    version: '0.0.0',
    isReady: () => Promise.resolve(true),
    isUnavailable,
  };
}

export function anApp(db: Knex, options: AppOptions = {}): Express {
  return createApp(appDeps(db, options));
}
