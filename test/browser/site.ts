/** The demonstration in a real browser: a database of its own, the application on a free port, a page per visitor. */
import { randomUUID } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { pino } from 'pino';
import { afterAll, afterEach, beforeAll } from 'vitest';
import { createPdfPool } from '../../server/adapters/pdf/pool.ts';
import { createApp } from '../../server/app.ts';
import { loadDemonstration } from '../../server/cli/demo/load.ts';
import { isUnavailable } from '../../server/db/errors.ts';
import { useDatabase } from '../config/database.ts';
import { launchBrowser } from './browser.ts';

export interface Site {
  readonly url: string;
  /** a page of a new visitor; closed after the test */
  visit(options?: BrowserContextOptions): Promise<Page>;
  /** signs in as the first persona whose button begins with these words */
  signInAs(page: Page, persona: string): Promise<void>;
}

/** Call at the top of a test file. */
export function useSite(): Site {
  const database = useDatabase();
  const visitors: Page[] = [];
  let browser: Browser | undefined;
  let server: Server | undefined;
  const pdf = createPdfPool({ workers: 1 });
  let url = '';
  beforeAll(async () => {
    await loadDemonstration(database.db, new Date());
    const app = createApp({
      db: database.db,
      pdf,
      logger: pino({ level: 'silent' }),
      now: () => new Date(),
      newId: randomUUID,
      sessionSecret: 'only for tests, and long enough for one',
      baseUrl: 'http://127.0.0.1',
      trustProxy: 0,
      demo: true,
      production: true,
      version: 'test',
      isReady: () => Promise.resolve(true),
      isUnavailable,
    });
    const listening = createServer(app);
    server = listening;
    await new Promise<void>((resolve) => listening.listen(0, '127.0.0.1', resolve));
    url = `http://127.0.0.1:${String((listening.address() as AddressInfo).port)}`;
    browser = await launchBrowser();
  });
  afterEach(async () => {
    for (const page of visitors.splice(0)) await page.context().close();
  });
  afterAll(async () => {
    await browser?.close();
    server?.closeAllConnections();
    server?.close();
    await pdf.close();
  });
  return {
    get url() {
      return url;
    },
    visit: async (options = {}) => {
      if (!browser) throw new Error('The browser is there inside tests only.');
      const context = await browser.newContext({ baseURL: url, ...options });
      const page = await context.newPage();
      visitors.push(page);
      return page;
    },
    signInAs: async (page, persona) => {
      await page.goto('/sign-in');
      await page
        .getByRole('button', { name: new RegExp(`^${persona}`) })
        .first()
        .click();
      await page.waitForURL((address) => !address.pathname.startsWith('/sign-in'));
    },
  };
}
