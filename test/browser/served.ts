/** The application on a free port of this machine, and somebody who signs in to it. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Knex } from 'knex';
import type { Page } from 'playwright-core';
import type { IdentityProvider } from '../../server/adapters/openid.ts';
import { createPdfPool } from '../../server/adapters/pdf/pool.ts';
import { createSpreadsheetPool } from '../../server/adapters/spreadsheet/pool.ts';
import { anApp } from '../factories/visitor.ts';

export interface Served {
  readonly url: string;
  readonly close: () => Promise<void>;
}

export interface Given {
  /** what the application takes for the time */
  readonly now: () => Date;
  readonly demo?: boolean;
  /** of an organisation's accounts, for the application at this address */
  readonly provider?: (url: string) => Promise<IdentityProvider>;
}

/** @param given what differs from the demonstration */
export async function serve(db: Knex, { provider, ...given }: Given): Promise<Served> {
  const pdf = createPdfPool({ workers: 1 });
  const spreadsheets = createSpreadsheetPool({ workers: 1 });
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
  const options = { ...given, pdf, spreadsheets, baseUrl: url };
  server.on(
    'request',
    anApp(db, provider ? { ...options, provider: await provider(url) } : options),
  );
  return {
    url,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await Promise.all([pdf.close(), spreadsheets.close()]);
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
