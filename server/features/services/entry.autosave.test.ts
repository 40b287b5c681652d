/** The page of an entry that saves by itself. */
import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { changed, sentBy } from '../../../test/factories/html-form.ts';
import { entryFormAt, useMapVisit } from '../../../test/factories/map-visit.ts';
import { aServiceMap } from '../../../test/factories/service-map.ts';
import type { Visitor } from '../../../test/factories/visitor.ts';

const { database, as, listOf, added, stored } = useMapVisit([aServiceMap()]);
let list: string;
let siân: Visitor;
let małgorzata: Visitor;

beforeAll(async () => {
  list = await listOf();
  siân = await as('siân');
  małgorzata = await as('małgorzata');
});

type Changes = Parameters<typeof changed>[1];

/** An entry's page as it is open in a browser. @param id '' for a new one */
async function opened(visitor: Visitor, id = '') {
  const form = await entryFormAt(visitor, `${list}/${id === '' ? 'new' : id}`);
  const page = randomUUID();
  const at = (counter: number, changes: Changes) =>
    changed(form, { ...changes, _page: page, _counter: String(counter) });
  const own = id === '' ? list : `${list}/${id}`;
  return {
    save: async (counter: number, changes: Changes, address = `${own}/save`) =>
      (await visitor.post(address, at(counter, changes))).text.replace(/\s+/g, ' '),
    send: (counter: number, changes: Changes) => visitor.post(own, at(counter, changes)),
  };
}

describe('a new entry', () => {
  it('waits for its name, is then stored once, and is told its own address', async () => {
    const page = await opened(siân);
    expect(await page.save(1, { spend: '5' })).toContain('say what the service is called');
    const said = await page.save(2, { name: 'Begun', spend: '5' });
    const [, action = ''] = /data-action="([^"]+)"/.exec(said) ?? [];
    const [, autosave = ''] = /data-autosave="([^"]+)"/.exec(said) ?? [];
    expect(said).toContain('Saved');
    expect(autosave).toBe(`${action}/save`);
    await page.save(3, { name: 'Begun', spend: '6' }, autosave);
    expect((await page.send(4, { name: 'Begun', spend: '7' })).status).toBe(303);
    const id = action.split('/').at(-1) ?? '';
    expect((await stored(id))?.answers).toEqual({ name: 'Begun', spend: 7 });
    expect(await database.db('service_entries').where({ name: 'Begun' })).toHaveLength(1);
  });
});

describe('an entry that is there', () => {
  it('[trust 40] keeps what was typed last, in whatever order it comes', async () => {
    const id = await added({ name: 'Order', spend: '1' });
    const page = await opened(siân, id);
    await page.save(3, { spend: '3' });
    await page.save(2, { spend: '2' });
    expect((await stored(id))?.answers).toMatchObject({ spend: 3 });
  });

  it('keeps its name, and what else can’t be read, as it was', async () => {
    const id = await added({ name: 'Named', spend: '1' });
    const page = await opened(siân, id);
    const said = await page.save(1, { name: '', spend: 'much', wte: '2' });
    expect(said).toMatch(/except for this.*called/);
    expect((await stored(id))?.answers).toEqual({ name: 'Named', spend: 1, wte: 2 });
  });

  it('[trust 38] takes both people’s changes, and tells of what the page does not show', async () => {
    const id = await added({ name: 'Both', spend: '1', wte: '1' });
    const [one, other] = [await opened(siân, id), await opened(małgorzata, id)];
    await one.save(1, { spend: '2' });
    expect(await other.save(1, { wte: '2' })).toContain('Colleagues changed 1 answer here');
    await one.save(2, { spend: '3' });
    expect((await stored(id))?.answers).toMatchObject({ spend: 3, wte: 2 });
  });

  it('[trust 39] leaves out what two people changed, says so, and shows both on sending', async () => {
    const id = await added({ name: 'Clash', spend: '1', wte: '1' });
    const [one, other] = [await opened(siân, id), await opened(małgorzata, id)];
    await one.save(1, { spend: '2' });
    const said = await other.save(1, { spend: '3', wte: '3' });
    expect(said).toMatch(/Someone changed this.*See both answers/);
    expect((await stored(id))?.answers).toMatchObject({ spend: 2, wte: 3 });
    const both = await other.send(2, { spend: '3', wte: '3' });
    expect(both.status).toBe(409);
    const form = sentBy(both.text, 'entry');
    expect((await małgorzata.post(`${list}/${id}`, form)).status).toBe(303);
    expect((await stored(id))?.answers).toMatchObject({ spend: 3, wte: 3 });
  });

  it('that a colleague removed is said to be gone, and sending keeps what was typed', async () => {
    const id = await added({ name: 'Removed' });
    const page = await opened(siân, id);
    await małgorzata.post(`${list}/${id}/remove`);
    expect(await page.save(1, { spend: '9' })).toMatch(/data-saved="stop".*removed this service/);
    expect((await page.send(2, { spend: '9' })).text).toContain('it becomes a new service');
  });
});
