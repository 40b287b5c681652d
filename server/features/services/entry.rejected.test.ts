import { beforeAll, describe, expect, it } from 'vitest';
import { sentBy } from '../../../test/factories/html-form.ts';
import { useMapVisit } from '../../../test/factories/map-visit.ts';
import { aServiceMap } from '../../../test/factories/service-map.ts';
import type { Visitor } from '../../../test/factories/visitor.ts';

const { database, as, listOf, added } = useMapVisit([aServiceMap()]);
let list: string;
let siân: Visitor;
let małgorzata: Visitor;

beforeAll(async () => {
  list = await listOf();
  siân = await as('siân');
  małgorzata = await as('małgorzata');
});

const escaped = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&#34;')
    .replaceAll("'", '&#39;');
const mainOf = (html: string): string => html.slice(html.indexOf('<main'));

describe('what is wrong is said, and what was typed is kept', () => {
  it('asks for a name before it saves a new entry', async () => {
    const before = await database.db('service_entries').count<{ count: number }[]>();
    const page = await siân.post(list, { sector: 'other', restrictions: 'age' });
    expect(page.status).toBe(422);
    expect(page.text).toContain('<title>Error: Add a service');
    expect(page.text).toContain('<a href="#name">Name: say what the service is called</a>');
    expect(sentBy(page.text, 'entry')).toEqual(
      expect.arrayContaining([
        ['sector', 'other'],
        ['restrictions', 'age'],
      ]),
    );
    expect(await database.db('service_entries').count<{ count: number }[]>()).toEqual(before);
  });

  it('names an exclusive answer beside others, and ticks both again', async () => {
    const page = await siân.post(list, [
      ['name', 'Both'],
      ['restrictions', 'age'],
      ['restrictions', '_unknown'],
    ]);
    expect(page.status).toBe(422);
    expect(page.text).toContain('“Not known” can’t stand beside another answer');
    const sent = sentBy(page.text, 'entry').filter(([name]) => name === 'restrictions');
    expect(sent.map(([, value]) => value)).toEqual(['age', '_unknown']);
  });

  it('opens the closed part in which a fault is', async () => {
    const page = await siân.post(list, { name: 'Part', figures_1_families: 'many' });
    expect(page.status).toBe(422);
    expect(mainOf(page.text)).toMatch(/<details class="grpd" open>/);
    expect(page.text).toContain('href="#figures_1_families"');
    expect(page.text).toContain('Row 1, Families a year: must be a number, such as 12');
  });

  it('[trust 24] names the field with a NUL or far too much text, and keeps the rest', async () => {
    const page = await siân.post(list, { name: 'A\0b', sector: 'other' });
    expect(page.status).toBe(422);
    expect(page.text).toContain('<a href="#name">Name: holds a character');
    const long = await siân.post(list, { name: 'x'.repeat(1_000_000), sector: 'other' });
    expect(long.status).toBe(422);
    expect(long.text).toContain('must have at most 40 characters: it has 1,000,000');
    expect(sentBy(long.text, 'entry')).toContainEqual(['sector', 'other']);
  });

  it.each(['agency', 'status_2', 'removed_at', 'position', '__proto__', 'constructor', 'escapeFn'])(
    '[trust 12, 20] refuses the extra field %s, and stores nothing',
    async (name) => {
      const page = await siân.post(list, [
        ['name', `Extra ${name}`],
        [name, 'x'],
      ]);
      expect(page.status).toBe(400);
      const row = await database
        .db('service_entries')
        .where({ name: `Extra ${name}` })
        .first('id');
      expect(row).toBeUndefined();
    },
  );

  it.each([
    '<script>alert(1)</script>',
    '"><img src=x onerror=alert(1)>',
    '{{7*7}}',
    "';--",
    '<!--',
  ])('[trust 28] %s stays text in form, list, question, notice and conflict', async (text) => {
    const id = await added({ name: text, restrictions: 'age', restrictionDetail: text });
    const saved = await małgorzata.post(`${list}/${id}`, { name: `${text}!`, _revision: '1' });
    expect(saved.status).toBe(303);
    const pages = [
      await siân.get(`${list}/${id}`),
      await siân.get(`${list}?saved=${id}`),
      await siân.get(`${list}/${id}/remove`),
      await siân.get(`${list}/${id}/copy`),
      await siân.post(`${list}/${id}`, { name: `${text}?`, _revision: '1' }),
    ];
    for (const page of pages) {
      expect(page.text).not.toMatch(/<script>alert|<img src=x/);
      expect(page.text).toContain(escaped(text));
    }
    expect(pages.at(-1)?.status).toBe(409);
  });
});
