/** The demonstration in a real browser: a database of its own, the application on a free port, a page per visitor. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Knex } from 'knex';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll } from 'vitest';
import { createPdfPool } from '../../server/adapters/pdf/pool.ts';
import { loadDemonstration } from '../../server/cli/demo/load.ts';
import { useDatabase } from '../config/database.ts';
import { anApp } from '../factories/visitor.ts';
import { launchBrowser } from './browser.ts';

const demonstration = (db: Knex): Promise<unknown> => loadDemonstration(db, new Date());

export interface Site {
  readonly url: string;
  /** a page of a new visitor; closed after the test */
  visit(options?: BrowserContextOptions): Promise<Page>;
  /** signs in as the first persona whose button begins with these words */
  signInAs(page: Page, persona: string): Promise<void>;
}

/**
 * Call at the top of a test file.
 * @param load what the database holds: the demonstration where left out
 */
export function useSite(load: (db: Knex) => Promise<unknown> = demonstration): Site {
  const database = useDatabase();
  const visitors: Page[] = [];
  let browser: Browser | undefined;
  let server: Server | undefined;
  const pdf = createPdfPool({ workers: 1 });
  let url = '';
  beforeAll(async () => {
    await load(database.db);
    const app = anApp(database.db, { now: () => new Date(), pdf });
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
