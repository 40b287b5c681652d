/** Saves that a page makes by itself: in any order, twice, beside a colleague's, and beside a submission. */
import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { formAt } from '../../../test/factories/answering.ts';
import { useDatabase } from '../../../test/config/database.ts';
import { changed, sentBy, type Pairs } from '../../../test/factories/html-form.ts';
import { aSystem } from '../../../test/factories/system.ts';
import { everybody, type Visitors } from '../../../test/factories/visitors.ts';

const database = useDatabase();
const section = 'financial-investment';
const field = (part: string): string => `${section}_${part}`;
let count = 0;
let as: Visitors;
let id: string;
let address: string;

beforeEach(async () => {
  const system = await aSystem(database.db, { slug: `autosave-${(count += 1)}` });
  as = await everybody(database.db, system.slug);
  id = await system.response('kingfisher', 'ferrow-vale');
  address = `/responses/${id}/sections/${section}`;
});

type Changes = Parameters<typeof changed>[1];

/** A page as it is open in a browser: its form, and its own saves. */
async function opened(person: string) {
  const form = await formAt(as(person), address);
  const page = randomUUID();
  const at = (counter: number, changes: Changes): Pairs =>
    changed(form, { ...changes, _page: page, _counter: String(counter) });
  return {
    /** says how that went */
    save: async (counter: number, changes: Changes) =>
      (await as(person).post(`${address}/save`, at(counter, changes))).text.replace(/\s+/g, ' '),
    send: async (counter: number, changes: Changes) =>
      as(person).post(address, at(counter, changes)),
  };
}

const stored = async () =>
  (await database.db('answers').where({ response_id: id, item_id: section }).first('value'))?.value;
const revisions = async () =>
  database.db('answer_history').where({ response_id: id }).orderBy('revision').select('revision');

const text = (evidence: string): Changes => ({ [field('evidence')]: evidence });

describe('a page that saves by itself', () => {
  it('says when it saved, and who', async () => {
    const page = await opened('Siân');
    expect(await page.save(1, text('First'))).toMatch(/<b>Saved 14:02<\/b>.*By you\./);
    expect(await stored()).toMatchObject({ evidence: 'First' });
  });

  it('[trust 40] whose saves arrive out of order keeps what was typed last', async () => {
    const page = await opened('Siân');
    await page.save(3, text('typed last'));
    await page.save(2, text('typed be'));
    await page.save(1, text('typ'));
    expect(await stored()).toMatchObject({ evidence: 'typed last' });
  });

  it('[trust 40] keeps a text that was emptied last, though the words come in afterwards', async () => {
    const page = await opened('Siân');
    await page.save(2, text(''));
    await page.save(1, text('taken back'));
    expect(await stored()).toBeUndefined();
  });

  it('[trust 42, 48] that asks again after a lost reply changes nothing more', async () => {
    const page = await opened('Siân');
    await page.save(1, text('Once'));
    expect(await page.save(1, text('Once'))).toContain('Saved 14:02');
    expect(await revisions()).toHaveLength(1);
  });

  it('supersedes its own earlier saves, also by its button', async () => {
    const page = await opened('Siân');
    await page.save(1, text('a'));
    await page.save(2, text('ab'));
    expect((await page.send(3, text('abc'))).status).toBe(303);
    expect(await stored()).toMatchObject({ evidence: 'abc' });
  });

  it('keeps what can be kept where one field can’t, and names that', async () => {
    const page = await opened('Siân');
    const said = await page.save(1, { ...text('Kept'), [`${section}_links`]: ['http:/half'] });
    expect(said).toMatch(/Saved 14:02, except for this.*Link 1/);
    expect(await stored()).toEqual({ criteria: {}, evidence: 'Kept' });
    await page.save(2, { ...text('Kept'), [`${section}_links`]: ['https://whole.example'] });
    expect(await stored()).toMatchObject({ links: ['https://whole.example'] });
  });

  it('[trust 12] takes nothing of a form with a field that its page does not have', async () => {
    const page = await opened('Siân');
    expect(await page.save(1, { ...text('x'), status: 'submitted' })).toContain(
      'no field “status”',
    );
    expect(await stored()).toBeUndefined();
  });
});

describe('two open pages', () => {
  it('[trust 38] keep what each changed of one domain, and each is told of what it does not show', async () => {
    const [one, other] = [await opened('Siân'), await opened('Małgorzata')];
    await one.save(1, { [field('level')]: '2' });
    const said = await other.save(1, text('From the other'));
    expect(said).toContain('Colleagues changed 1 answer here after you opened this page.');
    expect(await stored()).toMatchObject({ level: 2, evidence: 'From the other' });
    await one.save(2, { [field('level')]: '3' });
    expect(await stored()).toMatchObject({ level: 3, evidence: 'From the other' });
  });

  it('one that has fallen behind is told so when it asks, before anybody types over it', async () => {
    const [one, other] = [await opened('Siân'), await opened('Małgorzata')];
    await one.save(1, { [field('level')]: '2', [field('evidence')]: 'New' });
    const said = await other.save(1, {});
    expect(said).toContain('Colleagues changed 2 answers here after you opened this page.');
    expect(said).toContain('Show their changes');
    expect(await stored()).toMatchObject({ level: 2, evidence: 'New' });
    expect(await database.db('page_saves').where({ response_id: id })).toHaveLength(1);
  });

  it('[trust 39] a page never takes back what it has not shown, however often it saves', async () => {
    const [one, other] = [await opened('Siân'), await opened('Małgorzata')];
    await one.save(1, { [field('level')]: '2' });
    await other.save(1, text('Unseen by Siân'));
    // Merged into Siân's save, but her page still shows an empty text.
    await one.save(2, { [field('level')]: '3' });
    await one.save(3, { [field('level')]: '4' });
    expect(await stored()).toMatchObject({ level: 4, evidence: 'Unseen by Siân' });
  });

  it('[trust 39] a page that said the same as a colleague can take it back', async () => {
    const [one, other] = [await opened('Siân'), await opened('Małgorzata')];
    await one.save(1, { [field('level')]: '2' });
    await other.save(1, { [field('level')]: '2' });
    await other.save(2, { [field('level')]: [] });
    expect(await stored()).toEqual({ criteria: {} });
  });

  it('[trust 39] the same text: nothing is replaced in silence, the rest is saved, and the page that comes has both', async () => {
    const [one, other] = [await opened('Siân'), await opened('Małgorzata')];
    await one.save(1, text('One text'));
    const said = await other.save(1, { ...text('Another text'), [field('level')]: '1' });
    expect(said).toMatch(/Someone changed this.*Siân Elwyn-Hughes answered otherwise/);
    expect(await stored()).toMatchObject({ evidence: 'One text', level: 1 });
    // The same save again says the same again, and not that it is saved.
    expect(await other.save(1, { ...text('Another text'), [field('level')]: '1' })).toContain(
      'Someone changed this',
    );
    const both = await other.send(2, { ...text('Another text'), [field('level')]: '1' });
    expect(both.status).toBe(409);
    expect(both.text).toContain('One text');
    const form = sentBy(both.text, 'answers');
    expect(Object.fromEntries(form)).toMatchObject({ [field('evidence')]: 'Another text' });
    expect((await as('Małgorzata').post(address, form)).status).toBe(303);
    expect(await stored()).toMatchObject({ evidence: 'Another text', level: 1 });
  });

  it('[trust 39] after a fault, a page still knows its own words from others’', async () => {
    const page = await opened('Siân');
    await page.save(1, text('Mine'));
    const bad = { [field('reason')]: 'x'.repeat(30_000) };
    const rejected = await page.send(2, { ...text('Mine, longer'), ...bad });
    expect(rejected.status).toBe(422);
    const form = changed(sentBy(rejected.text, 'answers'), { [field('reason')]: 'short' });
    expect((await as('Siân').post(address, form)).status).toBe(303);
    expect(await stored()).toMatchObject({ evidence: 'Mine, longer', reason: 'short' });
  });
});

it('[trust 41] a save beside a submission is in, or is visibly refused', async () => {
  const page = await opened('Siân');
  await page.save(1, text('In'));
  await database
    .db('responses')
    .where({ id })
    .update({ status: 'submitted', submitted_at: new Date(0), revision: 9 });
  expect(await page.save(2, text('Too late'))).toMatch(
    /data-saved="stop".*Not saved.*Submitted.*Show what I typed, to copy it/,
  );
  expect(await stored()).toMatchObject({ evidence: 'In' });
});
