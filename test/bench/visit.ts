/** Somebody signed in for the bench: a cookie and a form token. */
import type { Knex } from 'knex';

export interface Visit {
  readonly cookie: string;
  readonly csrf: string;
  readonly get: (url: string) => Promise<{ readonly text: string }>;
}

const cookieOf = (response: Response): string =>
  (response.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
const tokenIn = (html: string): string => /name="_csrf" value="([^"]+)"/.exec(html)?.[1] ?? '';

export async function browse(port: number, email: string, db: Knex): Promise<Visit> {
  const base = `http://127.0.0.1:${String(port)}`;
  const before = await fetch(`${base}/sign-in`);
  const membership = await db('memberships as m')
    .join('people as p', 'p.id', 'm.person_id')
    .where('p.email', email)
    .first<{ id: string } | undefined>('m.id');
  const body = new URLSearchParams({
    _csrf: tokenIn(await before.text()),
    persona: membership?.id ?? '',
    returnTo: '/',
  });
  const headers = { Cookie: cookieOf(before) };
  const signedIn = await fetch(`${base}/sign-in/demonstration`, {
    method: 'POST',
    body,
    headers,
    redirect: 'manual',
  });
  const cookie = cookieOf(signedIn);
  const get = async (url: string) => {
    const response = await fetch(url, { headers: { Cookie: cookie } });
    return { text: await response.text() };
  };
  return { cookie, csrf: tokenIn((await get(`${base}/`)).text), get };
}
