import { beforeAll, describe, expect, it } from 'vitest';
import { changed, sentBy } from '../../../test/factories/html-form.ts';
import { personId, useSetUp, words } from '../../../test/factories/set-up.ts';
import { aSystem } from '../../../test/factories/system.ts';
import type { Visitor } from '../../../test/factories/visitor.ts';

const { database, system, as, person, deeds } = useSetUp();
let colm: Visitor;

beforeAll(async () => {
  colm = await as('colm');
});

const place = (slug: string): string => system().ids.places.get(slug) ?? '';
const agency = (slug: string): string => system().ids.agencies.get(slug) ?? '';
const rolesOf = async (email: string, systemId = system().ids.systemId): Promise<string[]> =>
  database
    .db('memberships as m')
    .join('people as p', 'p.id', 'm.person_id')
    .where({ 'p.email': email, 'm.system_id': systemId })
    .orderBy('m.position')
    .pluck('role');

describe('people', () => {
  it('are added with a first role, their address in small letters', async () => {
    const sent = {
      name: 'Ngozi Harcastle',
      email: ' Ngozi.Harcastle@NHS.example ',
      role: 'contributor',
      agency: agency('kingfisher'),
      revision: '0',
    };
    const added = await colm.post('/set-up/people', sent);
    const id = await personId(database.db, 'ngozi.harcastle@nhs.example');
    expect(added.headers['location']).toBe(`/set-up/people?added=${id}`);
    expect(words((await colm.get(`/set-up/people?added=${id}`)).text)).toContain(
      'Ngozi Harcastle is added.',
    );
    expect((await deeds()).slice(-2)).toEqual(['person.added', 'role.given']);
  });

  it('are one for an address, whatever its case', async () => {
    const sent = { name: 'N', email: 'NGOZI.harcastle@nhs.example', role: 'icb-lead' };
    const page = await colm.post('/set-up/people', sent);
    expect(page.status).toBe(422);
    expect(page.text).toContain('Ngozi Harcastle has this address: open their page to give a role');
    await expect(
      database.db('people').insert({ id: crypto.randomUUID(), email: 'A@b.org', name: 'A' }),
    ).rejects.toMatchObject({ constraint: 'people_email_check' });
  });

  it.each([
    [{ role: '' }, '#role', 'Choose a role'],
    [{ role: 'agency-lead' }, '#agency', 'Choose the agency of the agency lead'],
    [{ role: 'reviewer' }, '#places', 'Choose the reviewer’s Places'],
    [{ role: 'icb-lead', email: 'eve' }, '#email', 'Give one e-mail address'],
    [{ role: 'administrator' }, '#role', 'Choose a role'],
  ])('each fault leads to its field: %j', async (sent, href, text) => {
    const page = await colm.post('/set-up/people', {
      name: 'Eve Marsh',
      email: 'eve@example.org',
      ...sent,
    });
    expect(page.status).toBe(422);
    expect(page.text).toContain(`<a href="${href}">${text}`);
    expect(page.text).toContain('value="Eve Marsh"');
  });

  it('may hold several roles, one in each agency', async () => {
    const bea = await person('bea');
    const lead = { role: 'agency-lead', agency: agency('wendside'), revision: '0' };
    expect((await colm.post(`${bea}/roles`, lead)).headers['location']).toBe(`${bea}?roles=given`);
    expect(await rolesOf('bea@aldermoor-and-wend.example')).toEqual(['reviewer', 'agency-lead']);
    const again = await colm.post(`${bea}/roles`, { ...lead, role: 'contributor' });
    expect(again.text).toContain('They answer for this agency already: change that role instead');
    const twice = await colm.post(`${bea}/roles`, { role: 'reviewer', places: place('quillby') });
    expect(twice.text).toContain('They have this role already');
  });

  it('change their role in an agency, and their Places', async () => {
    const page = (await colm.get(await person('ma\u0142gorzata'))).text;
    const href = /href="([^"]+\/roles\/[^"/]+)"/.exec(page)?.[1] ?? '';
    const form = sentBy((await colm.get(href)).text, 'su-form');
    await colm.post(href, changed(form, { role: 'agency-lead' }));
    expect(await rolesOf('małgorzata@aldermoor-and-wend.example')).toEqual(['agency-lead']);
    expect((await deeds()).at(-1)).toBe('role.changed');
  });

  it('are renamed here, and answers say the new name', async () => {
    const siân = await person('siân');
    const form = sentBy((await colm.get(siân)).text, 'su-form');
    await colm.post(siân, changed(form, { name: 'Siân Hughes' }));
    expect((await (await as('siân')).get('/')).text).toContain('Siân Hughes, agency lead');
  });

  it('are found by name, address, agency and role', async () => {
    expect(words((await colm.get('/set-up/people?q=harcastle')).text)).toContain('1 of 8 people');
    expect(words((await colm.get('/set-up/people?role=chair')).text)).toContain('1 of 8 people');
  });
});

describe('the chair', () => {
  const chair = async (): Promise<string[]> =>
    database
      .db('memberships as m')
      .join('members as p', { 'p.system_id': 'm.system_id', 'p.person_id': 'm.person_id' })
      .where({ 'm.system_id': system().ids.systemId, is_chair: true })
      .pluck('name');

  it('is one; who it was is said before somebody else becomes it', async () => {
    const wish = {
      name: 'Ida Quill',
      email: 'ida@example.org',
      role: 'reviewer',
      places: place('quillby'),
      chair: 'yes',
    };
    const asked = await colm.post('/set-up/people', wish);
    expect(words(asked.text)).toContain(
      'Make Ida Quill the chair? Amina Rahman is the chair until now',
    );
    expect(await chair()).toEqual(['Amina Rahman']);
    const confirmed = [...asked.text.matchAll(/type="hidden" name="(\w+)" value="([^"]*)"/g)]
      .map(([, name = '', value = '']) => [name, value] as const)
      .filter(([name]) => name !== '_csrf');
    const main = confirmed.slice(confirmed.findIndex(([name]) => name === 'name'));
    expect((await colm.post('/set-up/people', main)).status).toBe(303);
    expect(await chair()).toEqual(['Ida Quill']);
    expect((await deeds()).slice(-4)).toEqual([
      'person.added',
      'chair.taken',
      'role.given',
      'chair.given',
    ]);
    expect(await rolesOf('amina@aldermoor-and-wend.example')).toEqual(['reviewer']);
  });

  it('is asked again where it has changed meanwhile', async () => {
    const amina = await person('amina');
    const id = await database
      .db('memberships')
      .where({ is_chair: false, role: 'reviewer' })
      .first('id');
    const page = (await colm.get(amina)).text;
    const href = /href="([^"]+\/roles\/[^"/]+)"/.exec(page)?.[1] ?? '';
    const form = sentBy((await colm.get(href)).text, 'su-form');
    const sent = changed(form, { chair: 'yes', unseats: id?.id ?? '' });
    expect(words((await colm.post(href, sent)).text)).toContain('Make Amina Rahman the chair?');
    expect(await chair()).toEqual(['Ida Quill']);
  });
});

describe('taking roles away', () => {
  it('asks, and counts from the next request', async () => {
    const tomos = await as('tomos');
    expect((await tomos.get('/rounds')).status).toBe(200);
    const page = await person('tomos');
    const href = /href="([^"]+\/remove)"/.exec((await colm.get(page)).text)?.[1] ?? '';
    const question = words((await colm.get(href)).text);
    expect(question).toContain(
      'It is their only role here: Tomos Prydderch can’t open this system',
    );
    expect((await colm.post(href)).headers['location']).toMatch(/^\/set-up\/people\?left=/);
    const after = await tomos.get('/rounds');
    expect([after.status, after.headers['location']]).toEqual([303, '/sign-in?returnTo=%2Frounds']);
    expect(words((await colm.get('/set-up/people')).text)).toContain('Without a role now 1');
    expect((await deeds()).at(-1)).toBe('role.removed');
    const lead = { role: 'contributor', agency: agency('wendside') };
    expect((await colm.post(`${page}/roles`, lead)).status).toBe(303);
  });

  it('may take all at once', async () => {
    const bea = await person('bea');
    expect((await colm.post(`${bea}/leave`)).status).toBe(303);
    expect(await rolesOf('bea@aldermoor-and-wend.example')).toEqual([]);
    expect(words((await colm.get(bea)).text)).toContain('No role here, so no way in.');
  });
});

describe('one address in two systems', () => {
  it('[trust 6, 11] is added like a new one: nothing of the other system is told or changed', async () => {
    const other = await aSystem(database.db, { slug: 'elsewhere' });
    const stranger = await as('colm', 'elsewhere');
    const form = (name: string, email: string) => ({ name, email, role: 'icb-lead' });
    const known = await stranger.post(
      '/set-up/people',
      form('S. Hughes', 'siân@aldermoor-and-wend.example'),
    );
    const fresh = await stranger.post('/set-up/people', form('S. Hughes', 'sian@new.example'));
    const told = async (reply: typeof known): Promise<string> => {
      const list = words((await stranger.get(reply.headers['location'] ?? '')).text);
      return list.replaceAll(/si[aâ]n@\S+/g, '@');
    };
    expect([known.status, await told(known)]).toEqual([303, (await told(fresh)).replace(' ', ' ')]);
    expect((await colm.get(await person('siân'))).text).toContain('Siân Hughes');
    expect((await stranger.get(await person('siân'))).text).not.toContain('Siân');
    expect(await rolesOf('siân@aldermoor-and-wend.example', other.ids.systemId)).toEqual([
      'icb-lead',
    ]);
    expect(await rolesOf('siân@aldermoor-and-wend.example')).toEqual(['agency-lead']);
  });

  it('[trust 16] moves with its roles to another address here, and stays what it is elsewhere', async () => {
    const page = await person('siân');
    const form = sentBy((await colm.get(page)).text, 'su-form');
    const moved = await colm.post(page, changed(form, { email: 'Sian.Hughes@example.org' }));
    const id = await personId(database.db, 'sian.hughes@example.org');
    expect(moved.headers['location']).toBe(`/set-up/people/${id}?saved=${id}`);
    expect(await rolesOf('sian.hughes@example.org')).toEqual(['agency-lead']);
    expect(await rolesOf('siân@aldermoor-and-wend.example')).toEqual([]);
    const elsewhere = await database.db('systems').where({ slug: 'elsewhere' }).first('id');
    expect(await rolesOf('siân@aldermoor-and-wend.example', elsewhere?.id ?? '')).toEqual([
      'icb-lead',
    ]);
    const taken = sentBy((await colm.get(`/set-up/people/${id}`)).text, 'su-form');
    const refused = await colm.post(
      `/set-up/people/${id}`,
      changed(taken, { email: 'amina@aldermoor-and-wend.example' }),
    );
    expect(refused.text).toContain('Amina Rahman has this address');
  });
});
