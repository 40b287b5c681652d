import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { useDatabase } from '../../../test/config/database.ts';
import { aBrowser, type Browser } from '../../../test/factories/newcomer.ts';
import { confirmAuthenticator } from '../../../test/factories/authenticator.ts';
import { aSystem } from '../../../test/factories/system.ts';
import { anApp, signedIn, testTime } from '../../../test/factories/visitor.ts';
import { firstRunLink } from '../../first-run.ts';

const database = useDatabase();
const clock = { now: testTime };
const site = () => anApp(database.db, { demo: false, now: () => clock.now });

const tables = ['first_run_links', 'messages', 'sessions', 'administrators'];

/** An installation as it is after its first start. */
beforeEach(async () => {
  clock.now = new Date(clock.now.getTime() + 20 * 60_000);
  for (const table of tables) await database.db.raw('delete from ??', [table]);
});

async function newLink(): Promise<string> {
  const link = await firstRunLink(database.db, '', clock.now);
  if (link === null) throw new Error('there is an administrator already');
  return link;
}

const fill = (link: string, email: string): Record<string, string> => ({
  token: new URL(link, 'http://site').searchParams.get('token') ?? '',
  name: 'Petra Vandermeer',
  email,
});

/** Goes through the first steps. */
async function anAdministrator(email: string): Promise<Browser> {
  const link = await newLink();
  const browser = aBrowser(site());
  await browser.get(link);
  await browser.post('/first-run', fill(link, email));
  await confirmAuthenticator(browser, clock.now);
  return browser;
}

describe('a first start', () => {
  it('gives a link that makes one administrator, who sets up an authenticator and arrives at the systems', async () => {
    const link = await newLink();
    const browser = aBrowser(site());
    expect((await browser.get(link)).status).toBe(200);
    const { headers } = await browser.post('/first-run', fill(link, 'petra@ops.example'));
    expect(headers['location']).toBe('/sign-in/code');
    expect((await browser.get('/administration')).status).toBe(303);
    await confirmAuthenticator(browser, clock.now);
    expect((await browser.get('/')).headers['location']).toBe('/administration');
    expect((await browser.get('/administration')).text).toContain(
      'Petra Vandermeer, administrator',
    );
    expect(await firstRunLink(database.db, '', clock.now)).toBeNull();
  });

  it('lets nobody sign in before, and says where the link is', async () => {
    const { text } = await aBrowser(site()).get('/sign-in');
    expect(text).toContain('waits for its first administrator');
    expect(text).toContain('terminal');
  });

  it('keeps the newest link only, and uses it once however many open it at once', async () => {
    const old = await newLink();
    const link = await newLink();
    expect((await aBrowser(site()).get(old)).status).toBe(410);
    const browsers = [aBrowser(site()), aBrowser(site())];
    for (const browser of browsers) await browser.get(link);
    const answers = await Promise.all(
      browsers.map((browser, index) =>
        browser.post('/first-run', fill(link, `petra${String(index)}@ops.example`)),
      ),
    );
    expect(answers.map(({ status }) => status).toSorted()).toEqual([303, 410]);
    expect(await database.db('administrators')).toHaveLength(1);
  });

  it('asks again, with what was typed, where name or address will not do', async () => {
    const link = await newLink();
    const browser = aBrowser(site());
    await browser.get(link);
    const { status, text } = await browser.post('/first-run', {
      ...fill(link, 'petra at ops'),
      name: '',
    });
    expect(status).toBe(422);
    expect(text).toContain('Give a name');
    expect(text).toContain('value="petra at ops"');
    expect(await database.db('administrators')).toHaveLength(0);
  });
});

describe('an administrator', () => {
  it('creates a system, and its coordinator gets one message that leads to the set-up', async () => {
    const browser = await anAdministrator('petra2@ops.example');
    await browser.get('/administration/systems/new');
    const system = {
      system: 'Harrowmere and Coast',
      name: 'Ada Quist',
      email: 'Ada@Quist.Example',
    };
    const { headers } = await browser.post('/administration/systems/new', system);
    expect(headers['location']).toBe('/administration?created=harrowmere-and-coast');
    const { text } = await browser.get('/administration?created=harrowmere-and-coast');
    expect(text).toContain('Harrowmere and Coast is created.');
    expect(text).toContain('Ada Quist &lt;ada@quist.example&gt;');
    const messages = await database.db('messages').select('recipient', 'subject');
    expect(messages).toEqual([
      { recipient: 'ada@quist.example', subject: 'You coordinate Harrowmere and Coast' },
    ]);
    await browser.get('/administration/systems/new');
    const twice = await browser.post('/administration/systems/new', system);
    expect(twice.status).toBe(422);
    expect(twice.text).toContain('There is a system of this name already');
  });

  it('[trust 10] owns no content: answers, results and instruments are refused', async () => {
    const browser = await anAdministrator('petra3@ops.example');
    for (const path of ['/rounds', '/instruments', '/rounds/spring-2026/report']) {
      expect([path, (await browser.get(path)).status]).toEqual([path, 403]);
    }
  });

  it('deactivates an account: its sessions end, and it is written down who did it', async () => {
    await aSystem(database.db, { slug: 'of-accounts' });
    const email = 'colm@of-accounts.example';
    const victim = await signedIn(anApp(database.db), database.db, email);
    const [id = ''] = await database.db('people').where({ email }).pluck('id');
    const browser = await anAdministrator('petra4@ops.example');
    await browser.get('/administration/accounts?search=colm');
    expect(browser.text()).toContain(email);
    await browser.post(`/administration/accounts/${id}/deactivate`);
    expect((await victim.get('/instruments')).status).toBe(303);
    const { text } = await browser.get('/administration/accounts?search=colm');
    expect(text).toContain('deactivated on');
    expect(text).toContain('Colm Doyle: deactivated, by Petra Vandermeer');
    await browser.post(`/administration/accounts/${id}/reactivate`);
    expect((await browser.get('/administration/accounts?search=colm')).text).toContain(
      'never signed in',
    );
  });

  it('unlinks the account of an organisation, so that the person begins again with another proof', async () => {
    await aSystem(database.db, { slug: 'of-links' });
    const email = 'colm@of-links.example';
    const victim = await signedIn(anApp(database.db), database.db, email);
    const [id = ''] = await database.db('people').where({ email }).pluck('id');
    const issuer = 'https://id.example.org/';
    await database.db('person_identities').insert({
      ...{ id: randomUUID(), person_id: id, issuer, subject: 'colm', label: 'colm@id.example' },
      ...{ linked_at: clock.now, last_used_at: new Date('2026-03-09T10:00:00Z') },
    });
    const browser = await anAdministrator('petra6@ops.example');
    const { text } = await browser.get('/administration/accounts?search=colm@of-links');
    expect(text).toContain('last signed in on 9 March 2026');
    const path = `/administration/accounts/${id}/unlink-organisation`;
    expect((await browser.post(path)).status).toBe(303);
    expect(await database.db('person_identities')).toEqual([]);
    expect((await victim.get('/instruments')).status).toBe(303);
    expect((await browser.get('/administration/accounts')).text).toContain(
      'Colm Doyle: organisation’s account unlinked, by Petra Vandermeer',
    );
    expect((await browser.post(path)).status).toBe(404);
  });

  it('[trust 11] finds no account that is not there, whatever the address, and nothing is written down', async () => {
    const browser = await anAdministrator('petra7@ops.example');
    await browser.get('/administration/accounts');
    const before = await database.db('account_events').select('id');
    for (const id of [randomUUID(), 'not-an-id']) {
      for (const deed of [
        'deactivate',
        'reactivate',
        'remove-authenticator',
        'unlink-organisation',
      ]) {
        const { status } = await browser.post(`/administration/accounts/${id}/${deed}`);
        expect([deed, status]).toEqual([deed, 404]);
      }
    }
    expect(await database.db('account_events').select('id')).toEqual(before);
  });

  it('[trust 16] cannot end the own account, and needs a sign-in of the last minutes for others', async () => {
    const browser = await anAdministrator('petra5@ops.example');
    const [own = ''] = await database.db('administrators').pluck('person_id');
    await browser.get('/administration/accounts');
    const path = `/administration/accounts/${own}/deactivate`;
    expect((await browser.post(path)).status).toBe(403);
    await database.db.raw(
      `update sessions set data = jsonb_set(data, '{signedInAt}', to_jsonb(?::bigint))`,
      [Date.now() - 16 * 60_000],
    );
    const late = await browser.post(path);
    expect(late.status).toBe(401);
    expect(late.text).toContain('a sign-in of the last 15 minutes');
    expect((await browser.get('/administration')).status).toBe(200);
  });
});

describe('everybody else', () => {
  it('[trust 10] is refused the administration', async () => {
    await aSystem(database.db, { slug: 'of-others' });
    for (const name of ['colm', 'ifeoma', 'siân', 'bea', 'małgorzata']) {
      const email = `${name}@of-others.example`;
      const visitor = await signedIn(anApp(database.db), database.db, email);
      for (const path of ['/administration', '/administration/accounts']) {
        expect([name, path, (await visitor.get(path)).status]).toEqual([name, path, 403]);
      }
      const created = await visitor.post('/administration/systems/new', { system: 'Mine' });
      expect(created.status).toBe(403);
    }
  });
});
