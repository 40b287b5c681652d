/** A coordinator keys in what an agency sent on paper: in the same pages, with its provenance, and for no other agency. */
import { beforeAll, describe, expect, it } from 'vitest';
import { fillIn } from '../../../test/factories/answering.ts';
import { fillGrid } from '../../../test/factories/answers.ts';
import { useDatabase } from '../../../test/config/database.ts';
import { squeeze } from '../../../test/factories/pdf-reader.ts';
import { aSystem, type TestSystem } from '../../../test/factories/system.ts';
import { everybody, type Visitors } from '../../../test/factories/visitors.ts';

const database = useDatabase();
let system: TestSystem;
let as: Visitors;
let grid: string;
let map: string;
let others: string;

const paper = (onPaper: boolean) =>
  database
    .db('agencies')
    .where({ system_id: system.ids.systemId, slug: 'wendside' })
    .update({ on_paper: onPaper });
const rowOf = (id: string) =>
  database.db('responses').where({ id }).first('provenance', 'keyed_by', 'status');
const acts = async (id: string): Promise<string[]> =>
  database.db('audit_events').where({ subject_id: id }).orderBy('id').pluck('act');
const words = (html: string): string =>
  squeeze(html.slice(html.indexOf('<body')).replaceAll(/<[^>]*>/g, ' '));
const banner = 'You are keying in the paper return of Wendside Maternity.';
const section = (id: string): string => `/responses/${id}/sections/financial-investment`;
const service = () => ({
  name: 'Early Days',
  sector: 'midwifery',
  places: system.ids.places.get('ferrow-vale') ?? '',
  levels: 'targeted',
  focus: 'relationship',
  status: 'running',
});

beforeAll(async () => {
  system = await aSystem(database.db);
  as = await everybody(database.db);
  grid = await system.response('wendside', 'ferrow-vale');
  map = await system.response('wendside');
  others = await system.response('kingfisher', 'ferrow-vale');
  await paper(true);
});

describe('the way in', () => {
  it('stands on the coordinator’s start page and on the agency’s progress', async () => {
    const home = (await as('Colm').get('/')).text;
    expect(words(home)).toContain('1 agency on paper to key in for Round 3, spring 2026');
    expect(home).toContain('href="/rounds/spring-2026/progress/wendside"');
    const { text } = await as('Colm').get('/rounds/spring-2026/progress/wendside');
    expect(text).toContain(`<a class="pg-key" href="/responses/${grid}">Key in`);
    expect(words(text)).toContain('It answers on paper and has no accounts.');
  });

  it('is not there for agencies that answer themselves', async () => {
    const { text } = await as('Colm').get('/rounds/spring-2026/progress/kingfisher');
    expect(text).not.toContain('Key in');
  });
});

describe('keying in', () => {
  it('happens in the agency’s own pages, each of which says for whom', async () => {
    for (const path of ['', '/check', '/sections/financial-investment']) {
      expect(words((await as('Colm').get(`/responses/${grid}${path}`)).text)).toContain(banner);
    }
    expect(words((await as('Colm').get(`/responses/${map}/entries`)).text)).toContain(banner);
    expect((await as('Siân').get(`/responses/${others}`)).text).not.toContain('keying in');
    const own = /\b(Check your answers|you have entered|Your answers|Only your agency)\b/;
    for (const path of [
      ...['', '/check', '/parts', '/sections/financial-investment/history'].map((at) => grid + at),
      `${map}/entries`,
    ]) {
      const page = await as('Colm').get(`/responses/${path}`);
      expect.soft([path, own.exec(words(page.text))?.[0]]).toEqual([path, undefined]);
    }
  });

  it('marks the response as one on paper with its first answer, once, and tells who keyed it in', async () => {
    expect(await rowOf(grid)).toMatchObject({ provenance: 'online', keyed_by: null });
    const colm = system.ids.people.get('colm@aldermoor-and-wend.example');
    await fillIn(as('Colm'), section(grid), { 'financial-investment_level': '2' });
    expect(await rowOf(grid)).toMatchObject({ provenance: 'paper', keyed_by: colm });
    await fillIn(as('Colm'), section(grid), { 'financial-investment_level': '3' });
    expect(await acts(grid)).toEqual(['response.keyed-in']);
    for (const path of ['', '/check']) {
      const { text } = await as('Colm').get(`/responses/${grid}${path}`);
      expect(words(text)).toContain('on paper, keyed in by Colm Doyle');
    }
    const progress = (await as('Colm').get('/rounds/spring-2026/progress/wendside')).text;
    expect(words(progress)).toContain('on paper, keyed in by Colm Doyle');
  });

  it('marks nothing where nothing was changed', async () => {
    const quiet = await system.response('wendside');
    await as('Colm').get(`/responses/${quiet}/check`);
    await as('Colm').post(`/responses/${quiet}/submit`);
    expect(await rowOf(quiet)).toMatchObject({ provenance: 'online', status: 'draft' });
  });

  it('takes services and “No service” too', async () => {
    const saved = await as('Colm').post(`/responses/${map}/entries`, service());
    expect(saved.status).toBe(303);
    expect(await rowOf(map)).toMatchObject({ provenance: 'paper' });
    expect(await acts(map)).toEqual(['response.keyed-in']);
  });

  it('leaves what the agency answers itself as it is: online, by its own people', async () => {
    await fillIn(as('Siân'), section(others), { 'financial-investment_level': '2' });
    expect(await rowOf(others)).toMatchObject({ provenance: 'online', keyed_by: null });
    await paper(true);
    const tomos = as('Tomos');
    const again = await fillIn(tomos, section(grid), { 'financial-investment_level': '2' });
    expect(again.status).toBe(303);
    expect((await tomos.get(`/responses/${grid}`)).text).not.toContain('keying in');
  });
});

describe('submitting what was keyed in', () => {
  it('confirms it with a way back to the agency, and a receipt to the coordinator alone', async () => {
    const colm = system.ids.people.get('colm@aldermoor-and-wend.example') ?? '';
    await fillGrid(database.db, {
      systemId: system.ids.systemId,
      responseId: grid,
      personId: colm,
      level: 2,
      except: ['financial-investment'],
    });
    const told = await as('Colm').post(`/responses/${grid}/submit`);
    expect(told.headers['location']).toBe(`/responses/${grid}/submitted`);
    const { text } = await as('Colm').get(`/responses/${grid}/submitted`);
    expect(text).toContain('href="/rounds/spring-2026/progress/wendside"');
    expect(words(text)).toContain('has no account to see it with: send them the copy below.');
    expect(text).toContain(`href="/responses/${map}"`);
    expect(text).toContain('<h2>What Wendside Maternity said</h2>');
    const mails = await database.db('messages').where({ kind: 'submitted' }).pluck('recipient');
    expect(mails).toEqual(['colm@aldermoor-and-wend.example']);
    expect(words((await as('Colm').get(`/responses/${grid}/check`)).text)).toContain(
      'Submitted on Wednesday 18 March 2026 at 14:02, on paper, keyed in by Colm Doyle.',
    );
  });
});

describe('who may not', () => {
  it('[trust 10, 11] is everybody else, and the coordinator for agencies that answer themselves', async () => {
    const before = await database.db('answers').where({ response_id: others }).first();
    const sent = { 'financial-investment_level': '4' };
    const refused = [
      await as('Colm').post(section(others), sent),
      await as('Colm').post(`/responses/${others}/submit`),
      await as('Colm').post(`/responses/${await system.response('kingfisher')}/entries`, service()),
    ];
    expect(refused.map(({ status }) => status)).toEqual([403, 403, 403]);
    expect(words(refused[0]?.text ?? '')).toContain('This agency answers for itself.');
    const draft = await system.response('wendside');
    expect((await as('Siân').post(`/responses/${draft}/entries`, service())).status).toBe(404);
    expect((await as('Amina').post(section(grid), sent)).status).toBe(403);
    expect(await database.db('answers').where({ response_id: others }).first()).toEqual(before);
  });

  it('[trust 11] does not reach into another system, whatever its agency is marked as', async () => {
    const elsewhere = await aSystem(database.db, { slug: 'elsewhere' });
    await database.db('agencies').update({ on_paper: true });
    const theirs = await elsewhere.response('wendside', 'ferrow-vale');
    expect((await as('Colm').get(`/responses/${theirs}`)).status).toBe(404);
    expect((await as('Colm').post(section(theirs), {})).status).toBe(404);
    await database.db('agencies').update({ on_paper: false });
    await paper(true);
  });

  it('ends with the agency’s mark, at the next request; what was keyed in stays so', async () => {
    const page = `/responses/${map}/entries`;
    expect((await as('Colm').get(page)).text).toContain('Add a service');
    await paper(false);
    expect((await as('Colm').get(page)).text).not.toContain('Add a service');
    expect((await as('Colm').post(page, service())).status).toBe(403);
    expect(words((await as('Colm').get(`/responses/${map}`)).text)).toContain(
      'on paper, keyed in by Colm Doyle',
    );
    await paper(true);
  });
});
