import { beforeAll, describe, expect, it } from 'vitest';
import { sentBy } from '../../../test/factories/html-form.ts';
import { addCoordinator, mainOf, useSetUp, words } from '../../../test/factories/set-up.ts';
import { aSystem, type TestSystem } from '../../../test/factories/system.ts';
import { anApp, signedIn, type Visitor } from '../../../test/factories/visitor.ts';

const { database, system, as, person, deeds } = useSetUp();
let colm: Visitor;
let elsewhere: TestSystem;

beforeAll(async () => {
  colm = await as('colm');
  elsewhere = await aSystem(database.db, { slug: 'elsewhere' });
});

const roleIdOf = async (name: string, slug = system().slug): Promise<string> => {
  const row = await database
    .db('memberships as m')
    .join('people as p', 'p.id', 'm.person_id')
    .where('p.email', `${name}@${slug}.example`)
    .first<{ id: string } | undefined>('m.id');
  return row?.id ?? '';
};

const gets = [
  '/set-up',
  '/set-up/places',
  '/set-up/places/new',
  '/set-up/places/quillby',
  '/set-up/places/quillby/retire',
  '/set-up/agencies',
  '/set-up/agencies/new',
  '/set-up/agencies/kingfisher',
  '/set-up/people',
  '/set-up/people/new',
  '/set-up/import',
  '/set-up/places.csv',
  '/set-up/agencies.csv',
  '/set-up/people.csv',
  '/set-up/templates/people.csv',
];
const posts = [
  '/set-up/places',
  '/set-up/places/quillby',
  '/set-up/places/quillby/move',
  '/set-up/places/quillby/retire',
  '/set-up/places/quillby/restore',
  '/set-up/agencies',
  '/set-up/agencies/kingfisher',
  '/set-up/agencies/kingfisher/retire',
  '/set-up/people',
  '/set-up/import',
  '/set-up/import/store',
];

describe('set-up', () => {
  it.each(['siân', 'małgorzata', 'amina', 'ifeoma'])(
    '[trust 10, 15] is the coordinator’s: %s reads nothing of it and changes nothing',
    async (name) => {
      const visitor = await as(name);
      const pages = [...gets, await person('siân'), `${await person('siân')}/roles/new`];
      for (const path of pages) {
        expect([path, (await visitor.get(path)).status]).toEqual([path, 403]);
      }
      const forms = [...posts, `${await person(name)}/roles`, `${await person('siân')}/leave`];
      for (const path of forms) {
        expect([path, (await visitor.post(path, { name: 'X' })).status]).toEqual([path, 403]);
      }
      expect((await visitor.get('/')).text).not.toContain('href="/set-up"');
      expect(await deeds()).toEqual([]);
    },
  );

  it('[trust 10] signed out leads to sign-in', async () => {
    const { default: request } = await import('supertest');
    const reply = await request(anApp(database.db)).get('/set-up/people');
    expect(reply.headers['location']).toBe('/sign-in?returnTo=%2Fset-up%2Fpeople');
  });

  it('[trust 10, 11] another system’s Places, agencies and people are not found, like missing ones', async () => {
    await database
      .db('places')
      .where({ slug: 'quillby', system_id: elsewhere.ids.systemId })
      .update({ slug: 'theirs', name: 'Theirs' });
    await database
      .db('agencies')
      .where({ slug: 'wendside', system_id: elsewhere.ids.systemId })
      .update({ slug: 'their-agency' });
    const stranger = await person('siân', 'elsewhere');
    const theirRole = await roleIdOf('siân', 'elsewhere');
    const own = await person('siân');
    const missing = mainOf((await colm.get('/set-up/places/nothing')).text);
    const paths = [
      '/set-up/places/theirs',
      '/set-up/places/theirs/retire',
      '/set-up/agencies/their-agency',
      '/set-up/agencies/their-agency/retire',
      stranger,
      `${stranger}/roles/new`,
      `${stranger}/leave`,
      `${stranger}/roles/${theirRole}`,
      `${own}/roles/${theirRole}`,
      `${own}/roles/${theirRole}/remove`,
      '/set-up/people/not-an-id',
      '/set-up/people/00000000-0000-4000-8000-000000000000',
    ];
    for (const path of paths) {
      const reply = await colm.get(path);
      expect([path, reply.status]).toEqual([path, 404]);
      expect(mainOf(reply.text)).toBe(missing);
    }
    const forms = [
      '/set-up/places/theirs',
      '/set-up/places/theirs/retire',
      '/set-up/places/theirs/restore',
      '/set-up/places/theirs/move',
      '/set-up/agencies/their-agency',
      '/set-up/agencies/their-agency/restore',
      stranger,
      `${stranger}/roles`,
      `${stranger}/leave`,
      `${stranger}/roles/${theirRole}/remove`,
      `${own}/roles/${theirRole}`,
    ];
    for (const path of forms) expect([path, (await colm.post(path)).status]).toEqual([path, 404]);
    expect(await deeds()).toEqual([]);
  });

  it('[trust 11] another system’s ids in a form are refused like ids that nobody has', async () => {
    const theirs = elsewhere.ids.places.get('ferrow-vale') ?? '';
    const nobodys = '00000000-0000-4000-8000-000000000000';
    const agency = (place: string) => ({
      name: 'Hive',
      sectors: 'other',
      places: place,
      revision: '0',
    });
    const [a, b] = [
      await colm.post('/set-up/agencies', agency(theirs)),
      await colm.post('/set-up/agencies', agency(nobodys)),
    ];
    expect(a.status).toBe(422);
    expect(words(a.text)).toBe(words(b.text));
    const lead = (id: string) => ({ role: 'agency-lead', agency: id });
    const page = `${await person('amina')}/roles`;
    const [c, d] = [
      await colm.post(page, lead(elsewhere.ids.agencies.get('kingfisher') ?? '')),
      await colm.post(page, lead(nobodys)),
    ];
    expect(c.status).toBe(422);
    expect(words(c.text)).toBe(words(d.text));
  });

  it('[trust 12] fields that a page does not have are refused, and store nothing', async () => {
    const before = await deeds();
    const more = { system_id: elsewhere.ids.systemId, revision: '0' };
    const sent = [
      await colm.post('/set-up/places', { name: 'X', position: '0', revision: '0' }),
      await colm.post('/set-up/places/quillby', { name: 'X', slug: 'x', revision: '0' }),
      await colm.post('/set-up/agencies', { name: 'X', retired_at: '', revision: '0' }),
      await colm.post('/set-up/people', {
        name: 'X',
        email: 'x@example.org',
        role: 'icb-lead',
        ...more,
      }),
      await colm.post(`${await person('siân')}/roles`, { role: 'icb-lead', person: 'x' }),
      await colm.post(await person('siân'), { name: 'X', role: 'coordinator', revision: '0' }),
      await colm.post('/set-up/places/quillby/retire', { also: 'ferrow-vale' }),
      await colm.post('/set-up/import', { what: 'people', text: 'x', role: 'coordinator' }),
    ];
    expect(sent.map(({ status }) => status)).toEqual(sent.map(() => 400));
    expect(await deeds()).toEqual(before);
  });
});

describe('[trust 16] nobody raises own rights', () => {
  it('a coordinator gives, changes and takes no own role, and keeps the own address', async () => {
    const own = await person('colm');
    const role = await roleIdOf('colm');
    const page = words((await colm.get(own)).text);
    expect(page).toContain('You can’t change your own roles. Another coordinator can.');
    const reviewer = {
      role: 'reviewer',
      places: system().ids.places.get('quillby') ?? '',
      chair: 'yes',
    };
    const refused = [
      await colm.get(`${own}/roles/new`),
      await colm.get(`${own}/leave`),
      await colm.get(`${own}/roles/${role}/remove`),
      await colm.post(`${own}/roles`, reviewer),
      await colm.post(`${own}/roles/${role}/remove`),
      await colm.post(`${own}/leave`),
      await colm.post(own, { name: 'Colm', email: 'colm@else.example', revision: '0' }),
    ];
    expect(refused.map(({ status }) => status)).toEqual(refused.map(() => 403));
    const form = sentBy((await colm.get(own)).text, 'su-form');
    expect((await colm.post(own, form)).status).toBe(303);
    expect(await deeds()).toEqual([]);
  });

  it('two coordinators who remove each other at once leave one', async () => {
    await addCoordinator(database.db, system(), 'Dee');
    const app = anApp(database.db);
    const dee = await signedIn(app, database.db, `dee@${system().slug}.example`);
    const [a, b] = [await person('colm'), await person('dee')];
    const replies = await Promise.all([colm.post(`${b}/leave`), dee.post(`${a}/leave`)]);
    // 401 where one was gone before the other was even asked who they are
    const [done, refused] = replies.map(({ status }) => status).toSorted();
    expect([done, refused === 401 ? 403 : refused]).toEqual([303, 403]);
    const left = await database
      .db('memberships')
      .where({ system_id: system().ids.systemId, role: 'coordinator' })
      .pluck('person_id');
    expect(left).toHaveLength(1);
  });
});

describe('who may do what', () => {
  it('is changed by somebody who has signed in within the last quarter of an hour', async () => {
    await addCoordinator(database.db, system(), 'Eve');
    const late = await as('eve');
    await database.db.raw(
      `update sessions set data = jsonb_set(data, '{signedInAt}', to_jsonb(?::bigint))`,
      [Date.now() - 16 * 60_000],
    );
    const form = await late.get('/set-up/people/new');
    expect([form.status, form.headers['location']]).toEqual([
      303,
      '/sign-in?returnTo=%2Fset-up%2Fpeople%2Fnew',
    ]);
    const sent = await late.post(`${await person('siân')}/leave`);
    expect(sent.status).toBe(401);
    expect(mainOf(sent.text)).toContain('Sign in once more');
    expect((await late.get('/set-up/people')).status).toBe(200);
  });
});
