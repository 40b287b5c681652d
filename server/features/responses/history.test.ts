import { beforeAll, describe, expect, it } from 'vitest';
import { useDatabase } from '../../../test/config/database.ts';
import { fillIn, type Changes } from '../../../test/factories/answering.ts';
import { aSystem, type TestSystem } from '../../../test/factories/system.ts';
import { testTime } from '../../../test/factories/visitor.ts';
import { everybody, type Visitors } from '../../../test/factories/visitors.ts';

const database = useDatabase();
let system: TestSystem;
let as: Visitors;
let id: string;
let path: string;

beforeAll(async () => {
  system = await aSystem(database.db);
  as = await everybody(database.db);
  id = await system.response('kingfisher', 'ferrow-vale');
  path = `/responses/${id}/sections/strategic-leadership`;
  await save('Małgorzata', { [name('evidence')]: 'The plan of 2025', [mark]: 'met' });
  await save('Siân', { [name('evidence')]: 'The plan of 2026', [name('level')]: '2' });
});

const name = (part: string): string => `strategic-leadership_${part}`;
const mark = name('criteria_sl1-champions');
const save = (visitor: string, changes: Changes) => fillIn(as(visitor), path, changes);
const answer = async () => {
  const row = await database
    .db('answers')
    .where({ response_id: id, item_id: 'strategic-leadership' })
    .first();
  return { revision: row?.revision, value: row?.value };
};
const wanted = { item: 'strategic-leadership', revision: '1', part: 'evidence' };
const query = new URLSearchParams(wanted).toString();

describe('the history of a section’s answers', () => {
  it('says who changed what, when, from what to what, the newest first', async () => {
    const { text } = await as('Małgorzata').get(`${path}/history`);
    expect(text).toContain('2 changes, the newest first.');
    const second = text.indexOf('Siân Elwyn-Hughes, 18 March 2026 at 14:02');
    const first = text.indexOf('You, 18 March 2026 at 14:02');
    expect(second).toBeGreaterThan(0);
    expect(first).toBeGreaterThan(second);
    const changed = text.slice(second, first);
    expect(changed.indexOf('The plan of 2025')).toBeLessThan(changed.indexOf('The plan of 2026'));
    expect(changed).toContain('Early growth');
    expect(changed).not.toContain('champions');
  });

  it('is a link away from the answer, with who changed it last', async () => {
    const { text } = await as('Małgorzata').get(path);
    expect(text).toContain('Last changed by Siân Elwyn-Hughes at 14:02');
    expect(text).toContain(`href="${path}/history"`);
  });

  it('folds a long text, and has it whole', async () => {
    const long = `${'Joint work in both hubs. '.repeat(40)}The end.`;
    await save('Siân', { [name('reason')]: long });
    const { text } = await as('Siân').get(`${path}/history`);
    expect(text).toContain('Whole text');
    expect(text).toContain(long);
    await save('Siân', { [name('reason')]: '' });
  });

  it('[trust 11] is not found by a reviewer, a coordinator or another agency', async () => {
    const missing = await as('Małgorzata').get(
      '/responses/00000000-0000-4000-8000-000000000000/sections/strategic-leadership/history',
    );
    expect(missing.status).toBe(404);
    for (const visitor of ['Amina', 'Colm', 'Tomos']) {
      expect((await as(visitor).get(`${path}/history`)).status).toBe(404);
    }
  });

  it('[trust 28] keeps what was typed inert', async () => {
    await save('Siân', { [name('reason')]: '<script>alert(1)</script>' });
    const { text } = await as('Siân').get(`${path}/history`);
    expect(text).toContain('&lt;script&gt;alert(1)');
    expect(text).not.toContain('<script>alert(1)');
  });
});

describe('bringing an old text back', () => {
  it('asks first, with both texts', async () => {
    const { text } = await as('Małgorzata').get(`${path}/history/back?${query}`);
    expect(text).toContain('Bring back “What shows this”?');
    expect(text).toContain('The plan of 2025');
    expect(text).toContain('The plan of 2026');
    expect(text).toContain('Last changed by Siân Elwyn-Hughes');
  });

  it('[trust 39] is refused where somebody changed that part meanwhile, and shows both texts', async () => {
    const shown = String((await answer()).revision);
    await save('Siân', { [name('evidence')]: 'The plan of 2027' });
    const before = await answer();
    const refused = await as('Małgorzata').post(`${path}/history/back`, { ...wanted, shown });
    expect(refused.status).toBe(409);
    expect(refused.text).toContain('Not brought back');
    expect(refused.text).toContain('The plan of 2025');
    expect(refused.text).toContain('The plan of 2027');
    expect(await answer()).toEqual(before);
  });

  it('[trust 42] replaces that part alone, as a new revision, once', async () => {
    const before = await answer();
    const form = { ...wanted, shown: String(before.revision) };
    const all = await Promise.all(
      [1, 2].map(() => as('Małgorzata').post(`${path}/history/back`, form)),
    );
    expect(all.map(({ status }) => status)).toEqual([303, 303]);
    expect(await answer()).toEqual({
      revision: (before.revision ?? 0) + 1,
      value: { ...(before.value as object), evidence: 'The plan of 2025' },
    });
    const { text } = await as('Siân').get(`${path}/history`);
    expect(text).toContain('The plan of 2027');
  });

  it('takes no notice of what a colleague changed elsewhere in the answer', async () => {
    const shown = String((await answer()).revision);
    await save('Siân', { [mark]: 'partly' });
    const form = { ...wanted, revision: '2', shown };
    const done = await as('Małgorzata').post(`${path}/history/back`, form);
    expect(done.headers['location']).toBe(`${path}/history?brought=back`);
    expect((await answer()).value).toMatchObject({
      evidence: 'The plan of 2026',
      criteria: { 'sl1-champions': 'partly' },
    });
  });

  it('[trust 11] finds no revision, part or item that is not there, and takes no other field', async () => {
    const post = (form: Readonly<Record<string, string>>) =>
      as('Siân').post(`${path}/history/back`, { ...wanted, shown: '1', ...form });
    expect((await post({ revision: '99' })).status).toBe(404);
    expect((await post({ part: '__proto__' })).status).toBe(404);
    expect((await post({ item: 'financial-investment' })).status).toBe(404);
    expect((await post({ status: 'submitted' })).status).toBe(400);
  });

  it('is refused once the answers are frozen, which their history survives', async () => {
    await database
      .db('responses')
      .where({ id })
      .update({ status: 'submitted', submitted_at: testTime });
    const before = await answer();
    const form = { ...wanted, shown: String(before.revision) };
    expect((await as('Siân').post(`${path}/history/back`, form)).status).toBe(409);
    expect(await answer()).toEqual(before);
    const { text } = await as('Siân').get(`${path}/history`);
    expect(text).toContain('The plan of 2027');
    expect(text).not.toContain('Bring this back');
  });
});
