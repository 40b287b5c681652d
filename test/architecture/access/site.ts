/** The application with somebody of every role at it, and a note of whatever a request changes. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Knex } from 'knex';
import type { SpreadsheetPool } from '../../../server/adapters/spreadsheet/pool.ts';
import { anApp } from '../../factories/visitor.ts';

export interface Answer {
  readonly status: number;
  /** headers and body, without what belongs to the session or the moment */
  readonly told: string;
}
/** Somebody's browser. */
export interface Caller {
  readonly get: (path: string) => Promise<Answer>;
  /** sends a form with this session's token, also from somebody who is signed out */
  readonly post: (path: string, fields: Readonly<Record<string, string>>) => Promise<Answer>;
}
export interface AccessSite {
  /**
   * @param persona id behind a persona's button; none: signed out
   * @param token of the same person, for the interface for programs; '' for none
   */
  readonly caller: (persona?: string, token?: string) => Promise<Caller>;
  readonly close: () => Promise<void>;
}

/** Draws nothing: what a report says is the business of its own tests. */
const blankPdf = {
  warmUp: () => Promise.resolve(),
  render: () => Promise.resolve(Buffer.from('%PDF-')),
  renderLong: () => Promise.resolve(Buffer.from('%PDF-')),
  close: () => Promise.resolve(),
};

/** Neither do they write what they read, nor read what they are sent. */
const blankSpreadsheets: SpreadsheetPool = {
  write: () => Promise.resolve(Buffer.from('PK')),
  read: () => Promise.resolve({ sheets: [], fault: 'not-a-workbook' }),
  close: () => Promise.resolve(),
};

export async function openSite(db: Knex): Promise<AccessSite> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
  server.on(
    'request',
    anApp(db, {
      pdf: blankPdf,
      spreadsheets: blankSpreadsheets,
      baseUrl: origin,
      now: () => new Date(),
    }),
  );
  return {
    caller: (persona, apiToken = '') => signIn(origin, persona, apiToken),
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
}

const form = (fields: Readonly<Record<string, string>>): string =>
  new URLSearchParams(fields).toString();

async function signIn(
  origin: string,
  persona: string | undefined,
  apiToken: string,
): Promise<Caller> {
  let cookie = '';
  let token = '';
  const ask = async (path: string, body?: string): Promise<Response> => {
    const response = await fetch(`${origin}${path}`, {
      method: body === undefined ? 'GET' : 'POST',
      redirect: 'manual',
      headers: {
        ...(apiToken === '' ? {} : { authorization: `Bearer ${apiToken}` }),
        ...(cookie === '' ? {} : { cookie }),
        ...(body === undefined ? {} : { 'content-type': 'application/x-www-form-urlencoded' }),
      },
      ...(body === undefined ? {} : { body }),
    });
    cookie = response.headers.getSetCookie().at(-1)?.split(';')[0] ?? cookie;
    return response;
  };
  const meet = async (): Promise<void> => {
    const page = await (await ask('/sign-in')).text();
    token = /name="_csrf" value="([^"]+)"/.exec(page)?.[1] ?? '';
  };
  await meet();
  if (persona !== undefined) {
    await ask('/sign-in/demonstration', form({ _csrf: token, persona, returnTo: '/sign-in' }));
    await meet();
  }
  const read = async (response: Response): Promise<Answer> => ({
    status: response.status,
    told: tell(response, await response.text(), token),
  });
  return {
    get: async (path) => read(await ask(path)),
    post: async (path, fields) => read(await ask(path, form({ _csrf: token, ...fields }))),
  };
}

/** All that somebody could compare, but for the moment, the session's own token, and lengths, which follow. */
function tell({ headers }: Response, body: string, token: string): string {
  const shown = [...headers]
    .filter(([name]) => !['date', 'set-cookie', 'etag', 'content-length'].includes(name))
    .map(([name, value]) => `${name}: ${value}`);
  return [...shown, '', token === '' ? body : body.replaceAll(token, '')].join('\n');
}
