import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { useDatabase } from '../../../test/config/database.ts';
import { codeAt, keyIn } from '../../../test/factories/authenticator.ts';
import { aBrowser, askForLink, followLink } from '../../../test/factories/newcomer.ts';
import { anOidcProvider, type OwnProvider } from '../../../test/factories/oidc-provider.ts';
import {
  answer,
  coordinator,
  isIn,
  lead,
  redirectUri,
  useOrganisation,
} from '../../../test/factories/organisation-site.ts';
import {
  aBrowserThere,
  comeBackAs,
  leave,
  onwardFrom,
} from '../../../test/factories/organisation.ts';

const database = useDatabase();
const here = useOrganisation(database, () =>
  anOidcProvider({ redirectUri, emails: { sian: lead } }),
);

const acts = (): Promise<string[]> => database.db('account_events').orderBy('id').pluck('act');

let silent: OwnProvider;
beforeAll(async () => {
  silent = await anOidcProvider({ redirectUri, tellsTime: false });
});
afterAll(() => silent.close());

describe('the page on one’s own sign-in', () => {
  it('links an account after a recent sign-in, says which, and unlinks it', async () => {
    const browser = await here.byLink(lead);
    await browser.get('/account');
    const onward = onwardFrom(await browser.post('/account/organisation'));
    const { back } = await aBrowserThere().visit(onward, { as: 'sian' });
    expect((await browser.get(back)).headers['location']).toBe('/sign-in/organisation/link');
    await browser.get('/sign-in/organisation/link');
    expect((await answer(browser, 'link')).headers['location']).toBe('/account');
    const { text } = await browser.get('/account');
    expect(text).toContain(`${lead} at 127.0.0.1`);
    expect(text).not.toContain('Link your organisation’s account');
    const [, identity = ''] = /name="identity" value="([^"]+)"/.exec(text) ?? [];
    expect((await browser.post('/account/organisation/unlink', { identity })).status).toBe(303);
    expect(await database.db('person_identities')).toEqual([]);
    expect((await acts()).slice(-2)).toEqual([
      'account.organisation-linked',
      'account.organisation-unlinked',
    ]);
    const next = aBrowser(here.site());
    await comeBackAs(next, 'sian');
    expect(await isIn(next)).toBe(false);
  });

  it('does not link an account that signs somebody else in', async () => {
    await here.linked(coordinator, 'shared');
    const browser = await here.byLink(lead);
    await browser.get('/account');
    const onward = onwardFrom(await browser.post('/account/organisation'));
    const { back } = await aBrowserThere().visit(onward, { as: 'shared' });
    const { status, text } = await browser.get(back);
    expect(status).toBe(409);
    expect(text).toContain('This account is linked to somebody else');
    expect((await browser.get('/account')).text).toContain('Siân Elwyn-Hughes');
  });

  it('[trust 11] does not unlink somebody else’s', async () => {
    await here.linked(coordinator, 'colm');
    const [identity = ''] = await database.db('person_identities').pluck('id');
    const browser = await here.byLink(lead);
    await browser.get('/account');
    const { status } = await browser.post('/account/organisation/unlink', { identity });
    expect(status).toBe(404);
    expect(await database.db('person_identities').pluck('id')).toEqual([identity]);
  });

  it('lets a coordinator set up an authenticator too, for a day without their organisation', async () => {
    await here.linked(coordinator, 'colm');
    const browser = aBrowser(here.site());
    await comeBackAs(browser, 'colm');
    expect((await browser.get('/account')).text).toContain('href="/sign-in/code/set-up"');
    const key = keyIn((await browser.get('/sign-in/code/set-up')).text);
    const { text } = await browser.post('/sign-in/code/set-up', { code: codeAt(key, here.now()) });
    expect(text).toContain('Your recovery codes');
    here.later(20);
    const other = await here.byLink(coordinator);
    await other.get('/sign-in/code');
    await other.post('/sign-in/code', { code: codeAt(key, here.now()) });
    expect(await isIn(other)).toBe(true);
  });
});

describe('what asks for a recent sign-in', () => {
  const reach = '/set-up/people/new';
  const setBack = (): Promise<unknown> =>
    database.db.raw(
      `update sessions set data = data || jsonb_build_object(
         'provenAt', (extract(epoch from now()) * 1000)::bigint - 20 * 60000)`,
    );

  it('has the provider ask for the password again, and is then open', async () => {
    await here.linked(coordinator, 'colm');
    const there = aBrowserThere();
    const browser = aBrowser(here.site());
    await comeBackAs(browser, 'colm', { there });
    expect((await browser.get(reach)).status).toBe(200);
    await setBack();
    expect((await browser.get(reach)).headers['location']).toMatch(/^\/sign-in\?returnTo/);
    const address = await leave(browser, reach);
    expect(address.searchParams.get('prompt')).toBe('login');
    expect(address.searchParams.get('max_age')).toBe('900');
    const { back, asked } = await there.visit(address, { as: 'colm' });
    expect(asked).toBe(true);
    expect((await browser.get(back)).headers['location']).toBe(reach);
    expect((await browser.get(reach)).status).toBe(200);
  });

  it('is not opened by a provider that knew the person and does not say since when', async () => {
    await here.linked(coordinator, 'colm', silent.issuer);
    const browser = aBrowser(here.site(silent));
    await comeBackAs(browser, 'colm');
    expect(await isIn(browser)).toBe(true);
    expect((await browser.get(reach)).headers['location']).toMatch(/^\/sign-in\?returnTo/);
    expect((await browser.post('/account/organisation')).headers['location']).toBe(
      '/sign-in?returnTo=%2Faccount',
    );
  });

  it('is opened, where the provider does not say, by a link that the same person followed before', async () => {
    await here.linked(coordinator, 'colm', silent.issuer);
    const app = here.site(silent);
    for (const [email, isOpen] of [
      [coordinator, true],
      ['ifeoma@aldermoor-and-wend.example', false],
    ] as const) {
      const browser = aBrowser(app);
      await followLink(browser, await askForLink(database.db, browser, email));
      await browser.get('/sign-in/code/set-up');
      await browser.get('/sign-in');
      const onward = onwardFrom(await browser.post('/sign-in/organisation', { returnTo: '/' }));
      const { back } = await aBrowserThere().visit(onward, { as: 'colm' });
      await browser.get(back);
      expect((await browser.get(reach)).status === 200).toBe(isOpen);
    }
  });
});
