import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { changed, sentBy } from '../../../test/factories/html-form.ts';
import { useMapVisit } from '../../../test/factories/map-visit.ts';
import { aSystem } from '../../../test/factories/system.ts';
import { testTime, type Visitor } from '../../../test/factories/visitor.ts';

const { database, as, listOf, place, added } = useMapVisit();
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
const rowOf = (html: string, text: string): string =>
  html.split('<tr>').find((row) => row.includes(text)) ?? '';

describe('the list', () => {
  it('begins empty, says so, and names the one thing to do', async () => {
    const page = await (await as('tomos')).get(await listOf('wendside'));
    expect(page.status).toBe(200);
    expect(page.text).toContain('No services yet; 1 still to answer for below.');
    expect(page.text).toContain('Add the first service');
    expect(page.text).toMatch(
      /href="\/responses\/[^/]+\/check" draggable="false">Check your answers</,
    );
    expect(page.text).toContain('Drawn from: Parent-Infant Foundation (2023)');
    expect(page.text).toContain('Enter each service that <b>Wendside Maternity</b> provides once');
  });

  it('shows each entry with who changed it, its level, status and Places, and what is missing', async () => {
    await added(whole('Early Days home visits'));
    const row = rowOf((await siân.get(await listOf())).text, 'Early Days home visits');
    expect(row).toContain('Siân Elwyn-Hughes, today 14:02');
    expect(row).toContain('Targeted');
    expect(row).toContain('Running');
    expect(row).toContain('Ferrow Vale');
    expect(row).not.toContain('Needed to submit');
    const half = await added({ name: 'Bumps and Beyond', status: 'paused', places: '_unknown' });
    const halfRow = rowOf((await siân.get(await listOf())).text, 'Bumps and Beyond');
    expect(halfRow).toContain('<span class="flag flag--quiet">Not stated</span>');
    expect(halfRow).toContain('<span class="flag flag--quiet">Paused</span>');
    expect(halfRow).toContain(`/entries/${half}#focus`);
    expect(halfRow).toContain('Needed to submit');
  });

  it('says which unanswered question alone could settle an element, here and on its page', async () => {
    const id = await added(whole('Consultation', { focus: 'child', places: place('quillby') }));
    const list = await listOf();
    const text = 'settle element E6 in Quillby';
    expect(rowOf((await siân.get(list)).text, '>Consultation<')).toContain(`Could ${text}`);
    const page = (await siân.get(`${list}/${id}`)).text;
    expect(page).toContain(`This answer alone could ${text}.`);
    expect(page).toContain('<dt>E6 in Quillby</dt>');
    const sent = changed(sentBy(page, 'entry'), { consultation: 'no' });
    await siân.post(`${list}/${id}`, sent);
    expect(rowOf((await siân.get(list)).text, '>Consultation<')).not.toContain(text);
  });

  it('lists forty entries with as many statements as two, and finds one by its name or its gaps', async () => {
    const slug = 'forty';
    const many = await aSystem(database.db, { slug });
    const visitor = await as('siân', slug);
    const list = `/responses/${await many.response('kingfisher')}/entries`;
    const add = async (first: number, last: number): Promise<void> => {
      for (let index = first; index <= last; index++) {
        await visitor.post(list, { name: `Tŷ ${index}`, sector: 'health-visiting' });
      }
    };
    const statements: string[] = [];
    const note = ({ sql }: { sql: string }): unknown => statements.push(sql);
    const listed = async (): Promise<string> => {
      database.db.on('query', note);
      const { text } = await visitor.get(list);
      database.db.removeListener('query', note);
      return text;
    };
    await add(1, 2);
    await listed();
    const few = statements.splice(0).toSorted();
    await add(3, 40);
    const page = await listed();
    expect(few).not.toEqual([]);
    expect(statements.toSorted()).toEqual(few);
    expect(page).toContain('40 services so far');
    expect(page.match(/<th scope="row"[^>]*><a/g)).toHaveLength(40);
    const found = await visitor.get(`${list}?q=TŶ+17`);
    expect(found.text.match(/<th scope="row"[^>]*><a/g)).toHaveLength(1);
    expect(found.text).toContain('1 of 40 services');
    expect((await visitor.get(`${list}?show=needed`)).text).toContain(
      'needed before submitting (40)',
    );
  });
});

describe('a long list', () => {
  it('stays light, and stands by sector or by Place, with counts and a way to each part', async () => {
    const slug = 'two-hundred';
    const many = await aSystem(database.db, { slug });
    const visitor = await as('siân', slug);
    const list = `/responses/${await many.response('kingfisher')}/entries`;
    const places = [...many.ids.places.values()].slice(0, 2);
    for (let index = 1; index <= 40; index++) {
      const sector = index % 4 === 0 ? 'midwifery' : 'health-visiting';
      const served = places.map((id) => ['places', id] as const);
      await visitor.post(list, [['name', `Tŷ ${index}`], ['sector', sector], ...served]);
    }
    const bySector = (await visitor.get(`${list}?by=group`)).text;
    expect(bySector).toContain('Midwifery <span class="grp__n">10 services</span>');
    expect(bySector).toContain('<a href="#by-health-visiting">Health visiting</a>');
    const byPlace = (await visitor.get(`${list}?by=place`)).text;
    expect(byPlace.match(/<span class="grp__n">40 services<\/span>/g)).toHaveLength(2);
    expect(byPlace.match(/<th scope="row"[^>]*><a/g)).toHaveLength(80);
    expect(gzipSync(byPlace).length).toBeLessThan(100_000);
  });
});

describe('removing', () => {
  it('asks first, takes the entry out, and undoes it; each with a line of history and audit', async () => {
    const list = await listOf();
    const id = await added(whole('Passing'));
    const question = await siân.get(`${list}/${id}/remove`);
    expect(question.text).toContain('Remove “Passing”?');
    const removed = await siân.post(`${list}/${id}/remove`);
    expect(removed.headers['location']).toBe(`${list}?removed=${id}#done`);
    const page = await siân.get(`${list}?removed=${id}`);
    expect(page.text).toContain('Removed “Passing”.');
    expect(page.text).not.toContain(`href="${list}/${id}"`);
    expect((await siân.get(`${list}/${id}`)).status).toBe(404);

    expect((await siân.post(`${list}/${id}/restore`)).status).toBe(303);
    expect((await siân.get(`${list}/${id}`)).status).toBe(200);
    const history = await database
      .db('service_entry_history')
      .where({ entry_id: id })
      .orderBy('revision')
      .select('revision', 'removed');
    expect(history).toEqual([
      { revision: 1, removed: false },
      { revision: 2, removed: true },
      { revision: 3, removed: false },
    ]);
    const acts = await database
      .db('audit_events')
      .where({ subject_id: id })
      .orderBy('id')
      .select('act');
    expect(acts.map(({ act }) => act)).toEqual(['entry.removed', 'entry.restored']);
  });

  it('done twice, changes nothing more', async () => {
    const list = await listOf();
    const id = await added(whole('Twice'));
    await siân.post(`${list}/${id}/remove`);
    await siân.post(`${list}/${id}/remove`);
    const row = await database.db('service_entries').where({ id }).first('revision');
    expect(row?.revision).toBe(2);
  });
});

describe('"no service"', () => {
  const said = (groupId: string) =>
    database.db('no_service').where({ group_id: groupId }).select('place_id', 'said_at');

  it('is said for a sector and a Place, shown with who said it, and taken back', async () => {
    const tomos = await as('tomos');
    const list = await listOf('wendside');
    const path = list.replace('entries', 'no-service');
    const fields = { group: 'midwifery', place: place('ferrow-vale') };
    expect((await tomos.post(path, { ...fields, answer: 'none' })).status).toBe(303);
    expect((await tomos.post(path, { ...fields, answer: 'none' })).status).toBe(303);
    expect(await said('midwifery')).toEqual([
      { place_id: place('ferrow-vale'), said_at: testTime },
    ]);
    const page = mainOf((await tomos.get(list)).text);
    expect(page).toContain('<b>No service</b>, said by Tomos Prydderch, today 14:02');
    expect(page).toContain('No services yet; “No service” said for 1.');
    await tomos.post(path, { ...fields, answer: 'take-back' });
    expect(await said('midwifery')).toEqual([]);
  });

  it('gives way to an entry for the same sector and Place, and is refused beside one', async () => {
    const tomos = await as('tomos');
    const list = await listOf('wendside');
    const path = list.replace('entries', 'no-service');
    const fields = { group: 'midwifery', place: place('ferrow-vale'), answer: 'none' };
    await tomos.post(path, fields);
    const entry = whole('Case loading', { sector: 'midwifery' });
    const id = await added(entry, 'wendside', tomos);
    expect(await said('midwifery')).toEqual([]);
    expect((await tomos.post(path, fields)).status).toBe(409);
    expect((await tomos.get(list)).text).not.toContain('id="without"');
    await tomos.post(`${list}/${id}/remove`);
    expect((await tomos.post(path, fields)).status).toBe(303);
    await tomos.post(`${list}/${id}/restore`);
    expect(await said('midwifery')).toEqual([]);
  });

  it('[trust 11, 12] is refused for sectors and Places that are not the agency’s, and with extra fields', async () => {
    const path = (await listOf()).replace('entries', 'no-service');
    const fields = { group: 'health-visiting', place: place('quillby'), answer: 'none' };
    expect((await siân.post(path, { ...fields, group: 'midwifery' })).status).toBe(404);
    expect((await siân.post(path, { ...fields, place: 'elsewhere' })).status).toBe(404);
    expect((await siân.post(path, { ...fields, group: '__proto__' })).status).toBe(404);
    expect((await siân.post(path, { ...fields, said_by: 'x' })).status).toBe(400);
    expect(await said('health-visiting')).toEqual([]);
  });
});
