import { beforeAll, describe, expect, it } from 'vitest';
import { useMapVisit } from '../../../test/factories/map-visit.ts';
import { aSystem } from '../../../test/factories/system.ts';
import { testTime, type Visitor } from '../../../test/factories/visitor.ts';

const { database, system, as, listOf, place, added } = useMapVisit();
let siân: Visitor;

beforeAll(async () => {
  siân = await as('siân');
});

const whole = (name: string, more: Readonly<Record<string, string>> = {}) => ({
  name,
  sector: 'health-visiting',
  places: place('ferrow-vale'),
  levels: 'targeted',
  focus: 'relationship',
  status: 'running',
  ...more,
});
const mainOf = (html: string): string => html.slice(html.indexOf('<main'), html.indexOf('</main'));

describe('who may', () => {
  it('[trust 10, 11] nobody else’s entry can be read or changed, and the answer is that of a missing one', async () => {
    const list = await listOf();
    const id = await added(whole('Ours'));
    const other = await listOf('wendside');
    const elsewhere = await aSystem(database.db, { slug: 'elsewhere' });
    const stranger = await as('siân', 'elsewhere');
    const theirs = `/responses/${await elsewhere.response('kingfisher')}/entries`;
    const missing = (await siân.get(`${list}/00000000-0000-4000-8000-000000000000`)).text;
    const refused = [
      await (await as('tomos')).get(list),
      await (await as('tomos')).get(`${list}/${id}`),
      await (await as('tomos')).post(`${list}/${id}`, { name: 'Mine' }),
      await (await as('tomos')).post(list, { name: 'Mine' }),
      await (await as('tomos')).post(`${list}/${id}/remove`),
      await (await as('tomos')).get(`${list}/${id}/copy`),
      await stranger.get(list),
      await stranger.get(`${list}/${id}`),
      await stranger.get(`${theirs}/${id}`),
      await stranger.post(`${theirs}/${id}`, { name: 'Mine' }),
      await stranger.post(`${theirs}/${id}`, { levels: 'x' }),
      await stranger.post(`${theirs}/${id}/remove`),
      await siân.get(`${other}/${id}`),
      await siân.get(`/responses/not-an-id/entries`),
      await siân.get(`${list}/not-an-id`),
      await siân.get(`/responses/${await system().response('kingfisher', 'quillby')}/entries`),
    ];
    expect(refused.map(({ status }) => status)).toEqual(refused.map(() => 404));
    expect(mainOf(refused[1]?.text ?? '')).toBe(mainOf(missing));
    expect(mainOf(refused[8]?.text ?? '')).toBe(mainOf(missing));
    const row = await database.db('service_entries').where({ id }).first('name', 'revision');
    expect(row).toEqual({ name: 'Ours', revision: 1 });
  });

  it('a coordinator reads and does not write, reviewers see nothing before submission, ICB leads nothing at all', async () => {
    const list = await listOf();
    const id = await added(whole('Readable'));
    expect((await (await as('colm')).get(list)).text).not.toContain('Add a service');
    expect((await (await as('colm')).get(`${list}/${id}`)).text).toContain('<dt>Focus</dt>');
    expect((await (await as('colm')).post(list, { name: 'x' })).status).toBe(403);
    expect((await (await as('amina')).get(list)).status).toBe(404);
    expect((await (await as('ifeoma')).get(list)).status).toBe(403);
  });

  it('once submitted, everything is frozen; what is sent late is shown, not lost; reviewers read their Places', async () => {
    const system2 = await aSystem(database.db, { slug: 'frozen' });
    const visitor = (name: string) => as(name, 'frozen');
    const [lead, amina, bea] = [
      await visitor('siân'),
      await visitor('amina'),
      await visitor('bea'),
    ];
    const responseId = await system2.response('kingfisher');
    const list = `/responses/${responseId}/entries`;
    const ferrowVale = system2.ids.places.get('ferrow-vale') ?? '';
    const saved = await lead.post(list, { ...whole('Frozen visits'), places: ferrowVale });
    const id = /saved=([^#]+)#entry-\1$/.exec(String(saved.headers['location']))?.[1] ?? '';
    const submitted = { status: 'submitted', submitted_at: testTime } as const;
    await database.db('responses').where({ id: responseId }).update(submitted);

    const late = await lead.post(`${list}/${id}`, { name: 'Too late', _revision: '1' });
    expect(late.status).toBe(409);
    expect(late.text).toContain('Too late');
    expect(late.text).toContain('Not saved: nothing can be changed now');
    const noService = { group: 'health-visiting', place: ferrowVale, answer: 'none' };
    expect((await lead.post(list.replace('entries', 'no-service'), noService)).status).toBe(409);
    expect((await lead.post(`${list}/${id}/remove`)).status).toBe(409);
    expect((await lead.get(`${list}/new`)).headers['location']).toBe(list);
    const page = (await lead.get(list)).text;
    expect(page).toContain('Submitted on Wednesday 18 March 2026 at 14:02.');
    expect(page).not.toContain('Add a service');
    expect((await lead.get(`${list}/${id}`)).text).not.toContain(
      '<form method="post" action="/responses',
    );

    expect((await amina.get(`${list}/${id}`)).text).toContain('Frozen visits');
    expect((await bea.get(list)).text).not.toContain('Frozen visits');
    expect((await bea.get(`${list}/${id}`)).status).toBe(404);
    const row = await database.db('service_entries').where({ id }).first('name', 'revision');
    expect(row).toEqual({ name: 'Frozen visits', revision: 1 });
  });

  it('[trust 33] a form without this session’s token is refused', async () => {
    const list = await listOf();
    const page = await siân.post(list, [
      ['name', 'Forged'],
      ['_csrf', 'forged'],
    ]);
    expect(page.status).toBe(403);
  });
});
