import { beforeAll, describe, expect, it } from 'vitest';
import { changed, sentBy } from '../../../test/factories/html-form.ts';
import { entryFormAt, useMapVisit } from '../../../test/factories/map-visit.ts';
import { aServiceMap } from '../../../test/factories/service-map.ts';
import type { Visitor } from '../../../test/factories/visitor.ts';

const { database, as, listOf, place, added, stored } = useMapVisit([aServiceMap()]);
let list: string;
let siân: Visitor;

beforeAll(async () => {
  list = await listOf();
  siân = await as('siân');
});

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

  it('"Clear a choice" saves all else, stays at the question, and asks for a needed answer again', async () => {
    const id = await added({ name: 'Cleared', sector: 'other', consultation: 'yes' });
    const form = await entryFormAt(siân, `${list}/${id}`);
    const cleared = await siân.post(
      `${list}/${id}`,
      changed(form, { spend: '5', _then: 'clear', sector_clear: 'sector' }),
    );
    expect(cleared.headers['location']).toBe(`${list}/${id}#sector`);
    const answers = { name: 'Cleared', consultation: 'yes', spend: 5 };
    expect((await stored(id))?.answers).toEqual(answers);
    expect((await siân.get(list)).text).toMatch(/Cleared[^]*?href="[^"]*#sector"/);
    const { text } = await siân.get(`${list}/${id}/history`);
    expect(text.replace(/<[^>]*>|\s+/g, ' ')).toMatch(/Sector\s+From\s+Other/);
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
