import { beforeAll, describe, expect, it } from 'vitest';
import { mainOf, personId, useSetUp, words } from '../../../../test/factories/set-up.ts';
import { aSystem } from '../../../../test/factories/system.ts';
import { testTime, type Visitor } from '../../../../test/factories/visitor.ts';
import { recordAudit } from '../../../db/audit.ts';

const { database, system, as, deeds } = useSetUp();
const people = '/agencies/kingfisher/people';
const nobody = '00000000-0000-4000-8000-000000000000';
let siân: Visitor;

beforeAll(async () => {
  siân = await as('siân');
  await aSystem(database.db, { slug: 'elsewhere' });
});

const idOf = (name: string): Promise<string> =>
  personId(database.db, `${name}@${system().slug}.example`);
const invite = (name: string, email: string, by = siân) => by.post(people, { name, email });
const rolesOf = async (email: string): Promise<string[]> =>
  database
    .db('memberships as m')
    .join('people as p', 'p.id', 'm.person_id')
    .where({ 'p.email': email, 'm.system_id': system().ids.systemId })
    .orderBy('m.position')
    .pluck('m.role');
describe('a lead’s reach', () => {
  it('[trust 10] ends at the role: nobody else has these pages, whatever the address', async () => {
    const pages = [people, `${people}/new`, `${people}/${nobody}/remove`];
    for (const name of ['małgorzata', 'amina', 'bea', 'ifeoma', 'colm']) {
      const visitor = await as(name);
      const replies = [
        ...(await Promise.all(pages.map((path) => visitor.get(path)))),
        await visitor.post(people, { name: 'X', email: 'x@example.org' }),
        await visitor.post(`${people}/${nobody}/invite`),
        await visitor.post(`${people}/${nobody}/remove`),
      ];
      expect([name, replies.map(({ status }) => status)]).toEqual([name, replies.map(() => 403)]);
    }
  });

  it('[trust 10, 11] ends at the own agency: others and their people are not found, like missing ones', async () => {
    const before = await deeds();
    await database
      .db('agencies')
      .where({ slug: 'wendside' })
      .whereNot('system_id', system().ids.systemId)
      .update({ slug: 'theirs' });
    const missing = mainOf((await siân.get('/agencies/nothing/people')).text);
    const tomos = await idOf('tomos');
    const colm = await idOf('colm');
    const stranger = await personId(database.db, 'małgorzata@elsewhere.example');
    const gets = ['wendside', 'theirs'].flatMap((agency) => [
      `/agencies/${agency}/people`,
      `/agencies/${agency}/people/new`,
      `/agencies/${agency}/people/${tomos}/remove`,
    ]);
    const ofOthers = [tomos, colm, stranger, nobody, 'not-an-id'];
    gets.push(...ofOthers.map((id) => `${people}/${id}/remove`));
    for (const path of gets) {
      const reply = await siân.get(path);
      expect([path, reply.status, mainOf(reply.text)]).toEqual([path, 404, missing]);
    }
    const posts = [
      '/agencies/wendside/people',
      '/agencies/theirs/people',
      `/agencies/wendside/people/${tomos}/remove`,
      ...ofOthers.flatMap((id) => [`${people}/${id}/remove`, `${people}/${id}/invite`]),
    ];
    for (const path of posts) {
      const sent = path.endsWith('people') ? { name: 'X', email: 'x@example.org' } : {};
      const reply = await siân.post(path, sent);
      expect([path, reply.status, mainOf(reply.text)]).toEqual([path, 404, missing]);
    }
    expect(await deeds()).toEqual(before);
  });

  it('[trust 12, 16] nobody is made more than a contributor: fields that the page does not have are refused', async () => {
    const before = await deeds();
    const sent = { name: 'X', email: 'x@example.org' };
    const forged = [
      { role: 'agency-lead' },
      { role: 'coordinator' },
      { agency: system().ids.agencies.get('wendside') ?? '' },
      { personId: nobody },
      { system_id: nobody },
    ];
    for (const more of forged) {
      expect((await siân.post(people, { ...sent, ...more })).status).toBe(400);
    }
    const remove = `${people}/${await idOf('małgorzata')}/remove`;
    expect((await siân.post(remove, { role: 'agency-lead' })).status).toBe(400);
    expect(await deeds()).toEqual(before);
  });

  it('[trust 6, 11] a known address is invited like an unknown one: nothing tells that it has an account', async () => {
    const known = {
      here: 'amina@aldermoor-and-wend.example',
      elsewhere: 'colm@elsewhere.example',
      deactivated: 'ifeoma@elsewhere.example',
      nowhere: 'fresh@nhs.example',
    };
    await as('amina');
    await recordAudit(database.db, {
      systemId: system().ids.systemId,
      personId: await idOf('amina'),
      act: 'level.agreed',
      subjectType: 'place',
      subjectId: system().ids.places.get('quillby') ?? '',
      happenedAt: testTime,
    });
    const gone = { email: known.deactivated };
    await database.db('people').where(gone).update({ deactivated_at: testTime });
    const told = async (email: string): Promise<string> => {
      const reply = await invite('A Colleague', email);
      expect(reply.status).toBe(303);
      const id = await personId(database.db, email);
      const list = await siân.get(reply.headers['location'] ?? '');
      const home = await siân.get('/');
      const audit = await siân.get('/audit?what=people');
      const question = await siân.get(`${people}/${id}/remove`);
      await siân.post(`${people}/${id}/remove`);
      const trail = await siân.get('/audit?what=people');
      const shown = [list, home, audit, question, trail].map(({ text }) => words(text));
      return shown
        .join('\n')
        .replaceAll(email, 'ADDRESS')
        .replaceAll(/(invited|removed) A Colleague.*/g, '$1');
    };
    const fresh = await told(known.nowhere);
    expect(await told(known.here)).toBe(fresh);
    expect(await told(known.elsewhere)).toBe(fresh);
    expect(await told(known.deactivated)).toBe(fresh);
    expect(fresh.replaceAll('coordinator, Colm Doyle', '')).not.toMatch(/Amina|Colm|Ifeoma/);
    const name = await database
      .db('members')
      .where({ person_id: await idOf('amina') })
      .pluck('name');
    expect(name).toEqual(['Amina Rahman']);
  });

  it('stops at forty invitations an hour', async () => {
    const sent = (await deeds()).filter((act) => act.startsWith('colleague.invited')).length;
    for (let n = sent; n < 40; n += 1) await invite(`N ${n}`, `n${n}@nhs.example`);
    const reply = await invite('One more', 'more@nhs.example');
    expect(reply.status).toBe(429);
    expect(await rolesOf('more@nhs.example')).toEqual([]);
  });
});

describe('a sign-in that is long ago', () => {
  it('is asked for again before somebody is invited or removed', async () => {
    const old = { signedInAt: Date.now() - 16 * 60_000 };
    const tomos = await as('tomos');
    await database.db.raw(
      `update sessions set data = (data::jsonb || ?::jsonb)::json where person_id = ?`,
      [JSON.stringify(old), await idOf('tomos')],
    );
    const own = '/agencies/wendside/people';
    expect((await tomos.get(own)).status).toBe(200);
    expect((await tomos.get(`${own}/new`)).headers['location']).toBe(
      `/sign-in?returnTo=${encodeURIComponent(`${own}/new`)}`,
    );
    for (const path of [own, `${own}/${nobody}/remove`]) {
      expect([path, (await tomos.post(path)).status]).toEqual([path, 401]);
    }
  });
});
