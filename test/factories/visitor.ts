/** Somebody at a browser: the application on a test database, signed in as one of its personas. */
import type { Express } from 'express';
import type { Knex } from 'knex';
import request, { type Response } from 'supertest';

export { anApp, appDeps, testTime } from './app.ts';

/** Pairs where a name is sent more than once. */
export type Fields = Readonly<Record<string, string>> | readonly (readonly [string, string])[];

export interface Visitor {
  readonly get: (path: string) => Promise<Response>;
  /** asks for the headers alone */
  readonly head: (path: string) => Promise<Response>;
  /** the same, with a body of bytes whatever its type */
  readonly getFile: (path: string) => Promise<Response>;
  /** sends a form with this session's token */
  readonly post: (path: string, fields?: Fields) => Promise<Response>;
  /** sends a body as it is, without a token */
  readonly send: (path: string, type: string, body: string) => Promise<Response>;
  /** sends a form with a file, with this session's token */
  readonly upload: (
    path: string,
    fields: Readonly<Record<string, string>>,
    file: { readonly name: string; readonly bytes: Buffer },
  ) => Promise<Response>;
}

/**
 * @param app the application, or where it listens
 * @param email of a person with one role in the system
 */
export async function signedIn(app: Express | string, db: Knex, email: string): Promise<Visitor> {
  const agent = request.agent(app);
  const persona = await db('memberships as m')
    .join('people as p', 'p.id', 'm.person_id')
    .where('p.email', email)
    .first<{ id: string } | undefined>('m.id');
  if (!persona) throw new Error(`nobody has the address ${email}`);
  const send = (path: string, fields: Fields, token: string): Promise<Response> => {
    const pairs = 'length' in fields ? (fields as [string, string][]) : Object.entries(fields);
    const body = new URLSearchParams([['_csrf', token], ...pairs]).toString();
    return agent.post(path).type('application/x-www-form-urlencoded').send(body).then(identity);
  };
  const before = tokenIn((await agent.get('/sign-in')).text);
  await send('/sign-in/demonstration', { persona: persona.id, returnTo: '/sign-in' }, before);
  const token = tokenIn((await agent.get('/sign-in')).text);
  return {
    get: (path) => agent.get(path).then(identity),
    head: (path) => agent.head(path).then(identity),
    getFile: (path) => agent.get(path).responseType('blob').then(identity),
    post: (path, fields = {}) => send(path, fields, token),
    send: (path, type, body) => agent.post(path).type(type).send(body).then(identity),
    upload: (path, fields, { name, bytes }) => {
      const form = agent.post(path).field('_csrf', token);
      for (const [field, value] of Object.entries(fields)) void form.field(field, value);
      return form.attach('file', bytes, name).then(identity);
    },
  };
}

const identity = (response: Response): Response => response;

/** The token of the page's first form. */
function tokenIn(html: string): string {
  const token = /name="_csrf" value="([^"]+)"/.exec(html)?.[1];
  if (token === undefined) throw new Error('the page has no form');
  return token;
}
