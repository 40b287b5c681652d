import { beforeAll, describe, expect, it } from 'vitest';
import { changed, sentBy } from '../../../test/factories/html-form.ts';
import { entryFormAt, useMapVisit } from '../../../test/factories/map-visit.ts';
import { aServiceMap } from '../../../test/factories/service-map.ts';
import type { Visitor } from '../../../test/factories/visitor.ts';

const { database, as, listOf, added, stored, history } = useMapVisit([aServiceMap()]);
let list: string;
let siân: Visitor;
let małgorzata: Visitor;

beforeAll(async () => {
  list = await listOf();
  siân = await as('siân');
  małgorzata = await as('małgorzata');
});

describe('two people change one entry', () => {
  it('shows both answers, loses neither, and saves on the second try', async () => {
    const id = await added({ name: 'Shared', sector: 'other', spend: '1', wte: '1' });
    const mine = await entryFormAt(siân, `${list}/${id}`);
    const theirs = await entryFormAt(małgorzata, `${list}/${id}`);
    const first = await małgorzata.post(
      `${list}/${id}`,
      changed(theirs, { spend: '200', sector: 'midwifery' }),
    );
    expect(first.status).toBe(303);

    const refused = await siân.post(`${list}/${id}`, changed(mine, { spend: '300', wte: '2' }));
    expect(refused.status).toBe(409);
    expect(refused.text).toContain('Małgorzata Wiśniewska changed this service');
    expect(refused.text).toContain('£200');
    expect(refused.text).toContain('£300');
    expect(refused.text).toContain('data-unsaved="now"');
    expect((await stored(id))?.answers).toMatchObject({ spend: 200, wte: 1 });

    const second = await siân.post(`${list}/${id}`, sentBy(refused.text, 'entry'));
    expect(second.status).toBe(303);
    expect(await stored(id)).toMatchObject({
      revision: 3,
      answers: { name: 'Shared', sector: 'midwifery', spend: 300, wte: 2 },
    });
    expect((await history(id))[1]?.answers).toMatchObject({ spend: 200, sector: 'midwifery' });
  });

  it('takes a fault on the way for no new start: the conflict still shows', async () => {
    const id = await added({ name: 'Stale', spend: '1' });
    const mine = await entryFormAt(siân, `${list}/${id}`);
    await małgorzata.post(`${list}/${id}`, { name: 'Stale', spend: '2', _revision: '1' });
    const rejected = await siân.post(`${list}/${id}`, changed(mine, { spend: 'three' }));
    expect(rejected.status).toBe(422);
    const mended = changed(sentBy(rejected.text, 'entry'), { spend: '3' });
    expect((await siân.post(`${list}/${id}`, mended)).status).toBe(409);
  });

  it('keeps what one wrote in an entry that the other removed', async () => {
    const id = await added({ name: 'Going', spend: '1' });
    const mine = await entryFormAt(siân, `${list}/${id}`);
    await małgorzata.post(`${list}/${id}/remove`);
    const refused = await siân.post(`${list}/${id}`, changed(mine, { spend: '77' }));
    expect(refused.status).toBe(409);
    expect(refused.text).toContain('removed this service while you were writing');
    const kept = await added(sentBy(refused.text, 'entry'));
    expect(kept).not.toBe(id);
    expect((await stored(kept))?.answers).toEqual({ name: 'Going', spend: 77 });
  });

  it('[trust 42] makes one entry of a new one that is sent twice, and changes it when it differs', async () => {
    const page = await entryFormAt(siân, `${list}/new`);
    const one = changed(page, { name: 'Sent twice' });
    const id = await added(one);
    expect(await added(one)).toBe(id);
    expect(await added(changed(one, { spend: '5' }))).toBe(id);
    expect(await database.db('service_entries').where({ name: 'Sent twice' })).toHaveLength(1);
    expect((await stored(id))?.answers).toEqual({ name: 'Sent twice', spend: 5 });
  });
});
