/** The application with sign-in by an organisation's accounts, and people who have linked one. */
import { randomUUID } from 'node:crypto';
import type { Express } from 'express';
import type { Response } from 'supertest';
import { afterAll, beforeAll, beforeEach } from 'vitest';
import { openidProvider, type OpenidSettings } from '../../server/adapters/openid.ts';
import type { TestDatabase } from '../config/database.ts';
import { aBrowser, askForLink, followLink, linkSentBy, type Browser } from './newcomer.ts';
import { aSystem } from './system.ts';
import { anApp, testTime } from './visitor.ts';

export const redirectUri = 'http://127.0.0.1:3000/sign-in/organisation/back';
export const lead = 'siân@aldermoor-and-wend.example';
export const coordinator = 'colm@aldermoor-and-wend.example';

/** As a person's own list of accounts, links, codes and sessions: empty before each test. */
const emptied = [
  ...(['person_identities', 'waiting_identities', 'provider_visits'] as const),
  ...(['recovery_codes', 'authenticators', 'sessions'] as const),
];

export interface OrganisationSite<S extends OpenidSettings> {
  /** the provider of this file's tests */
  readonly provider: S;
  readonly now: () => Date;
  readonly later: (minutes: number) => void;
  /** a process of the application; of another provider where one is given */
  readonly site: (settings?: OpenidSettings) => Express;
  /** the person has linked the account with this id before */
  readonly linked: (email: string, subject: string, issuer?: string) => Promise<void>;
  /** a browser in which somebody has followed a link by e-mail */
  readonly byLink: (email: string) => Promise<Browser>;
  /** from a page that asks for the address to the end of the link by e-mail */
  readonly proveMailbox: (browser: Browser, email: string) => Promise<Response>;
}

/**
 * Call at the top of a test file. `patienceMs`: how long the provider may take for an answer. An hour of attempts lies between two tests, so that no limit is met by chance.
 */
export function useOrganisation<S extends OpenidSettings & { close: () => Promise<void> }>(
  database: TestDatabase,
  begin: () => Promise<S>,
  { patienceMs = 5_000 }: { readonly patienceMs?: number } = {},
): OrganisationSite<S> {
  let provider: S | undefined;
  let clock = testTime;
  const now = (): Date => clock;
  const later = (minutes: number): void => {
    clock = new Date(clock.getTime() + minutes * 60_000);
  };
  const own = (): S => {
    if (!provider) throw new Error('the provider is there inside tests only');
    return provider;
  };
  const site = (settings: OpenidSettings = own()): Express => {
    const options = { ...settings, redirectUri, now, patienceMs };
    return anApp(database.db, { demo: false, now, provider: openidProvider(options) });
  };
  beforeAll(async () => {
    await aSystem(database.db);
    provider = await begin();
  });
  afterAll(() => provider?.close());
  beforeEach(async () => {
    later(60);
    for (const table of emptied) await database.db(table).delete();
  });
  return {
    get provider() {
      return own();
    },
    now,
    later,
    site,
    linked: async (email, subject, issuer = own().issuer) => {
      const [personId = ''] = await database.db('people').where({ email }).pluck('id');
      await database.db('person_identities').insert({
        ...{ id: randomUUID(), person_id: personId, issuer, subject },
        ...{ label: `${subject}@care.example`, linked_at: clock, last_used_at: clock },
      });
    },
    byLink: async (email) => {
      const browser = aBrowser(site());
      await followLink(browser, await askForLink(database.db, browser, email));
      return browser;
    },
    proveMailbox: async (browser, email) => {
      const [, returnTo = ''] = /name="returnTo" value="([^"]+)"/.exec(browser.text()) ?? [];
      const link = await linkSentBy(database.db, async () => {
        await browser.post('/sign-in/ask', { email, returnTo });
      });
      return followLink(browser, link);
    },
  };
}

/** Is somebody signed in? Signed out, every page leads to sign-in. */
export async function isIn(browser: Browser): Promise<boolean> {
  return (await browser.get('/instruments')).status === 200;
}

/** Answers the question of the page that is open: link the account, or not? */
export function answer(browser: Browser, said: 'link' | 'no'): Promise<Response> {
  const [, account = ''] = /name="account" value="([^"]+)"/.exec(browser.text()) ?? [];
  return browser.post('/sign-in/organisation/link', { account, answer: said });
}
