import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { changed, sentBy } from '../../../../test/factories/html-form.ts';
import { useMapVisit } from '../../../../test/factories/map-visit.ts';
import type { Visitor } from '../../../../test/factories/visitor.ts';
import { patient, plainWorkbook, useWorkbooks } from '../../../../test/factories/workbooks.ts';

const { database, listOf, place, added, system } = useMapVisit();
const { signIn, download, read, write } = useWorkbooks(database);
let siân: Visitor;
let list: string;

beforeAll(async () => {
  siân = await signIn(`siân@${system().slug}.example`);
  list = await listOf();
});
beforeEach(async () => {
  await database.db('service_entry_places').delete();
  await database.db('service_entry_history').delete();
  await database.db('service_entries').delete();
});

type Rows = readonly (readonly (string | number | null)[])[];
const look = (bytes: Buffer) => siân.upload(`${list}/upload`, {}, { name: 'map.xlsx', bytes });
const lookAt = async (sheets: Readonly<Record<string, Rows>>) =>
  look(await write(plainWorkbook(sheets)));
const store = (html: string, choices: Readonly<Record<string, string>> = {}) =>
  siân.post(`${list}/upload/store`, changed(sentBy(html, 'sheet-preview'), choices));
const stored = () => database.db('service_entries').orderBy('position').select('name', 'answers');
const counts = (html: string): Readonly<Record<string, number>> =>
  Object.fromEntries(
    [...html.matchAll(/<dt>([^<]+)<\/dt><dd>(\d+)<\/dd>/g)].map(
      ([, label = '', value]): [string, number] => [label, Number(value)],
    ),
  );
const plain = (html: string): string => html.replaceAll('&#39;', "'").replaceAll('&#34;', '"');

const head = ['Name', 'Sector', 'Places', 'Level', 'Focus', 'Status'];
const whole = (name: string): string[] => [
  ...[name, 'Health visiting', 'Ferrow Vale; Quillby', 'Targeted', 'The relationship', 'Running'],
];

describe('a workbook that is uploaded', patient, () => {
  it('is looked at first, and stored when that is confirmed: each row with its history', async () => {
    const page = await lookAt({ Services: [head, whole('Home visits'), whole('Baby massage')] });
    expect(page.status).toBe(200);
    expect(page.text).toContain('2 to store');
    expect(await stored()).toEqual([]);
    const reply = await store(page.text);
    expect(reply.headers['location']).toBe(`${list}?added=2&updated=0#done`);
    expect((await siân.get(`${list}?added=2&updated=0`)).text).toContain(
      '2 services added, 0 updated.',
    );
    const entries = await stored();
    expect(entries.map(({ name }) => name)).toEqual(['Home visits', 'Baby massage']);
    expect(entries[0]?.answers).toEqual({
      name: 'Home visits',
      sector: 'health-visiting',
      places: [place('ferrow-vale'), place('quillby')],
      levels: ['targeted'],
      focus: 'relationship',
      status: 'running',
    });
    expect(await database.db('service_entry_history')).toHaveLength(2);
    const [audit] = await database
      .db('audit_events')
      .where({ act: 'entries.uploaded' })
      .select('details');
    expect(audit?.details).toEqual({ added: 2, updated: 0 });
  });

  it('confirmed twice adds nothing twice: the second time it is looked at again', async () => {
    const page = await lookAt({ Services: [head, whole('Home visits')] });
    expect((await store(page.text)).status).toBe(303);
    const again = await store(page.text);
    expect(again.status).toBe(409);
    expect(again.text).toContain('or this was stored already');
    expect(counts(again.text)).toMatchObject({ 'to add': 0, unchanged: 1 });
    expect(await stored()).toHaveLength(1);
  });

  it('changes of an entry only what was changed in its row, and asks where both were', async () => {
    const id = await added([
      ...Object.entries({ name: 'Visits', sector: 'midwifery', focus: 'parent' }),
    ]);
    const [sheet] = await read(await download(siân, `${list}.xlsx`));
    const [titles = [], row = []] = sheet?.rows ?? [];
    const edited = (changes: Readonly<Record<string, string>>) =>
      titles.map((title, at) => changes[title] ?? row[at] ?? '');
    const page = await siân.get(`${list}/${id}`);
    await siân.post(`${list}/${id}`, changed(sentBy(page.text, 'entry'), { focus: 'child' }));

    const mine = await lookAt({ Services: [titles, edited({ 'Sector (needed)': 'Other' })] });
    expect(counts(mine.text)).toMatchObject({ 'to update': 1 });
    await store(mine.text);
    expect((await stored())[0]?.answers).toEqual({
      name: 'Visits',
      sector: 'other',
      focus: 'child',
    });

    const clash = await lookAt({
      Services: [titles, edited({ 'Focus (needed)': 'The relationship' })],
    });
    expect(counts(clash.text)).toMatchObject({ 'to decide': 1 });
    expect(clash.text).toContain('Siân Elwyn-Hughes changed an answer here too');
    const undecided = await store(clash.text);
    expect(undecided.status).toBe(422);
    expect(undecided.text).toContain('Services, row 2: choose what to do');
    await store(undecided.text, { 'row-2': 'update' });
    expect((await stored())[0]?.answers).toMatchObject({ focus: 'relationship' });
  });

  it('says what has changed since it was looked at, and stores nothing', async () => {
    const id = await added({ name: 'Visits', sector: 'midwifery' });
    const [sheet] = await read(await download(siân, `${list}.xlsx`));
    const [titles = [], row = []] = sheet?.rows ?? [];
    const edited = titles.map((title, at) => (title === 'Details' ? 'More' : (row[at] ?? '')));
    const page = await lookAt({ Services: [titles, edited] });
    const form = await siân.get(`${list}/${id}`);
    await siân.post(`${list}/${id}`, changed(sentBy(form.text, 'entry'), { status: 'paused' }));
    const late = await store(page.text);
    expect(late.status).toBe(409);
    expect(late.text).toContain('the list has changed since you looked');
    expect((await stored())[0]?.answers).not.toHaveProperty('details');
    await store(late.text);
    expect((await stored())[0]?.answers).toMatchObject({ details: 'More', status: 'paused' });
  });

  it('without a reference finds what is there by its name: one chooses to update, to add or to leave', async () => {
    await added({
      name: 'Home Visits',
      sector: 'health-visiting',
      status: 'paused',
      details: 'kept',
    });
    const page = await lookAt({ Services: [head, whole('home  visits'), whole('home visits')] });
    expect(counts(page.text)).toMatchObject({ 'to decide': 2, 'to add': 0 });
    expect(page.text).toContain('There is a service of the same name and sector in the list');
    expect(page.text).toContain('Row 2 has the same name and sector');
    await store(page.text, { 'row-2': 'update', 'row-3': 'leave' });
    const [entry, ...others] = await stored();
    expect(others).toEqual([]);
    expect(entry?.answers).toMatchObject({ status: 'running', details: 'kept' });
  });

  it('belongs to those who answer for the agency', async () => {
    const tomos = await signIn(`tomos@${system().slug}.example`);
    expect((await tomos.get(`${list}/upload`)).status).toBe(404);
    const file = { name: 'a.xlsx', bytes: await write(plainWorkbook({ Services: [head] })) };
    expect((await tomos.upload(`${list}/upload`, {}, file)).status).toBe(404);
    expect((await tomos.post(`${list}/upload/store`, { sheets: '[]' })).status).toBe(404);
  });
});

describe('figures on their own sheet', patient, () => {
  const figures = ['Service', 'Place', 'Level', 'Families a year', 'WTE', 'Spend a year', 'Wait'];

  it('belong to the entry that they name, and are read whole', async () => {
    const page = await lookAt({
      Services: [head, whole('Home visits')],
      Figures: [
        figures,
        ['home visits', 'Quillby', 'Targeted', '1,200', 1.5, '£90,000', null],
        ['Nobody', 'Quillby', 'Targeted', null, null, null, null],
      ],
    });
    expect(plain(page.text)).toContain('The sheet “Services” has no row named “Nobody”');
    await store(page.text);
    expect((await stored())[0]?.answers).toMatchObject({
      figures: [
        {
          place: place('quillby'),
          level: 'targeted',
          familiesPerYear: 1200,
          wte: 1.5,
          spend: 90000,
        },
      ],
    });
  });
});

describe('a file that is no workbook', patient, () => {
  const files: readonly (readonly [string, Buffer, string])[] = [
    ['text', Buffer.from('Name;Sector\nVisits;Other'), 'That is no workbook'],
    ['nothing', Buffer.alloc(0), 'Choose a workbook'],
    [
      'an old one',
      Buffer.from('d0cf11e0a1b11ae100', 'hex'),
      'an old workbook, or one with a password',
    ],
    ['half of one', Buffer.from('504b0304ffffffff', 'hex'), 'That is no workbook'],
  ];
  it.each(files)(
    '[trust 23] %s is refused with words, and everything goes on',
    async (_, bytes, words) => {
      const page = await look(bytes);
      expect(page.status).toBe(422);
      expect(page.text).toContain(words);
      expect((await siân.get(list)).status).toBe(200);
    },
  );

  it('[trust 23] a broken multipart body is a bad request', async () => {
    const type = 'multipart/form-data; boundary=line';
    const reply = await siân.send(`${list}/upload`, type, '--line\r\nContent-Disposition: form');
    expect([400, 403]).toContain(reply.status);
    expect((await siân.get(list)).status).toBe(200);
  });

  it('[trust 24] what comes back and is no workbook of ours is refused; text that can’t be kept is named', async () => {
    for (const sheets of [
      '',
      '[[',
      '{}',
      '[["a",[[1]]]]',
      '['.repeat(100_000),
      '[["Services",[]]]',
    ]) {
      const reply = await siân.post(`${list}/upload/store`, { sheets, digest: '' });
      expect([400, 422]).toContain(reply.status);
    }
    const nul = JSON.stringify([['Services', [head, whole('a\0b'), whole('\ud800')]]]);
    const page = await siân.post(`${list}/upload/store`, { sheets: nul, digest: '' });
    expect(page.status).toBe(409);
    expect(counts(page.text)).toMatchObject({ 'with a fault': 2 });
    expect(page.text).toContain('Name: holds a character that can’t be kept');
  });
});

const polyglots = ['<script>alert(1)</script>', '"><img src=x onerror=alert(1)>', "';--", '<!--'];
it.each(polyglots)('[trust 28] %s stays text in the preview', patient, async (text) => {
  const page = await lookAt({
    [`S${text.replace(/[^a-z]/g, '')}`]: [['x']],
    Services: [
      [...head, text],
      [...whole(text), text],
      [text, text, text, text, text, text, ''],
    ],
  });
  expect(page.status).toBe(200);
  expect(page.text).not.toContain('<script>alert');
  expect(page.text).not.toContain('<img src=x');
  expect(page.text).not.toContain('<!--');
});
