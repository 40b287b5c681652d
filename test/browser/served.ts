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

/** @param given what differs from the demonstration; `now`: what the application takes for the time */
export async function serve(
  db: Knex,
  given: { readonly now: () => Date; readonly demo?: boolean },
): Promise<Served> {
  const pdf = createPdfPool({ workers: 1 });
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
  server.on('request', anApp(db, { ...given, pdf, baseUrl: url }));
  return {
    url,
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
