import { describe, expect, it } from 'vitest';
import { useDatabase } from '../../../test/config/database.ts';
import { codeAt, confirmAuthenticator, keyIn } from '../../../test/factories/authenticator.ts';
import { aBrowser, askForLink, followLink } from '../../../test/factories/newcomer.ts';
import { anOidcProvider } from '../../../test/factories/oidc-provider.ts';
import {
  answer,
  coordinator,
  isIn,
  lead,
  redirectUri,
  useOrganisation,
} from '../../../test/factories/organisation-site.ts';
import { aBrowserThere, comeBackAs, onwardFrom } from '../../../test/factories/organisation.ts';

const database = useDatabase();
const here = useOrganisation(database, () =>
  anOidcProvider({ redirectUri, emails: { sian: lead } }),
);

const acts = (): Promise<string[]> => database.db('account_events').orderBy('id').pluck('act');

/** What comes of the deeds where all of them are on their way before the first one can end. */
async function whileWaiting<T>(count: number, begin: () => readonly Promise<T>[]): Promise<T[]> {
  const trx = await database.db.transaction();
  await trx('waiting_identities').forUpdate();
  const done = Promise.all(begin());
  for (let waiting = 0; waiting < count;) {
    const { rows } = await database.db.raw<{ rows: readonly unknown[] }>(
      `select from pg_stat_activity
       where datname = current_database() and wait_event_type = 'Lock'`,
    );
    waiting = rows.length;
  }
  await trx.commit();
  return done;
}

describe('an account that is not known here', () => {
  it('is tied to a person once, by a link to their mailbox that is opened in the same browser', async () => {
    const browser = aBrowser(here.site());
    await comeBackAs(browser, 'sian', { returnTo: '/instruments' });
    const { text } = await browser.get('/sign-in/organisation/link');
    expect(text).toContain('<h1>This account is not known here yet</h1>');
    expect(text).toContain(`${lead} at 127.0.0.1`);
    expect(await isIn(browser)).toBe(false);
    await browser.get('/sign-in/organisation/link');
    const { headers } = await here.proveMailbox(browser, lead);
    expect(headers['location']).toBe('/sign-in/organisation/link');
    const { text: question } = await browser.get('/sign-in/organisation/link');
    expect(question).toContain('<h1>Link your organisation’s account?</h1>');
    expect((await answer(browser, 'link')).headers['location']).toBe('/instruments');
    expect((await acts()).at(-1)).toBe('account.organisation-linked');
    const next = aBrowser(here.site());
    await comeBackAs(next, 'sian');
    expect(await isIn(next)).toBe(true);
  });

  it('[trust 8] is not linked because somebody here has its e-mail address', async () => {
    const browser = aBrowser(here.site());
    const { headers } = await comeBackAs(browser, 'sian');
    expect(headers['location']).toBe('/sign-in/organisation/link');
    expect(await isIn(browser)).toBe(false);
    expect(await database.db('person_identities')).toEqual([]);
  });

  it('[trust 8] is not the one with the same id and address at another issuer', async () => {
    await here.linked(lead, 'sian', 'https://id.elsewhere.example/');
    const browser = aBrowser(here.site());
    expect((await comeBackAs(browser, 'sian')).headers['location']).toBe(
      '/sign-in/organisation/link',
    );
    expect(await isIn(browser)).toBe(false);
  });

  it('signs a coordinator in without a code, once their mailbox is proven', async () => {
    const browser = aBrowser(here.site());
    await comeBackAs(browser, 'colm', { returnTo: '/instruments' });
    await browser.get('/sign-in/organisation/link');
    const { headers } = await here.proveMailbox(browser, coordinator);
    expect(headers['location']).toMatch(/^\/sign-in\/code\?/);
    expect(await isIn(browser)).toBe(false);
    await browser.get('/sign-in/code');
    const { headers: onward } = await browser.get('/sign-in/code/set-up');
    expect(onward['location']).toBe('/sign-in/organisation/link');
    await browser.get('/sign-in/organisation/link');
    expect((await answer(browser, 'link')).headers['location']).toBe('/instruments');
    expect(await isIn(browser)).toBe(true);
  });

  it('is not tied to a coordinator with an authenticator before its code is given', async () => {
    const before = await here.byLink(coordinator);
    const { text } = await before.get('/sign-in/code/set-up');
    const key = keyIn(text);
    await before.post('/sign-in/code/set-up', { code: codeAt(key, here.now()) });
    here.later(20);
    const browser = aBrowser(here.site());
    await comeBackAs(browser, 'mallory');
    await browser.get('/sign-in/organisation/link');
    await here.proveMailbox(browser, coordinator);
    const { headers } = await browser.get('/sign-in/organisation/link');
    expect(headers['location']).toBe('/sign-in/code?returnTo=%2Fsign-in%2Forganisation%2Flink');
    await browser.get('/sign-in/code');
    await browser.post('/sign-in/organisation/link', { account: 'any', answer: 'link' });
    expect(await database.db('person_identities')).toEqual([]);
    await browser.get('/sign-in/code');
    const returnTo = '/sign-in/organisation/link';
    await browser.post('/sign-in/code', { code: codeAt(key, here.now()), returnTo });
    await browser.get(returnTo);
    await answer(browser, 'link');
    expect(await database.db('person_identities').pluck('subject')).toEqual(['mallory']);
  });

  it('is not tied by a mailbox alone to a coordinator who has linked another', async () => {
    await here.linked(coordinator, 'colm');
    const browser = aBrowser(here.site());
    await comeBackAs(browser, 'mallory');
    await browser.get('/sign-in/organisation/link');
    await here.proveMailbox(browser, coordinator);
    const { headers } = await browser.get('/sign-in/organisation/link');
    expect(headers['location']).toMatch(/^\/sign-in\/code\/set-up/);
    const { text } = await browser.get('/sign-in/code/set-up');
    expect(text).toContain('You have linked your organisation’s account for that.');
    expect(text).not.toContain('class="key"');
    await browser.post('/sign-in/organisation/link', { account: 'any', answer: 'link' });
    await browser.post('/sign-in/code/set-up', { code: '123456' });
    expect(await database.db('person_identities').pluck('subject')).toEqual(['colm']);
    expect(await database.db('authenticators')).toEqual([]);
  });

  it('is not tied in another browser, nor half an hour later', async () => {
    const app = here.site();
    const browser = aBrowser(app);
    await comeBackAs(browser, 'sian');
    await browser.get('/sign-in/organisation/link');
    const phone = aBrowser(app);
    await followLink(phone, await askForLink(database.db, phone, lead));
    const { headers } = await phone.get('/sign-in/organisation/link');
    expect(headers['location']).toBe('/account');
    here.later(31);
    expect((await browser.get('/sign-in/organisation/link')).headers['location']).toBe('/sign-in');
  });

  it('is the one that the page showed, and not another that a tab brought meanwhile', async () => {
    const browser = aBrowser(here.site());
    await comeBackAs(browser, 'sian');
    await browser.get('/sign-in/organisation/link');
    await here.proveMailbox(browser, lead);
    await browser.get('/sign-in/organisation/link');
    const shown = browser.text();
    const [, account = ''] = /name="account" value="([^"]+)"/.exec(shown) ?? [];
    await comeBackAs(browser, 'other');
    await browser.get('/sign-in/organisation/link');
    await browser.post('/sign-in/organisation/link', { account, answer: 'link' });
    expect(await database.db('person_identities')).toEqual([]);
  });

  it('[trust 42] is linked once where the form is sent twice, and nobody is told that it is somebody else’s', async () => {
    const browser = aBrowser(here.site());
    await comeBackAs(browser, 'sian', { returnTo: '/instruments' });
    await browser.get('/sign-in/organisation/link');
    await here.proveMailbox(browser, lead);
    await browser.get('/sign-in/organisation/link');
    const before = await acts();
    const both = await whileWaiting(2, () => [answer(browser, 'link'), answer(browser, 'link')]);
    expect(both.map(({ headers }) => headers['location'])).toEqual([
      '/instruments',
      '/instruments',
    ]);
    expect((await acts()).slice(before.length)).toEqual(['account.organisation-linked']);
  });

  it('goes when the answer is "Not now"', async () => {
    const browser = aBrowser(here.site());
    await comeBackAs(browser, 'sian');
    await browser.get('/sign-in/organisation/link');
    await here.proveMailbox(browser, lead);
    await browser.get('/sign-in/organisation/link');
    expect((await answer(browser, 'no')).headers['location']).toBe('/');
    expect(await database.db('waiting_identities')).toEqual([]);
    expect(await database.db('person_identities')).toEqual([]);
    expect(await isIn(browser)).toBe(true);
  });
});

describe('a coordinator who follows a link', () => {
  it('is not in by it, and chooses between their organisation and an authenticator', async () => {
    const browser = await here.byLink(coordinator);
    expect(await isIn(browser)).toBe(false);
    const { text } = await browser.get('/sign-in/code/set-up');
    expect(text).toContain('Use your organisation’s account');
    await confirmAuthenticator(browser, here.now());
    expect(await isIn(browser)).toBe(true);
  });

  it('goes on with an account that is linked already, and with nothing less', async () => {
    await here.linked(coordinator, 'colm');
    const browser = await here.byLink(coordinator);
    await browser.get('/sign-in/code/set-up');
    const onward = onwardFrom(await browser.post('/sign-in/organisation', { returnTo: '/help' }));
    const { back } = await aBrowserThere().visit(onward, { as: 'colm' });
    expect((await browser.get(back)).headers['location']).toBe('/help');
    expect(await isIn(browser)).toBe(true);
  });

  it('cannot confirm by the code page a key that was shown before the account was linked', async () => {
    const early = await here.byLink(coordinator);
    const key = keyIn((await early.get('/sign-in/code/set-up')).text);
    await here.linked(coordinator, 'colm');
    here.later(20);
    const browser = await here.byLink(coordinator);
    await browser.get('/sign-in/code/set-up');
    await browser.post('/sign-in/code', { code: codeAt(key, here.now()) });
    expect(await isIn(browser)).toBe(false);
  });
});
