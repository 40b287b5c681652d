/** The page of who has answered: who may see it, what it says of each agency, its filters, and what it costs. */
import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { begin, submit, undelivered } from '../../../test/factories/progress.ts';
import { mainOf, useSetUp, words } from '../../../test/factories/set-up.ts';
import { aSystem } from '../../../test/factories/system.ts';
import type { Visitor } from '../../../test/factories/visitor.ts';

const { database, system, as } = useSetUp();
const page = '/rounds/spring-2026/progress';
const address = (name: string): string => `${name}@aldermoor-and-wend.example`;
let colm: Visitor;
beforeAll(async () => {
  colm = await as('colm');
  await aSystem(database.db, { slug: 'elsewhere' });
});

const response = (agency: string, place?: string) => system().response(agency, place);
const text = async (query = ''): Promise<string> => words((await colm.get(`${page}${query}`)).text);
/** Names of the agencies that the page lists, in its order. */
const listed = async (query = ''): Promise<string[]> => {
  const { text: html } = await colm.get(`${page}${query}`);
  return [...html.matchAll(/<th scope="row"[^>]*><a [^>]*>([^<]*)</g)].map(
    ([, name]) => name ?? '',
  );
};
/** One agency's row in words. */
const row = async (name: string): Promise<string> => {
  const rows = mainOf((await colm.get(page)).text).split('<tr role="row"');
  return words(`<main><tr${rows.find((one) => one.includes(`>${name}<`)) ?? ''}</main`);
};
const kingfisher = 'Kingfisher Children’s Community Services';
const wendside = 'Wendside Maternity';

describe('who may see it', () => {
  it.each([
    ['siân', 403],
    ['małgorzata', 403],
    ['amina', 403],
    ['ifeoma', 403],
    ['colm', 200],
  ])('%s is answered %i', async (name, status) => {
    expect((await (await as(name)).get(page)).status).toBe(status);
  });

  it('[trust 11] a round of another system is answered like one that is not there', async () => {
    const missing = await colm.get('/rounds/nowhere/progress');
    await database
      .db('rounds')
      .where({ system_id: system().ids.systemId })
      .update({ slug: 'ours' });
    const foreign = await colm.get(page);
    await database
      .db('rounds')
      .where({ system_id: system().ids.systemId })
      .update({ slug: 'spring-2026' });
    expect([foreign.status, foreign.text]).toEqual([404, missing.text]);
  });

  it('leads from the navigation to the round that is open', async () => {
    expect((await colm.get('/')).text).toContain('href="/progress"');
    expect((await colm.get('/progress')).headers['location']).toBe(page);
    expect((await (await as('siân')).get('/')).text).not.toContain('href="/progress"');
  });

  it('leads from the start page and from the round', async () => {
    expect((await colm.get('/')).text).toContain(`href="${page}"`);
    expect((await colm.get('/set-up/rounds/spring-2026')).text).toContain(`href="${page}"`);
  });
});

describe('what it says', () => {
  it('at first: nobody has saved anything, and how many days are left', async () => {
    const said = await text();
    expect(said).toContain('0 of 2 agencies have submitted everything and 2 have saved nothing.');
    expect(said).toContain('Nine days are left.');
    expect(said).toContain('closes Friday 27 March 2026 at 17:00 · as of 14:02');
    expect(await row(kingfisher)).toContain('Nobody yet');
  });

  it('of what is under way: the share that is there, who was there last, and when', async () => {
    await begin(database.db, system(), await response('kingfisher', 'ferrow-vale'), {
      by: address('małgorzata'),
      levels: 7,
    });
    const said = await row(kingfisher);
    expect(said).toContain('Ferrow Vale Under way 7 of 11');
    expect(said).toContain('Quillby Not started');
    expect(said).toContain('Last change Małgorzata Wiśniewska, 9 March');
    expect(said).toContain(`Call Siân Elwyn-Hughes ${address('siân')}`);
    expect(said).not.toContain(address('małgorzata'));
  });

  it('of a map: the sectors that are accounted for, Place by Place, by a service or by “No service”', async () => {
    const siân = await as('siân');
    const id = await response('kingfisher');
    expect(await row(kingfisher)).toContain('Service map Not started');
    const placeId = system().ids.places.get('quillby') ?? '';
    await siân.post(`/responses/${id}/no-service`, {
      group: 'health-visiting',
      place: placeId,
      answer: 'none',
    });
    expect(await row(kingfisher)).toContain('Service map Under way 1 of 2');
    expect(await row(kingfisher)).toContain('Siân Elwyn-Hughes, today at 14:02');
  });

  it('of marks without a level: begun, and nothing counted', async () => {
    const id = await response('kingfisher', 'quillby');
    const by = system().ids.people.get(address('siân')) ?? '';
    await database.db('answers').insert({
      system_id: system().ids.systemId,
      response_id: id,
      item_id: 'strategic-leadership',
      level: null,
      has_level: false,
      has_evidence: false,
      value: JSON.stringify({ criteria: {} }),
      revision: 1,
      updated_at: new Date('2026-03-10T10:00:00Z'),
      updated_by: by,
    });
    await database
      .db('responses')
      .where({ id })
      .update({ updated_at: new Date('2026-03-10T10:00:00Z') });
    expect(await row(kingfisher)).toContain('Quillby Under way 0 of 11');
  });

  it('of what is submitted, and of what came back', async () => {
    const by = address('tomos');
    const grid = await response('wendside', 'ferrow-vale');
    await submit(database.db, system(), grid, { by });
    expect(await row(wendside)).toContain('Ferrow Vale Submitted');
    expect(await row(wendside)).toContain('Tomos Prydderch, today at 14:02');
    await database
      .db('responses')
      .where({ id: grid })
      .update({
        status: 'returned',
        returned_at: new Date('2026-03-17T09:12:00Z'),
        returned_by: system().ids.people.get(address('colm')) ?? '',
        return_reason: 'Which hubs?',
      });
    expect(await row(wendside)).toContain('Ferrow Vale Returned');
    expect(await row(wendside)).toContain('Returned yesterday at 09:12');
    expect(await text()).toContain('1 is under way and 1 has something back.');
  });

  it('of what is withdrawn: nothing, as if it had not been asked', async () => {
    const id = await response('wendside');
    const own = { system_id: system().ids.systemId, response_id: id };
    await database.db('responses').where({ id }).update({ status: 'withdrawn' });
    await database.db('withdrawals').insert({
      ...own,
      reason: 'Entered elsewhere.',
      withdrawn_at: new Date('2026-03-17T09:00:00Z'),
      withdrawn_by: system().ids.people.get(address('colm')) ?? '',
    });
    expect(await row(wendside)).toContain('Service map Not asked');
    expect(await text()).toContain('answers in, of 4 asked');
    await database.db('withdrawals').where(own).delete();
    await database.db('responses').where({ id }).update({ status: 'draft' });
  });

  it('of mail that did not arrive: to whom, why and when, as long as the person answers at that address', async () => {
    const email = address('tomos');
    const error = '550 5.1.1 Recipient address rejected';
    await undelivered(database.db, system(), { agency: 'wendside', email, error });
    const flag = 'Invitation to Tomos Prydderch did not arrive: address unknown, 2 March';
    expect(await row(wendside)).toContain(flag);
    expect(await text()).toContain('One message did not arrive.');
    await database.db('people').where({ email }).update({ deactivated_at: new Date() });
    expect(await row(wendside)).not.toContain(flag);
    expect(await row(wendside)).toContain('Nobody who can sign in');
    expect(await row(wendside)).toContain('Nobody can submit for it');
    await database.db('people').where({ email }).update({ deactivated_at: null });
  });

  it('of an agency on paper: that it is, and nobody to call', async () => {
    await database.db('agencies').where({ slug: 'wendside' }).update({ on_paper: true });
    expect(await row(wendside)).toContain('On paper');
    expect(await row(wendside)).toContain('Call On paper');
    await database.db('agencies').where({ slug: 'wendside' }).update({ on_paper: false });
  });

  it('in words what the figures count', async () => {
    expect(await text()).toContain('Maturity grid: domains with a level or “We can’t say”.');
    expect(await text()).toContain(
      'Service map: sectors with a service or “No service”, Place by Place.',
    );
  });
});

describe('its filters', () => {
  it('show those that are silent, under way, returned, submitted, or whose mail did not arrive', async () => {
    expect(await listed()).toEqual([wendside, kingfisher]);
    expect(await listed('?show=silent')).toEqual([]);
    expect(await text('?show=silent')).toContain('No agency is like that');
    expect(await listed('?show=returned')).toEqual([wendside]);
    expect(await listed('?show=under-way')).toEqual([kingfisher]);
    expect(await listed('?show=mail')).toEqual([wendside]);
    expect(await text('?show=mail')).toContain('1 agency. Show all');
  });

  it('show those of a Place, with its column alone, and those of a sector', async () => {
    expect(await listed('?place=quillby')).toEqual([kingfisher]);
    expect((await colm.get(`${page}?place=quillby`)).text).not.toContain('>Ferrow Vale</th>');
    expect(await listed('?sector=midwifery')).toEqual([wendside]);
    expect(await listed('?sector=midwifery&place=quillby')).toEqual([]);
  });

  it('take what they do not know for nothing asked', async () => {
    for (const query of ['?show=constructor', '?place=nowhere', '?sector=%00', '?show=<script>']) {
      expect([query, await listed(query)]).toEqual([query, [wendside, kingfisher]]);
    }
  });

  it('say how many each choice shows', async () => {
    const { text: html } = await colm.get(page);
    expect(html).toContain('>returned (1)</option>');
    expect(html).toContain('>silent (0)</option>');
  });
});

it('[trust 28] keeps what people type into names inert', async () => {
  const polyglot = `"><script>alert(1)</script>{{7*7}}<img src=x onerror=alert(1)>'`;
  const names = { agencies: wendside, places: 'Quillby', members: 'Tomos Prydderch' };
  const own = { system_id: system().ids.systemId };
  for (const [table, name] of Object.entries(names)) {
    await database.db
      .from<{ name: string; system_id: string }>(table)
      .where({ ...own, name })
      .update({ name: polyglot });
  }
  for (const path of [page, `${page}/wendside`]) {
    const { status, text: html } = await colm.get(path);
    expect([path, status]).toEqual([path, 200]);
    expect(html).not.toContain('<script>alert');
    expect(html).not.toContain('<img src=x');
    expect(html).toContain('&#34;&gt;&lt;script&gt;');
  }
  for (const [table, name] of Object.entries(names)) {
    await database.db
      .from<{ name: string; system_id: string }>(table)
      .where({ ...own, name: polyglot })
      .update({ name });
  }
});

it('an unknown sending in the address says nothing', async () => {
  expect(await text(`?reminded=${randomUUID()}`)).not.toContain('on the way');
});
