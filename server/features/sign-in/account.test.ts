import { beforeAll, describe, expect, it } from 'vitest';
import { useDatabase } from '../../../test/config/database.ts';
import {
  aBrowser,
  askForLink,
  followLink,
  type Browser,
} from '../../../test/factories/newcomer.ts';
import { aSystem } from '../../../test/factories/system.ts';
import { anApp, testTime } from '../../../test/factories/visitor.ts';

const database = useDatabase();
const lead = 'siân@aldermoor-and-wend.example';
let elsewhere: string;

beforeAll(async () => {
  await aSystem(database.db);
  const other = await aSystem(database.db, { slug: 'elsewhere' });
  elsewhere = other.ids.systemId;
});

let clock = testTime;
const site = () => anApp(database.db, { demo: false, now: () => clock });
const isIn = async (browser: Browser): Promise<boolean> =>
  (await browser.get('/instruments')).status === 200;

async function signedInAs(email: string): Promise<Browser> {
  clock = new Date(clock.getTime() + 20 * 60_000);
  const browser = aBrowser(site());
  await followLink(browser, await askForLink(database.db, browser, email));
  return browser;
}

describe('somebody who is signed in', () => {
  it('sees their roles and signs out everywhere', async () => {
    const [phone, desk] = [await signedInAs(lead), await signedInAs(lead)];
    const other = await signedInAs('małgorzata@aldermoor-and-wend.example');
    const { text } = await desk.get('/account');
    expect(text).toContain('Siân Elwyn-Hughes');
    expect(text).toContain('agency lead');
    expect(text).toContain('on 2 browsers');
    await desk.post('/sign-out/everywhere');
    expect([await isIn(phone), await isIn(desk), await isIn(other)]).toEqual([false, false, true]);
  });

  it('is out with the next request once the account is deactivated', async () => {
    const browser = await signedInAs(lead);
    const person = database.db('people').where('email', lead);
    await person.clone().update({ deactivated_at: clock });
    expect(await isIn(browser)).toBe(false);
    await person.clone().update({ deactivated_at: null });
  });

  it('is out after seven days, however busy', async () => {
    const browser = await signedInAs(lead);
    const days = (count: number): number => Date.now() - count * 24 * 60 * 60_000;
    const setBack = (count: number): Promise<unknown> =>
      database.db.raw(
        `update sessions set data = jsonb_set(data, '{signedInAt}', to_jsonb(?::bigint)),
           expires_at = to_timestamp(?::bigint / 1000.0) + interval '7 days'
         where data ->> 'personId' is not null`,
        [days(count), days(count)],
      );
    await setBack(6.9);
    expect(await isIn(browser)).toBe(true);
    await setBack(7.1);
    expect(await isIn(browser)).toBe(false);
  });
});

describe('somebody with roles in two systems', () => {
  const email = 'tomos@aldermoor-and-wend.example';
  beforeAll(async () => {
    const [id = ''] = await database.db('people').where({ email }).pluck('id');
    await database.db('members').insert({
      system_id: elsewhere,
      person_id: id,
      name: 'T. Prydderch',
    });
    await database.db('memberships').insert({
      system_id: elsewhere,
      id: '00000000-0000-4000-8000-00000000000a',
      person_id: id,
      role: 'reviewer',
      agency_id: null,
      is_chair: false,
      position: 9,
    });
  });

  it('chooses one at sign-in, is in before nothing else, and changes over later', async () => {
    const browser = await signedInAs(email);
    expect(await isIn(browser)).toBe(false);
    const { text } = await browser.get('/sign-in/choose');
    expect(text).toContain(
      '<b>Aldermoor and Wend</b><span class="nhsuk-u-visually-hidden">, </span><span class="persona__w">agency lead',
    );
    expect(text).toContain(
      '<b>System elsewhere</b><span class="nhsuk-u-visually-hidden">, </span><span class="persona__w">reviewer',
    );
    await browser.post('/sign-in/choose', { system: elsewhere });
    expect((await browser.get('/instruments')).text).toContain('T. Prydderch, reviewer');
    const [id = ''] = await database.db('systems').where('slug', 'aldermoor-and-wend').pluck('id');
    await browser.get('/sign-in/choose');
    await browser.post('/sign-in/choose', { system: id });
    expect((await browser.get('/instruments')).text).toContain('Tomos Prydderch, agency lead');
  });

  it('[trust 11] cannot choose a system in which they have no role', async () => {
    const browser = await signedInAs(lead);
    await browser.get('/account');
    const { status } = await browser.post('/sign-in/choose', { system: elsewhere });
    expect(status).toBe(403);
  });
});
