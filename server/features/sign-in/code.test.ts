import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { useDatabase } from '../../../test/config/database.ts';
import { codeAt, keyIn } from '../../../test/factories/authenticator.ts';
import {
  aBrowser,
  askForLink,
  followLink,
  type Browser,
} from '../../../test/factories/newcomer.ts';
import { aSystem } from '../../../test/factories/system.ts';
import { anApp, testTime } from '../../../test/factories/visitor.ts';

const database = useDatabase();
const coordinator = 'colm@aldermoor-and-wend.example';

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

const isIn = async (browser: Browser): Promise<boolean> =>
  (await browser.get('/instruments')).status === 200;

/** A browser that has followed a link and stands before the code. */
async function beforeTheCode(): Promise<Browser> {
  const browser = aBrowser(site());
  await followLink(browser, await askForLink(database.db, browser, coordinator));
  return browser;
}

/** Sets the authenticator up. @returns its key and the recovery codes */
async function setUp(): Promise<{ key: string; codes: string[]; browser: Browser }> {
  await database.db('authenticators').delete();
  const browser = await beforeTheCode();
  const { text } = await browser.get('/sign-in/code/set-up');
  const key = keyIn(text);
  const answer = await browser.post('/sign-in/code/set-up', { code: codeAt(key, clock) });
  const codes = [...answer.text.matchAll(/<code>([a-z2-9]{5}-[a-z2-9]{5})<\/code>/g)];
  return { key, codes: codes.map(([, code]) => code ?? ''), browser };
}

describe('a coordinator', () => {
  it('sets up an authenticator at the first sign-in, and is signed in by its code', async () => {
    const browser = await beforeTheCode();
    expect(await isIn(browser)).toBe(false);
    expect((await browser.get('/sign-in/code')).headers['location']).toBe('/sign-in/code/set-up');
    const { browser: signedIn, codes } = await setUp();
    expect(new Set(codes).size).toBe(10);
    expect(await isIn(signedIn)).toBe(true);
  });

  it('gives a code at every later sign-in, and is not in before', async () => {
    const { key } = await setUp();
    later(1);
    const browser = await beforeTheCode();
    expect((await browser.get('/sign-in/code')).status).toBe(200);
    expect(await isIn(browser)).toBe(false);
    await browser.get('/sign-in/code');
    const wrong = await browser.post('/sign-in/code', { code: '000000' });
    expect(wrong.status).toBe(422);
    expect(wrong.text).toContain('That code is not right');
    expect(await isIn(browser)).toBe(false);
    await browser.get('/sign-in/code');
    expect((await browser.post('/sign-in/code', { code: ` ${codeAt(key, clock)} ` })).status).toBe(
      303,
    );
    expect(await isIn(browser)).toBe(true);
  });

  it('[trust 2] cannot use a code twice, by two browsers at once either', async () => {
    const { key } = await setUp();
    later(1);
    const browsers = [await beforeTheCode(), await beforeTheCode()];
    for (const browser of browsers) await browser.get('/sign-in/code');
    const code = codeAt(key, clock);
    const answers = await Promise.all(
      browsers.map((browser) => browser.post('/sign-in/code', { code })),
    );
    expect(answers.map(({ status }) => status).toSorted()).toEqual([303, 422]);
  });

  it('gets in by a recovery code, once', async () => {
    const { codes } = await setUp();
    const code = (codes[0] ?? '').toUpperCase();
    const browser = await beforeTheCode();
    await browser.get('/sign-in/code');
    expect((await browser.post('/sign-in/code', { code })).status).toBe(303);
    expect(await isIn(browser)).toBe(true);
    const again = await beforeTheCode();
    await again.get('/sign-in/code');
    expect((await again.post('/sign-in/code', { code })).status).toBe(422);
  });

  it('[trust 5] guesses six codes, then waits', async () => {
    await setUp();
    later(20);
    const browser = await beforeTheCode();
    await browser.get('/sign-in/code');
    const statuses: number[] = [];
    for (let times = 0; times < 7; times += 1) {
      statuses.push((await browser.post('/sign-in/code', { code: '123456' })).status);
    }
    expect(statuses).toEqual([422, 422, 422, 422, 422, 422, 429]);
  });

  it('cannot replace a confirmed authenticator by having followed a link', async () => {
    const { key } = await setUp();
    const browser = await beforeTheCode();
    const { status, headers } = await browser.get('/sign-in/code/set-up');
    expect([status, headers['location']]).toEqual([303, '/sign-in/code']);
    const [secret] = await database.db('authenticators').pluck('secret');
    expect(secret?.toString('latin1')).not.toContain(key);
  });
});

describe('a code', () => {
  it('is asked of nobody who has not followed a link', async () => {
    const browser = aBrowser(site());
    for (const path of ['/sign-in/code', '/sign-in/code/set-up', '/sign-in/choose']) {
      const { status, headers } = await browser.get(path);
      expect([path, status, headers['location']]).toEqual([path, 303, '/sign-in']);
    }
  });

  it('is not asked of an agency lead', async () => {
    const browser = aBrowser(site());
    const email = 'siân@aldermoor-and-wend.example';
    await followLink(browser, await askForLink(database.db, browser, email));
    expect(await isIn(browser)).toBe(true);
  });
});
