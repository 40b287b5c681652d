/** The application on a free port of this machine, and somebody who signs in to it. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Knex } from 'knex';
import type { Page } from 'playwright-core';
import { createPdfPool } from '../../server/adapters/pdf/pool.ts';
import { anApp } from '../factories/visitor.ts';

export interface Served {
  readonly url: string;
  readonly close: () => Promise<void>;
}

/** @param now what the application takes for the time */
export async function serve(db: Knex, now: () => Date): Promise<Served> {
  const pdf = createPdfPool({ workers: 1 });
  const server = createServer(anApp(db, { now, pdf }));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await pdf.close();
    },
  };
}

/** Signs in as the first persona whose button begins with these words. */
export async function signInAs(page: Page, persona: string): Promise<void> {
  await page.goto('/sign-in');
  await page
    .getByRole('button', { name: new RegExp(`^${persona}`) })
    .first()
    .click();
  await page.waitForURL((address) => !address.pathname.startsWith('/sign-in'));
}
