/** Answers that an honest provider never gives, each wrong in one point. */
import { beforeEach, describe, expect, it } from 'vitest';
import { useDatabase } from '../../../test/config/database.ts';
import {
  aFakeIssuer,
  strangeKey,
  unsigned,
  type Claims,
  type FakeIssuer,
} from '../../../test/factories/fake-issuer.ts';
import { aBrowser, type Browser } from '../../../test/factories/newcomer.ts';
import { coordinator, isIn, useOrganisation } from '../../../test/factories/organisation-site.ts';
import { leave } from '../../../test/factories/organisation.ts';

const database = useDatabase();
const here = useOrganisation(database, aFakeIssuer);

beforeEach(async () => {
  here.provider.tokens = (right, sign) => sign(right);
  await here.linked(coordinator, 'colm');
});

/** Leaves, and comes back with a code that the issuer takes. */
async function comeBack(browser: Browser, more = '') {
  const { searchParams } = await leave(browser);
  here.provider.nonce = searchParams.get('nonce') ?? '';
  const state = searchParams.get('state') ?? '';
  return browser.get(`/sign-in/organisation/back?code=any&state=${state}${more}`);
}

const hour = 3600;
const inSeconds = (): number => Math.floor(Date.now() / 1000);

const strange = strangeKey();
const without = (claims: Claims, name: string): Claims =>
  Object.fromEntries(Object.entries(claims).filter(([claim]) => claim !== name));

const wrong: Readonly<Record<string, FakeIssuer['tokens']>> = {
  'another nonce': (right, sign) => sign({ ...right, nonce: 'another' }),
  'no nonce': (right, sign) => sign(without(right, 'nonce')),
  'another audience': (right, sign) => sign({ ...right, aud: 'another' }),
  'another issuer': (right, sign) => sign({ ...right, iss: 'https://id.elsewhere.example/' }),
  'another party that it was made for': (right, sign) => sign({ ...right, azp: 'another' }),
  'no signature (alg none)': (right) => unsigned(right),
  'the signature of a key that was never published': (right, sign) => sign(right, strange),
  'a signature that was cut off': (right, sign) => sign(right).replace(/[^.]+$/, ''),
  'a time that is over': (right, sign) =>
    sign({ ...right, iat: inSeconds() - 2 * hour, exp: inSeconds() - hour }),
  'a time that has not come': (right, sign) => sign({ ...right, nbf: inSeconds() + hour }),
  'no end': (right, sign) => sign(without(right, 'exp')),
  'nobody in it': (right, sign) => sign(without(right, 'sub')),
  'an empty account': (right, sign) => sign({ ...right, sub: '' }),
  'control characters in the account': (right, sign) => sign({ ...right, sub: 'colm\0' }),
  'no token at all': () => '',
};

describe('a token', () => {
  it('that is right in all points signs in', async () => {
    const browser = aBrowser(here.site());
    expect((await comeBack(browser)).status).toBe(303);
    expect(await isIn(browser)).toBe(true);
  });

  it.each(Object.keys(wrong))('[trust 7] with %s is refused', async (name) => {
    here.provider.tokens = wrong[name] ?? here.provider.tokens;
    const browser = aBrowser(here.site());
    const { status, text } = await comeBack(browser);
    expect(status).toBe(400);
    expect(text).toContain('did not prove who you are');
    expect(await isIn(browser)).toBe(false);
    expect(await database.db('waiting_identities')).toEqual([]);
  });

  it('[trust 7] for another visit of the same browser is refused', async () => {
    const browser = aBrowser(here.site());
    const first = await leave(browser);
    here.provider.nonce = first.searchParams.get('nonce') ?? '';
    const state = (await leave(browser)).searchParams.get('state') ?? '';
    const reply = await browser.get(`/sign-in/organisation/back?code=any&state=${state}`);
    expect(reply.status).toBe(400);
  });

  it('[trust 7] of an answer that names another issuer is refused', async () => {
    const browser = aBrowser(here.site());
    const { status } = await comeBack(browser, '&iss=https%3A%2F%2Fid.elsewhere.example');
    expect(status).toBe(400);
    expect(await isIn(browser)).toBe(false);
  });

  it('[trust 28] that calls its account by a script, the page shows as text', async () => {
    here.provider.tokens = (right, sign) =>
      sign({ ...right, sub: 'new', preferred_username: '<script>alert(1)</script>\u202e' });
    const browser = aBrowser(here.site());
    await comeBack(browser);
    const { text } = await browser.get('/sign-in/organisation/link');
    expect(text).toContain('&lt;script&gt;alert(1)&lt;/script&gt; at 127.0.0.1');
    expect(text).not.toContain('<script>alert');
  });
});

describe('a sign-in again', () => {
  it('is refused where the provider asked for no password, however much it was told to', async () => {
    const browser = aBrowser(here.site());
    await comeBack(browser);
    const long = inSeconds() - hour;
    here.provider.tokens = (right, sign) => sign({ ...right, auth_time: long });
    const { status, text } = await comeBack(browser);
    expect(status).toBe(403);
    expect(text).toContain('Your organisation did not ask for your password');
    here.provider.tokens = (right, sign) => sign(without(right, 'auth_time'));
    expect((await comeBack(browser)).status).toBe(403);
  });

  it('does not last longer because the provider’s clock is ahead', async () => {
    here.provider.tokens = (right, sign) => sign({ ...right, auth_time: inSeconds() + 25 });
    const browser = aBrowser(here.site());
    await comeBack(browser);
    const [row] = await database.db('sessions').whereNotNull('person_id').select('data');
    const { provenAt } = row?.data as { provenAt: number };
    expect(provenAt).toBeLessThanOrEqual(Date.now());
  });
});
