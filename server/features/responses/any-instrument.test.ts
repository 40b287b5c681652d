import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { useDatabase } from '../../../test/config/database.ts';
import { aMaturityGrid } from '../../../test/factories/definitions.ts';
import { aServiceMap } from '../../../test/factories/service-map.ts';
import { changed, sentBy } from '../../../test/factories/html-form.ts';
import { aSystem, type TestSystem } from '../../../test/factories/system.ts';
import { everybody, type Visitors } from '../../../test/factories/visitors.ts';

const database = useDatabase();
let system: TestSystem;
let as: Visitors;
let grid: string;
let map: string;

beforeAll(async () => {
  system = await aSystem(database.db, { definitions: [aMaturityGrid(), aServiceMap()] });
  as = await everybody(database.db);
  grid = await system.response('kingfisher', 'quillby');
  map = await system.response('kingfisher');
});

const answer = (item: string) =>
  database.db('answers').where({ response_id: grid, item_id: item }).first();

describe('an instrument that no page was written for', () => {
  it('has its sections listed, its own scope sentence and credit', async () => {
    const { text } = await as('Siân').get(`/responses/${grid}`);
    expect(text).toContain('About the whole of <b>Quillby</b>, not about');
    expect(text).toContain('About your answer');
    expect(text).toContain('A foundation (2023) A toolkit.');
  });

  it('may ask for several levels on one page: each is saved by itself', async () => {
    const path = `/responses/${grid}/sections/domains`;
    const form = sentBy((await as('Siân').get(path)).text, 'answers');
    const sent = changed(form, { leadership_level: '2', 'money_criteria_money-1a': 'met' });
    expect((await as('Siân').post(path, sent)).headers['location']).toBe(
      `/responses/${grid}/sections/about`,
    );
    expect(await answer('leadership')).toMatchObject({ level: 2, revision: 1 });
    expect(await answer('money')).toMatchObject({ has_level: false, revision: 1 });
    const again = sentBy((await as('Siân').get(path)).text, 'answers');
    await as('Siân').post(path, changed(again, { leadership_level: '3' }));
    expect(await answer('leadership')).toMatchObject({ level: 3, revision: 2 });
    expect(await answer('money')).toMatchObject({ revision: 1 });
  });

  it('may ask simple questions: kept, emptied, and shown when checking', async () => {
    const path = `/responses/${grid}/sections/about`;
    const save = async (values: Readonly<Record<string, string>>) => {
      const form = sentBy((await as('Siân').get(path)).text, 'answers');
      return as('Siân').post(path, changed(form, values));
    };
    expect((await save({ together: 'yes', colleagues: 'Midwives' })).status).toBe(303);
    expect((await as('Siân').get(`/responses/${grid}/check`)).text).toContain('Midwives');
    expect((await answer('colleagues'))?.value).toBe('Midwives');
    await save({ colleagues: '' });
    expect((await answer('colleagues'))?.value).toBe('');
    const { text } = await as('Siân').get(`/responses/${grid}/check`);
    expect(text).toContain('Fill in “Which roles do they have?”');
    const tooLong = await save({ colleagues: 'x'.repeat(201) });
    expect(tooLong.status).toBe(422);
    expect(tooLong.text).toContain('href="#colleagues"');
  });

  it('lets a choice be cleared: by its button alone, from a page that saves by itself too', async () => {
    const path = `/responses/${grid}/sections/about`;
    const form = sentBy((await as('Siân').get(path)).text, 'answers');
    const page = { _page: randomUUID(), together: 'yes', colleagues: 'Doulas' };
    const say = (_counter: string, more: Readonly<Record<string, string>> = {}) =>
      changed(form, { ...page, together_clear: 'together', _counter, ...more });
    await as('Siân').post(`${path}/save`, say('1'));
    expect((await answer('together'))?.value).toBe('yes');
    const cleared = await as('Siân').post(path, say('2', { then: 'clear' }));
    expect(cleared.headers['location']).toBe(`${path}#together`);
    expect((await answer('together'))?.value).toBe('');
    expect((await answer('colleagues'))?.value).toBe('Doulas');
    const { text } = await as('Siân').get(`${path}/history`);
    expect(text.replace(/<[^>]*>|\s+/g, ' ')).toMatch(/answer with you\?\s+From\s+Yes/);
  });

  it('sends entries to their own pages', async () => {
    const { status, headers } = await as('Siân').get(`/responses/${map}/sections/services`);
    expect([status, headers['location']]).toEqual([303, `/responses/${map}/entries`]);
    expect((await as('Siân').post(`/responses/${map}/sections/services`)).status).toBe(404);
  });

  it('shows entries and “No service” when checking', async () => {
    const { db } = database;
    const of = { system_id: system.ids.systemId };
    const place = system.ids.places.get('quillby') ?? '';
    const by = system.ids.people.get('siân@aldermoor-and-wend.example') ?? '';
    const at = new Date('2026-03-10T10:00:00Z');
    const entry = '11111111-1111-4111-8111-111111111111';
    await db('service_entries').insert({
      ...of,
      id: entry,
      response_id: map,
      position: 1,
      name: 'Early Days',
      group_id: 'midwifery',
      status: 'running',
      places_stated: true,
      answers: JSON.stringify({
        name: 'Early Days',
        sector: 'midwifery',
        places: [place],
        status: 'running',
        ages: { from: -9, to: 24 },
        spend: 12_000,
      }),
      revision: 1,
      updated_at: at,
      updated_by: by,
      removed_at: null,
    });
    await db('service_entry_places').insert({ ...of, entry_id: entry, place_id: place });
    await db('no_service').insert({
      ...of,
      response_id: map,
      group_id: 'other',
      place_id: place,
      said_at: at,
      said_by: by,
    });
    const { text } = await as('Siân').get(`/responses/${map}/check`);
    for (const words of [
      'Early Days',
      'Conception to 2 years',
      '£12,000',
      'No service in Quillby',
    ]) {
      expect(text).toContain(words);
    }
    expect(text).toContain(`href="/responses/${map}/entries/${entry}?from=check"`);
  });
});
