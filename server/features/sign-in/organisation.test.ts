import { describe, expect, it } from 'vitest';
import { useDatabase } from '../../../test/config/database.ts';
import { aBrowser } from '../../../test/factories/newcomer.ts';
import { anOidcProvider } from '../../../test/factories/oidc-provider.ts';
import {
  coordinator,
  isIn,
  lead,
  redirectUri,
  useOrganisation,
} from '../../../test/factories/organisation-site.ts';
import { aBrowserThere, comeBackAs, leave } from '../../../test/factories/organisation.ts';
import { anApp } from '../../../test/factories/visitor.ts';

const database = useDatabase();
const here = useOrganisation(database, () =>
  anOidcProvider({ redirectUri, emails: { sian: lead } }),
);

describe('somebody whose account of the organisation is linked', () => {
  it('signs in with it, gives no code, and gets where they wanted to go', async () => {
    await here.linked(coordinator, 'colm');
    const browser = aBrowser(here.site());
    const { status, headers } = await comeBackAs(browser, 'colm', { returnTo: '/instruments' });
    expect([status, headers['location']]).toEqual([303, '/instruments']);
    expect((await browser.get('/instruments')).text).toContain('Colm Doyle, coordinator');
  });

  it('[trust 35] is led to their start page, where something else asks for another site', async () => {
    await here.linked(lead, 'sian');
    const { headers } = await comeBackAs(aBrowser(here.site()), 'sian', {
      returnTo: '//evil.example',
    });
    expect(headers['location']).toBe('/');
  });

  it('gets a new session, which "sign out everywhere" ends', async () => {
    await here.linked(lead, 'sian');
    const [desk, phone] = [aBrowser(here.site()), aBrowser(here.site())];
    for (const browser of [desk, phone]) await comeBackAs(browser, 'sian');
    expect((await desk.get('/account')).text).toContain('on 2 browsers');
    await desk.post('/sign-out/everywhere');
    expect([await isIn(desk), await isIn(phone)]).toEqual([false, false]);
  });

  it('comes back from two tabs at once, and is signed in by both', async () => {
    await here.linked(lead, 'sian');
    const browser = aBrowser(here.site());
    const addresses = [await leave(browser, '/help'), await leave(browser, '/instruments')];
    const there = aBrowserThere();
    const backs: string[] = [];
    for (const address of addresses) backs.push((await there.visit(address, { as: 'sian' })).back);
    const answers = [];
    for (const back of backs) answers.push((await browser.get(back)).headers['location']);
    expect(answers).toEqual(['/help', '/instruments']);
    expect(await isIn(browser)).toBe(true);
  });

  it('is refused once the account here is deactivated, in the words of any other sign-in', async () => {
    await here.linked(lead, 'sian');
    const person = database.db('people').where('email', lead);
    await person.clone().update({ deactivated_at: here.now() });
    const browser = aBrowser(here.site());
    const { status, text } = await comeBackAs(browser, 'sian');
    await person.clone().update({ deactivated_at: null });
    expect(status).toBe(403);
    expect(text).toContain('You have no role here now.');
    expect(await isIn(browser)).toBe(false);
  });
});

describe('the way back', () => {
  it('[trust 2] leads in once, also where it is gone twice at the same time', async () => {
    await here.linked(lead, 'sian');
    const browser = aBrowser(here.site());
    const { back } = await aBrowserThere().visit(await leave(browser), { as: 'sian' });
    const answers = await Promise.all([browser.get(back), browser.get(back), browser.get(back)]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([303, 410, 410]);
    const again = await browser.get(back);
    expect(again.status).toBe(410);
    expect(again.text).toContain('<h1>This sign-in is over</h1>');
  });

  it('[trust 7] is refused in another browser, and still works in the one that left', async () => {
    await here.linked(lead, 'sian');
    const app = here.site();
    const browser = aBrowser(app);
    const { back } = await aBrowserThere().visit(await leave(browser), { as: 'sian' });
    const others = [aBrowser(app), aBrowser(app)];
    await leave(others[1] ?? browser);
    for (const other of others) {
      expect((await other.get(back)).status).toBe(410);
      expect(await isIn(other)).toBe(false);
    }
    expect((await browser.get(back)).status).toBe(303);
  });

  it('[trust 7] is refused with another state, without a state, and after ten minutes', async () => {
    await here.linked(lead, 'sian');
    const browser = aBrowser(here.site());
    const { back } = await aBrowserThere().visit(await leave(browser), { as: 'sian' });
    const refused = [back.replace(/state=[^&]+/, 'state=other'), back.replace(/state=[^&]+/, '')];
    for (const path of refused) expect((await browser.get(path)).status).toBe(410);
    here.later(11);
    expect((await browser.get(back)).status).toBe(410);
    expect(await isIn(browser)).toBe(false);
  });

  it('[trust 7] is refused with a code that the provider gave to another visit', async () => {
    await here.linked(lead, 'sian');
    const app = here.site();
    const [attacker, victim] = [aBrowser(app), aBrowser(app)];
    const theirs = await aBrowserThere().visit(await leave(attacker), { as: 'sian' });
    const state = (await leave(victim)).searchParams.get('state') ?? '';
    const planted = theirs.back.replace(/state=[^&]+/, `state=${state}`);
    const { status, text } = await victim.get(planted);
    expect(status).toBe(400);
    expect(text).toContain('did not prove who you are');
    expect(await isIn(victim)).toBe(false);
  });

  it('says what to do where the person pressed Cancel, and prints nothing of the answer', async () => {
    const { status, text } = await comeBackAs(aBrowser(here.site()), null);
    expect(status).toBe(403);
    expect(text).toContain('<h1>You are not signed in</h1>');
    expect(text).not.toContain('went away');
  });

  it('[trust 28] shows a page of ours for any error, missing code or script in the address', async () => {
    const browser = aBrowser(here.site());
    for (const [answered, status] of [
      ['error=invalid_scope&error_description=<script>alert(1)</script>', 400],
      ['error=<script>alert(1)</script>', 400],
      ['error=temporarily_unavailable', 503],
      ['code=', 400],
      ['', 400],
      ['code=one&code=two', 400],
      ['code=guessed&iss=https://evil.example', 400],
    ] as const) {
      const state = (await leave(browser)).searchParams.get('state') ?? '';
      const iss = answered.includes('iss=') ? '' : `&iss=${here.provider.issuer.slice(0, -1)}`;
      const path = `/sign-in/organisation/back?${answered}&state=${state}${iss}`;
      const reply = await browser.get(path);
      expect([answered, reply.status]).toEqual([answered, status]);
      expect(reply.text).not.toContain('<script>alert');
      expect(reply.text).toContain('Other ways to sign in');
    }
  });

  it('[trust 5] is slowed down where it is guessed', async () => {
    const browser = aBrowser(here.site());
    await browser.get('/sign-in');
    let status = 0;
    for (let times = 0; times < 31; times += 1) {
      const path = `/sign-in/organisation/back?code=x&state=guess-${String(times)}`;
      ({ status } = await browser.get(path));
    }
    expect(status).toBe(429);
  });
});

describe('without a provider', () => {
  it('the page does not offer it, and its addresses are not there', async () => {
    const app = anApp(database.db, { demo: false, now: here.now });
    const browser = aBrowser(app);
    expect((await browser.get('/sign-in')).text).not.toContain('organisation’s account');
    expect((await browser.post('/sign-in/organisation')).status).toBe(404);
    for (const path of ['/sign-in/organisation/back?state=x', '/sign-in/organisation/link']) {
      expect((await browser.get(path)).status).toBe(404);
    }
  });
});
