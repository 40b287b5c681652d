import { beforeAll, describe, expect, it } from 'vitest';
import { sentBy } from '../../../test/factories/html-form.ts';
import { useMapVisit } from '../../../test/factories/map-visit.ts';
import { aServiceMap } from '../../../test/factories/service-map.ts';
import type { Visitor } from '../../../test/factories/visitor.ts';

const { database, as, listOf, place, added } = useMapVisit([aServiceMap()]);
let list: string;
let siân: Visitor;

beforeAll(async () => {
  list = await listOf();
  siân = await as('siân');
});

const stored = (id: string) =>
  database.db('service_entries').where({ id }).first('name', 'answers', 'revision');

describe('the buttons', () => {
  it('"Save and copy" saves, and offers the same as a new entry', async () => {
    const saved = await siân.post(list, { name: 'Original', sector: 'other', _copy: '1' });
    expect(saved.headers['location']).toMatch(/\/copy$/);
    const copy = await siân.get(String(saved.headers['location']));
    const sent = sentBy(copy.text, 'entry');
    expect(sent).toContainEqual(['name', 'Original (copy)']);
    expect(sent).toContainEqual(['sector', 'other']);
    expect(await database.db('service_entries').where({ name: 'Original (copy)' })).toEqual([]);
    const id = await added(sent);
    expect((await stored(id))?.answers).toEqual({ name: 'Original (copy)', sector: 'other' });
  });

  it('"Save and add rows" saves, and shows the table open with more empty rows', async () => {
    const fields = { name: 'Rows', figures_0_families: '1', _rows: 'figures' };
    const saved = await siân.post(list, fields);
    const page = await siân.get(String(saved.headers['location']));
    expect(page.text).toContain('<details class="grpd" open>');
    expect(page.text.match(/name="figures_\d_families"/g)).toHaveLength(3);
    expect(page.text).not.toContain('Save and add rows');
  });

  it('a new entry begins with the sector and Place that the list named', async () => {
    const page = await siân.get(`${list}/new?group=other&place=${place('quillby')}`);
    const sent = sentBy(page.text, 'entry');
    expect(sent).toContainEqual(['sector', 'other']);
    expect(sent).toContainEqual(['places', place('quillby')]);
    expect((await siân.get(`${list}/new?group=x&place=y`)).status).toBe(200);
  });

  it('shows when a question applies to those without JavaScript', async () => {
    const page = await siân.get(`${list}/new`);
    expect(page.text).toContain('Answer this if you chose anything under “Who is turned away?”.');
    expect(page.text).toContain('data-when="{&#34;item&#34;:&#34;restrictions&#34;');
  });
});
