/** A copy of all answers to keep: what the check page shows, as a file; a draft says so; nobody sees more than the page. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fillIn } from '../../../../test/factories/answering.ts';
import { fillGrid } from '../../../../test/factories/answers.ts';
import { useDatabase } from '../../../../test/config/database.ts';
import { readPdf, squeeze, type ReadPdf } from '../../../../test/factories/pdf-reader.ts';
import { structureFaults } from '../../../../test/factories/pdf-structure.ts';
import { patient } from '../../../../test/factories/report-downloads.ts';
import { headings, panelOf, paperWords, rowsOf } from '../../../../test/factories/report-papers.ts';
import { aSystem, type TestSystem } from '../../../../test/factories/system.ts';
import { anApp, type Visitor } from '../../../../test/factories/visitor.ts';
import { everybody, type Visitors } from '../../../../test/factories/visitors.ts';
import { MISSING_NOTE } from '../../../adapters/pdf/document.ts';
import { createPdfPool } from '../../../adapters/pdf/pool.ts';

const database = useDatabase();
const pdf = createPdfPool({ workers: 1 });
let system: TestSystem;
let as: Visitors;
let grid: string;
let map: string;

beforeAll(async () => {
  const { db } = database;
  system = await aSystem(db);
  as = await everybody(db, undefined, anApp(db, { pdf }));
  grid = await system.response('kingfisher', 'ferrow-vale');
  map = await system.response('kingfisher');
  await fillGrid(db, {
    systemId: system.ids.systemId,
    responseId: grid,
    personId: system.ids.people.get('siân@aldermoor-and-wend.example') ?? '',
    level: 2,
    except: ['financial-investment'],
  });
});
afterAll(() => pdf.close());

async function copyOf(visitor: Visitor, response: string): Promise<ReadPdf> {
  const answer = await visitor.get(`/responses/${response}/answers.pdf`);
  expect(answer.status).toBe(200);
  return readPdf(answer.body as Uint8Array);
}
const service = (name: string, place: string) => ({
  name,
  sector: 'health-visiting',
  places: system.ids.places.get(place) ?? '',
  levels: 'targeted',
  focus: 'relationship',
  status: 'running',
});

describe('a copy of a grid', patient, () => {
  it('says while nothing is submitted that it is a draft, on every page, and what is missing', async () => {
    const paper = await copyOf(as('Siân'), grid);
    expect(paper.title).toBe(
      'Maturity grid, Ferrow Vale: Kingfisher Children’s Community Services, Round 3, spring 2026, draft',
    );
    expect(paper.pages.every(({ artifacts }) => artifacts.includes('DRAFT'))).toBe(true);
    const words = paperWords(paper);
    expect(words).toContain('DRAFT not submitted');
    expect(words).toContain('this is how it stood on Wednesday 18 March 2026 at 14:02');
    expect(words).toContain('1 thing is missing before this can be submitted.');
  });

  it('holds every answer as the page shows it, tagged, under the same headings', async () => {
    const paper = await copyOf(as('Siân'), grid);
    const page = (await as('Siân').get(`/responses/${grid}/check`)).text;
    const onPage = [...page.matchAll(/<h2 id="[^"]*">([^<]*)</g)].map(([, title]) => title);
    expect(headings(paper, 'H2')).toEqual(onPage);
    expect(rowsOf(paper, 'Parent-infant relationships have key champions here.')).toEqual([
      ['Met'],
    ]);
    expect(paperWords(paper)).toContain('What shows this Minutes of March');
    expect(structureFaults(paper.source)).toEqual([]);
    expect(paper.pages.map(({ untagged }) => untagged).join('')).toBe('');
  });

  it('says once it is submitted who did that and when, and is no draft', async () => {
    const siân = as('Siân');
    const path = `/responses/${grid}/sections/financial-investment`;
    const answered = { 'financial-investment_level': 'none' };
    expect((await fillIn(siân, path, answered)).status).toBe(303);
    const done = await siân.post(`/responses/${grid}/submit`);
    expect(done.headers['location']).toBe(`/responses/${grid}/submitted`);
    const confirmation = await siân.get(`/responses/${grid}/submitted`);
    expect(confirmation.text).toContain(`href="/responses/${grid}/answers.pdf"`);
    expect((await siân.get(`/responses/${grid}/check`)).text).toContain(
      `href="/responses/${grid}/answers.pdf"`,
    );
    const response = await siân.get(`/responses/${grid}/answers.pdf`);
    expect(response.headers['content-disposition']).toContain(
      'Maturity%20grid%2C%20Ferrow%20Vale%2C%20Round%203%2C%20spring%202026.pdf',
    );
    const words = paperWords(await readPdf(response.body as Uint8Array));
    expect(words).toContain('Submitted by Siân Elwyn-Hughes on Wednesday 18 March 2026 at 14:02.');
    expect(words).not.toContain('DRAFT');
  });

  it('is noted in the audit trail', async () => {
    await copyOf(as('Siân'), grid);
    const { text } = await as('Colm').get('/audit');
    expect(squeeze(text.replaceAll(/<[^>]*>/g, ' '))).toContain(
      'Siân Elwyn-Hughes downloaded the answers of Kingfisher',
    );
  });
});

describe('a copy of a map', patient, () => {
  it('has every service under its sector, and “No service”', async () => {
    const siân = as('Siân');
    await siân.post(`/responses/${map}/entries`, service('Early Days', 'ferrow-vale'));
    await siân.post(`/responses/${map}/entries`, service('Quiet Hours', 'quillby'));
    const paper = await copyOf(siân, map);
    expect(headings(paper, 'H3')).toEqual([
      'Health visiting: Early Days',
      'Health visiting: Quiet Hours',
    ]);
    expect(panelOf(paper, 'Health visiting: Early Days')).toMatchObject({
      Places: 'Ferrow Vale',
      Focus: 'The relationship',
      Status: 'Running',
    });
    expect(structureFaults(paper.source)).toEqual([]);
  });

  it('[trust 10, 11] gives a reviewer nothing before submission, then their Places’ services alone', async () => {
    const path = `/responses/${map}/answers.pdf`;
    const statuses = ['Bea', 'Tomos', 'Ifeoma'].map(
      async (name) => (await as(name).get(path)).status,
    );
    expect(await Promise.all(statuses)).toEqual([404, 404, 403]);
    await database
      .db('responses')
      .where({ id: map })
      .update({ status: 'submitted', submitted_at: new Date('2026-03-18T14:02:00Z') });
    const words = paperWords(await copyOf(as('Bea'), map));
    expect(words).toContain('Quiet Hours');
    expect(words).not.toContain('Early Days');
  });
});

describe('texts at their limits', patient, () => {
  it('[trust 31] of 20,000 characters, with emoji, Arabic and bidi controls, are all there or marked', async () => {
    const text = `${'położna była wysłuchana. '.repeat(798)} 👶🏽 مرحبا \u202eabc\u202c END`;
    expect(text.length).toBeGreaterThan(19_900);
    const response = await system.response('wendside', 'ferrow-vale');
    const personId = system.ids.people.get('tomos@aldermoor-and-wend.example') ?? '';
    await fillGrid(database.db, {
      systemId: system.ids.systemId,
      responseId: response,
      personId,
      level: 3,
    });
    await database
      .db('answers')
      .where({ response_id: response, item_id: 'strategic-leadership' })
      .update({
        value: JSON.stringify({
          level: 3,
          criteria: {},
          evidence: text,
          links: ['https://a.example/x'],
        }),
      });
    const paper = await copyOf(as('Tomos'), response);
    const words = paperWords(paper);
    expect(words.split('położna była wysłuchana').length - 1).toBe(798);
    expect(words).toContain('□ □□□□□ abc END');
    expect(words).toContain(MISSING_NOTE);
    expect(paper.pages.flatMap(({ links }) => links)).toContain('https://a.example/x');
    expect(structureFaults(paper.source)).toEqual([]);
  });
});
