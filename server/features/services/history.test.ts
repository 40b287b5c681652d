import { beforeAll, describe, expect, it } from 'vitest';
import { changed, sentBy } from '../../../test/factories/html-form.ts';
import { entryFormAt, useMapVisit } from '../../../test/factories/map-visit.ts';
import { aServiceMap } from '../../../test/factories/service-map.ts';
import type { Visitor } from '../../../test/factories/visitor.ts';

const { as, listOf, added, stored } = useMapVisit([aServiceMap()]);
let list: string;
let siân: Visitor;
let małgorzata: Visitor;

beforeAll(async () => {
  list = await listOf();
  siân = await as('siân');
  małgorzata = await as('małgorzata');
});

const change = async (visitor: Visitor, id: string, fields: Readonly<Record<string, string>>) =>
  visitor.post(`${list}/${id}`, changed(await entryFormAt(visitor, `${list}/${id}`), fields));
const bring = (id: string, form: Readonly<Record<string, string>>) =>
  siân.post(`${list}/${id}/history/back`, form);

describe('the history of an entry', () => {
  it('says who changed which answer, from what to what, and who took it out and put it back', async () => {
    const id = await added({ name: 'Told', sector: 'other', spend: '100' });
    await change(małgorzata, id, { spend: '200' });
    await małgorzata.post(`${list}/${id}/remove`, {});
    await siân.post(`${list}/${id}/restore`, {});
    const { text } = await siân.get(`${list}/${id}/history`);
    expect(text).toContain('History: Told');
    expect(text).toContain('Entered this service.');
    expect(text).toMatch(/Małgorzata Wiśniewska, \d+ \w+ \d{4} at \d\d:\d\d/);
    expect(text.indexOf('£100')).toBeLessThan(text.indexOf('£200'));
    expect(text.indexOf('Put it back into the list.')).toBeLessThan(
      text.indexOf('Took it out of the list.'),
    );
    const page = await siân.get(`${list}/${id}`);
    expect(page.text).toContain(`${list}/${id}/history`);
  });

  it('[trust 11] is the agency’s own: nobody else finds it', async () => {
    const id = await added({ name: 'Ours', sector: 'other' });
    const missing = '00000000-0000-4000-8000-000000000000';
    for (const name of ['amina', 'colm', 'tomos']) {
      const visitor = await as(name);
      expect((await visitor.get(`${list}/${id}/history`)).status).toBe(404);
      expect((await visitor.get(`${list}/${missing}/history`)).status).toBe(404);
    }
  });
});

describe('bringing an answer of an entry back', () => {
  it('[trust 42] replaces that answer alone, after both were shown, and once', async () => {
    const id = await added({ name: 'Back', sector: 'other', spend: '100' });
    await change(małgorzata, id, { spend: '200', wte: '3' });
    const wanted = { revision: '1', part: 'spend' };
    const asked = await siân.get(
      `${list}/${id}/history/back?${new URLSearchParams(wanted).toString()}`,
    );
    expect(asked.text).toContain('£100');
    expect(asked.text).toContain('£200');
    const all = await Promise.all([1, 2].map(() => bring(id, { ...wanted, shown: '2' })));
    expect(all.map(({ status }) => status)).toEqual([303, 303]);
    expect(await stored(id)).toMatchObject({ revision: 3, answers: { spend: 100, wte: 3 } });
  });

  it('[trust 39] is refused where somebody changed it meanwhile, and shows both', async () => {
    const id = await added({ name: 'Behind', sector: 'other', spend: '100' });
    await change(małgorzata, id, { spend: '200' });
    await change(małgorzata, id, { spend: '300' });
    const refused = await bring(id, { revision: '1', part: 'spend', shown: '2' });
    expect(refused.status).toBe(409);
    expect(refused.text).toContain('£100');
    expect(refused.text).toContain('£300');
    expect(await stored(id)).toMatchObject({ revision: 3, answers: { spend: 300 } });
  });

  it('waits for an entry that was taken out of the list', async () => {
    const id = await added({ name: 'Gone', sector: 'other', spend: '100' });
    await change(siân, id, { spend: '200' });
    await siân.post(`${list}/${id}/remove`, {});
    const refused = await bring(id, { revision: '1', part: 'spend', shown: '3' });
    expect(refused.status).toBe(409);
    expect((await siân.get(`${list}/${id}/history`)).text).not.toContain('Bring this back');
  });

  it('[trust 11, 12] finds no revision or answer that is not there, and takes no other field', async () => {
    const id = await added({ name: 'Strict', sector: 'other' });
    expect((await bring(id, { revision: '9', part: 'spend', shown: '1' })).status).toBe(404);
    expect((await bring(id, { revision: '1', part: 'toString', shown: '1' })).status).toBe(404);
    expect((await bring(id, { revision: '1', part: 'spend', agency: 'x' })).status).toBe(400);
  });
});

it('an entry that was opened from checking leads back there when it is saved', async () => {
  const id = await added({ name: 'Checked', sector: 'other' });
  const { text } = await siân.get(`${list}/${id}?from=check`);
  const saved = await siân.post(`${list}/${id}`, sentBy(text, 'entry'));
  expect(saved.headers['location']).toBe(list.replace(/entries$/, 'check'));
});
