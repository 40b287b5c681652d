import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { useDatabase } from '../../../test/config/database.ts';
import {
  aBrowser,
  askForLink,
  countLinks,
  followLink,
  type Browser,
} from '../../../test/factories/newcomer.ts';
import { aSystem } from '../../../test/factories/system.ts';
import { anApp, testTime } from '../../../test/factories/visitor.ts';

const database = useDatabase();
const lead = 'siân@aldermoor-and-wend.example';

beforeAll(async () => {
  await aSystem(database.db);
});

let clock = testTime;
const later = (minutes: number): void => {
  clock = new Date(clock.getTime() + minutes * 60_000);
};
beforeEach(() => {
  later(20);
});
const site = () => anApp(database.db, { demo: false, now: () => clock });

/** Is somebody signed in? Signed out, every page leads to sign-in. */
async function isIn(browser: Browser): Promise<boolean> {
  return (await browser.get('/instruments')).status === 200;
}

describe('a sign-in link', () => {
  it('signs in by its button, and leads to where the person wanted to go', async () => {
    const browser = aBrowser(site());
    expect((await browser.get('/instruments')).headers['location']).toBe(
      '/sign-in?returnTo=%2Finstruments',
    );
    const link = await askForLink(database.db, browser, lead, '/instruments');
    const { status, headers } = await followLink(browser, link);
    expect([status, headers['location']]).toEqual([303, '/instruments']);
    expect(await isIn(browser)).toBe(true);
  });

  it('[trust 1] is not spent by a mail scanner that opens it, again and again', async () => {
    const app = site();
    const link = await askForLink(database.db, aBrowser(app), lead);
    const scanner = aBrowser(app);
    for (let times = 0; times < 3; times += 1) expect((await scanner.get(link)).status).toBe(200);
    expect(await isIn(scanner)).toBe(false);
    const browser = aBrowser(app);
    await followLink(browser, link);
    expect(await isIn(browser)).toBe(true);
  });

  it('[trust 2] used twice, or by two browsers at once, signs in one of them', async () => {
    const app = site();
    const link = await askForLink(database.db, aBrowser(app), lead);
    const browsers = [aBrowser(app), aBrowser(app), aBrowser(app)];
    const answers = await Promise.all(browsers.map((browser) => followLink(browser, link)));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([303, 410, 410]);
    const late = aBrowser(app);
    expect((await followLink(late, link)).status).toBe(410);
    const signedIn = await Promise.all([...browsers, late].map(isIn));
    expect(signedIn.filter(Boolean)).toHaveLength(1);
  });

  it('[trust 3] older than ten minutes is refused, and one click sends a new one', async () => {
    const app = site();
    const browser = aBrowser(app);
    const link = await askForLink(database.db, browser, lead);
    later(11);
    const refused = await followLink(browser, link);
    expect(refused.status).toBe(410);
    expect(refused.text).toContain('Send me a new link');
    const before = await countLinks(database.db);
    const token = new URL(link, 'http://site').searchParams.get('token') ?? '';
    expect((await browser.post('/sign-in/link/again', { token })).headers['location']).toBe(
      '/sign-in/sent',
    );
    await expect.poll(() => countLinks(database.db)).toBe(before + 1);
  });

  it('[trust 4] is ended by a newer one, and by the end of the account', async () => {
    const app = site();
    const first = await askForLink(database.db, aBrowser(app), lead);
    later(1);
    const second = await askForLink(database.db, aBrowser(app), lead);
    expect((await followLink(aBrowser(app), first)).status).toBe(410);
    const person = database.db('people').where('email', lead);
    await person.clone().update({ deactivated_at: clock });
    expect((await followLink(aBrowser(app), second)).status).toBe(410);
    await person.clone().update({ deactivated_at: null });
  });

  it('[trust 9] is made of our own address, whatever the request calls us', async () => {
    const app = site();
    const browser = aBrowser(app);
    await browser.get('/sign-in');
    const link = await askForLink(database.db, browser, lead);
    expect(link).toMatch(/^\/sign-in\/link\?token=[\w-]{43}&returnTo=%2F$/);
  });

  it('is stored as a hash only', async () => {
    const link = await askForLink(database.db, aBrowser(site()), lead);
    const token = new URL(link, 'http://site').searchParams.get('token') ?? '';
    const rows = await database.db('sign_in_links').select('token_hash');
    expect(rows.some(({ token_hash }) => token_hash.toString().includes(token))).toBe(false);
    expect(rows.every(({ token_hash }) => token_hash.length === 32)).toBe(true);
  });
});

describe('asking for a link', () => {
  it('[trust 6] is answered alike for an address that nobody has, and sends nothing there', async () => {
    const app = site();
    const before = await countLinks(database.db);
    const ask = async (email: string): Promise<unknown[]> => {
      const browser = aBrowser(app);
      await browser.get('/sign-in');
      const { status, headers, text } = await browser.post('/sign-in/ask', { email });
      return [status, headers['location'], text];
    };
    const known = await ask(lead);
    expect(await ask('nobody@aldermoor-and-wend.example')).toEqual(known);
    await expect.poll(() => countLinks(database.db)).toBe(before + 1);
  });

  it.each([
    ['', 'Give an e-mail address'],
    ['siân', 'Give one e-mail address, such as name@example.org'],
    ['a b@example.org', 'Give one e-mail address, such as name@example.org'],
    ['a@example.org\nBcc: b@example.org', 'Give one e-mail address, such as name@example.org'],
  ])('with the address %j is refused in words, and what was typed stays', async (email, words) => {
    const browser = aBrowser(site());
    await browser.get('/sign-in');
    const { status, text } = await browser.post('/sign-in/ask', { email });
    expect(status).toBe(422);
    expect(text).toContain('<title>Error: Sign in');
    expect(text).toContain(`<a href="#email">${words}</a>`);
  });

  it('[trust 5] too often for one address, in any spelling, waits', async () => {
    const app = site();
    const statuses: number[] = [];
    for (let times = 0; times < 6; times += 1) {
      const browser = aBrowser(app);
      await browser.get('/sign-in');
      statuses.push((await browser.post('/sign-in/ask', { email: 'Beaver@Example.ORG' })).status);
    }
    expect(statuses).toEqual([303, 303, 303, 303, 303, 429]);
    later(16);
    const browser = aBrowser(app);
    await browser.get('/sign-in');
    const again = await browser.post('/sign-in/ask', { email: 'beaver@example.org' });
    expect(again.status).toBe(303);
  });

  it('[trust 5, 9] guessed links are slowed down, whatever network address the request claims, and the page says for how long', async () => {
    const app = site();
    const browser = aBrowser(app);
    let last = await browser.get('/sign-in');
    for (let times = 0; times < 31; times += 1) {
      last = await followLink(browser, `/sign-in/link?token=guess-${String(times)}`);
    }
    expect(last.status).toBe(429);
    expect(last.text).toContain('Wait 15 minutes');
  });
});
