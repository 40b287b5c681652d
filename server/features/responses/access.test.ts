import request from 'supertest';
import { beforeAll, describe, expect, it } from 'vitest';
import { fillGrid } from '../../../test/factories/answers.ts';
import { useDatabase } from '../../../test/config/database.ts';
import { aSystem, type TestSystem } from '../../../test/factories/system.ts';
import { anApp } from '../../../test/factories/visitor.ts';
import { everybody, type Visitors } from '../../../test/factories/visitors.ts';

const database = useDatabase();
let system: TestSystem;
let as: Visitors;
let elsewhere: Visitors;
let draft: string;
let submitted: string;

beforeAll(async () => {
  const { db } = database;
  system = await aSystem(db);
  await aSystem(db, { slug: 'another' });
  as = await everybody(db);
  elsewhere = await everybody(db, 'another');
  draft = await system.response('kingfisher', 'quillby');
  submitted = await system.response('kingfisher', 'ferrow-vale');
  await fillGrid(db, {
    systemId: system.ids.systemId,
    responseId: submitted,
    personId: system.ids.people.get('siân@aldermoor-and-wend.example') ?? '',
    level: 2,
  });
  await as('Siân').post(`/responses/${submitted}/submit`);
});

const rests = ['', '/sections/strategic-leadership', '/check', '/submitted'];
const writes = [
  '/sections/strategic-leadership',
  '/sections/strategic-leadership/suggestion',
  '/submit',
  '/copy',
];
const missingId = '00000000-0000-4000-8000-000000000000';

/** The page without what belongs to the visitor's session. */
const bodyOf = (html: string): string => html.replace(/value="[^"]*"/g, '');

describe('[trust 10, 11] somebody else’s response is not found, exactly as one that does not exist', () => {
  it.each(rests)('reading %s', async (rest) => {
    const readers: [string, Visitors, string][] = [
      ['Tomos', as, draft],
      ['Tomos', as, submitted],
      ['Siân', elsewhere, draft],
      ['Colm', elsewhere, submitted],
      ['Amina', elsewhere, submitted],
      ['Amina', as, draft],
      ['Bea', as, submitted],
    ];
    for (const [name, visitors, id] of readers) {
      const foreign = await visitors(name).get(`/responses/${id}${rest}`);
      const missing = await visitors(name).get(`/responses/${missingId}${rest}`);
      const noId = await visitors(name).get(`/responses/not-an-id${rest}`);
      expect([name, foreign.status]).toEqual([name, 404]);
      expect(bodyOf(foreign.text)).toBe(bodyOf(missing.text));
      expect(bodyOf(noId.text)).toBe(bodyOf(missing.text));
    }
  });

  it.each(writes)('writing %s', async (rest) => {
    for (const [name, visitors] of [
      ['Tomos', as],
      ['Siân', elsewhere],
    ] as const) {
      const foreign = await visitors(name).post(`/responses/${draft}${rest}`);
      const missing = await visitors(name).post(`/responses/${missingId}${rest}`);
      expect([name, foreign.status]).toEqual([name, 404]);
      expect(bodyOf(foreign.text)).toBe(bodyOf(missing.text));
    }
  });
});

describe('those who look at other agencies', () => {
  it('read what was submitted for their Places, and change nothing', async () => {
    for (const name of ['Amina', 'Colm']) {
      for (const rest of rests.filter((one) => one !== '/submitted')) {
        const page = await as(name).get(`/responses/${submitted}${rest}`);
        expect([name, rest, page.status]).toEqual([name, rest, 200]);
        expect(page.text).not.toMatch(/Save and continue|>Change<|action="\/responses/);
        expect(page.text).not.toContain('ask the coordinator');
        expect(page.text).not.toContain('Your work');
        expect(page.text).toContain(`href="/rounds/${system.roundSlug}/report">Round 3`);
      }
      for (const rest of writes) {
        expect((await as(name).post(`/responses/${submitted}${rest}`)).status).toBe(403);
      }
    }
  });

  it('an ICB lead reads no response', async () => {
    for (const rest of rests) {
      expect((await as('Ifeoma').get(`/responses/${submitted}${rest}`)).status).toBe(403);
    }
  });
});

it('leads to sign-in and back when signed out', async () => {
  const page = await request(anApp(database.db)).get(`/responses/${draft}/check`);
  expect(page.headers['location']).toBe(
    `/sign-in?returnTo=${encodeURIComponent(`/responses/${draft}/check`)}`,
  );
});

it('[trust 12] a field that the page does not have is refused', async () => {
  const response = `/responses/${draft}`;
  for (const [path, field] of [
    ['/submit', 'status'],
    ['/copy', 'agency'],
  ] as const) {
    const { status } = await as('Siân').post(`${response}${path}`, { [field]: 'x' });
    expect([path, status]).toEqual([path, 400]);
  }
});

it('[trust 33] a save without the session’s token changes nothing', async () => {
  const { status } = await as('Siân').post(`/responses/${draft}/sections/strategic-leadership`, [
    ['_csrf', 'x'],
    ['strategic-leadership_level', '4'],
  ]);
  expect(status).toBe(403);
  expect(await database.db('answers').where({ response_id: draft })).toEqual([]);
});
