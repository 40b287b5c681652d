/** Somebody who signs in by e-mail: a browser of its own, and the mail that was sent. */
import type { Express } from 'express';
import type { Knex } from 'knex';
import request, { type Response } from 'supertest';
import type { MailContent } from '../../server/domain/mail/content.ts';

export interface Browser {
  readonly get: (path: string) => Promise<Response>;
  /** sends the fields with the token of the page that is open */
  readonly post: (path: string, fields?: Readonly<Record<string, string>>) => Promise<Response>;
  /** the text of the page that is open */
  readonly text: () => string;
}

/**
 * A browser that keeps its cookies and the token of the last page with a form. Each request claims
 * another network address, which nobody believes without a proxy that is trusted.
 */
export function aBrowser(app: Express): Browser {
  let claims = 0;
  const claimed = (): Record<string, string> => ({
    'X-Forwarded-For': `203.0.113.${String((claims += 1) % 256)}`,
  });
  const agent = request.agent(app);
  let token = '';
  let text = '';
  const seen = (response: Response): Response => {
    text = response.text;
    token = /name="_csrf" value="([^"]+)"/.exec(text)?.[1] ?? token;
    return response;
  };
  return {
    get: async (path) => seen(await agent.get(path).set(claimed())),
    post: async (path, fields = {}) =>
      seen(
        await agent
          .post(path)
          .type('form')
          .set(claimed())
          .send({ _csrf: token, ...fields }),
      ),
    text: () => text,
  };
}

/** Asks for a link and gives its address as the mail has it; waits until the mail is there. */
export async function askForLink(
  db: Knex,
  browser: Browser,
  email: string,
  returnTo = '/',
): Promise<string> {
  return linkSentBy(db, async () => {
    await browser.get('/sign-in');
    await browser.post('/sign-in/ask', { email, returnTo });
  });
}

/** The address in the mail that the deed sends, once it is there. */
export async function linkSentBy(db: Knex, deed: () => Promise<void>): Promise<string> {
  const before = await links(db);
  await deed();
  for (let tries = 0; tries < 200; tries += 1) {
    const sent = (await links(db)).find(({ id }) => !before.some((old) => old.id === id));
    if (sent) return sent.content.action.path;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  throw new Error('no link was sent');
}

function links(db: Knex): Promise<{ id: string; content: MailContent }[]> {
  return db('messages').where('kind', 'sign-in').select('id', 'content');
}

export async function countLinks(db: Knex): Promise<number> {
  return (await links(db)).length;
}

/** Opens the link and presses its button. */
export async function followLink(browser: Browser, link: string): Promise<Response> {
  await browser.get(link);
  const { searchParams } = new URL(link, 'http://127.0.0.1');
  return browser.post('/sign-in/link', {
    token: searchParams.get('token') ?? '',
    returnTo: searchParams.get('returnTo') ?? '',
  });
}
