/** The demonstration in a real browser: a database of its own, the application on a free port, a page per visitor. */
import type { Knex } from 'knex';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll } from 'vitest';
import { loadDemonstration } from '../../server/cli/demo/load.ts';
import { useDatabase } from '../config/database.ts';
import { launchBrowser } from './browser.ts';
import { serve, signInAs, type Given, type Served } from './served.ts';

const demonstration = (db: Knex): Promise<unknown> => loadDemonstration(db, new Date());

export interface Site {
  readonly url: string;
  readonly db: Knex;
  /** a page of a new visitor; closed after the test */
  visit(options?: BrowserContextOptions): Promise<Page>;
  /** signs in as the first persona whose button begins with these words */
  signInAs(page: Page, persona: string): Promise<void>;
}

/**
 * Call at the top of a test file.
 * @param load what the database holds: the demonstration where left out
 * @param given demo false: people sign in as in real use
 */
export function useSite(
  load: (db: Knex) => Promise<unknown> = demonstration,
  given: Omit<Given, 'now'> = {},
): Site {
  const database = useDatabase();
  const visitors: Page[] = [];
  let browser: Browser | undefined;
  let served: Served | undefined;
  beforeAll(async () => {
    await load(database.db);
    served = await serve(database.db, { now: () => new Date(), demo: true, ...given });
    browser = await launchBrowser();
  });
  afterEach(async () => {
    for (const page of visitors.splice(0)) await page.context().close();
  });
  afterAll(async () => {
    await browser?.close();
    await served?.close();
  });
  return {
    get db() {
      return database.db;
    },
    get url() {
      return served?.url ?? '';
    },
    visit: async (options = {}) => {
      if (!browser || !served) throw new Error('The browser is there inside tests only.');
      const context = await browser.newContext({ baseURL: served.url, ...options });
      const page = await context.newPage();
      visitors.push(page);
      return page;
    },
    signInAs,
  };
}
