import { beforeAll, describe, expect, it } from 'vitest';
import { changed, sentBy } from '../../../test/factories/html-form.ts';
import { addCoordinator, useSetUp, words } from '../../../test/factories/set-up.ts';
import type { Visitor } from '../../../test/factories/visitor.ts';

const { database, system, as, person } = useSetUp();
let colm: Visitor;
let dee: Visitor;

beforeAll(async () => {
  await addCoordinator(database.db, system(), 'Dee');
  [colm, dee] = [await as('colm'), await as('dee')];
});

const formOf = async (path: string) => sentBy((await colm.get(path)).text, 'su-form');

describe('two coordinators at once', () => {
  it('neither overwrites the other unseen: both texts are shown, and saving again decides', async () => {
    const path = '/set-up/agencies/kingfisher';
    const form = await formOf(path);
    await dee.post(path, changed(form, { name: 'Kingfisher North', paper: 'yes' }));
    const late = await colm.post(path, changed(form, { name: 'Kingfisher South' }));
    expect(late.status).toBe(409);
    expect(late.text).toContain('<title>Not saved: Kingfisher North');
    const page = words(late.text);
    expect(page).toContain('Dee changed this agency while you had it open');
    expect(page).toContain('Name Stored now Kingfisher North Yours, not saved Kingfisher South');
    expect(page).toContain('On paper Stored now yes Yours, not saved no');
    const again = sentBy(late.text, 'su-form');
    expect(again).toContainEqual(['name', 'Kingfisher South']);
    expect((await colm.post(path, again)).status).toBe(303);
    const stored = await database.db('agencies').where({ slug: 'kingfisher' }).first('name');
    expect(stored?.name).toBe('Kingfisher South');
  });

  it('the same change twice is one', async () => {
    const path = '/set-up/places/quillby';
    const form = changed(await formOf(path), { name: 'Quillby and Marsh' });
    const replies = await Promise.all([colm.post(path, form), dee.post(path, form)]);
    expect(replies.map(({ status }) => status)).toEqual([303, 303]);
    const rows = await database.db('audit_events').where({ act: 'place.renamed' });
    expect(rows).toHaveLength(1);
  });

  it('a person’s name and roles are one thing to change', async () => {
    const siân = await person('siân');
    const form = await formOf(siân);
    await dee.post(`${siân}/roles`, { role: 'icb-lead' });
    const late = await colm.post(siân, changed(form, { name: 'Siân H' }));
    expect(late.status).toBe(409);
    expect(words(late.text)).toContain('Dee changed this person while you had it open');
  });

  it('the same thing added twice at once is there once', async () => {
    const sent = { name: 'Nestlight', revision: '0' };
    const replies = await Promise.all([
      colm.post('/set-up/places', sent),
      dee.post('/set-up/places', sent),
    ]);
    expect(replies.map(({ status }) => status).toSorted()).toEqual([303, 422]);
    const people = { name: 'Ida', email: 'ida@example.org', role: 'icb-lead' };
    const both = await Promise.all([
      colm.post('/set-up/people', people),
      dee.post('/set-up/people', people),
    ]);
    expect(both.map(({ status }) => status).toSorted()).toEqual([303, 422]);
  });
});
