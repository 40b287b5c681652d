import { beforeAll, describe, expect, it } from 'vitest';
import { fillIn, formAt } from '../../../test/factories/answering.ts';
import { useDatabase } from '../../../test/config/database.ts';
import { changed, sentBy } from '../../../test/factories/html-form.ts';
import { aSystem } from '../../../test/factories/system.ts';
import { everybody, type Visitors } from '../../../test/factories/visitors.ts';

const database = useDatabase();
let as: Visitors;
let id: string;

beforeAll(async () => {
  const system = await aSystem(database.db);
  as = await everybody(database.db);
  id = await system.response('kingfisher', 'ferrow-vale');
});

const pathTo = (section: string): string => `/responses/${id}/sections/${section}`;
const historyOf = (itemId: string) =>
  database
    .db('answer_history')
    .where({ response_id: id, item_id: itemId })
    .orderBy('revision')
    .select('value');
const answerTo = (itemId: string) =>
  database.db('answers').where({ response_id: id, item_id: itemId }).first();

describe('two people at one answer', () => {
  const section = 'financial-investment';
  const field = (part: string): string => `${section}_${part}`;

  it('[trust 39] see both texts, and the second save goes through', async () => {
    const address = pathTo(section);
    const stale = await formAt(as('Małgorzata'), address);
    await fillIn(as('Siân'), address, {
      [field('evidence')]: 'Siân’s text',
      [field('level')]: '1',
    });
    const yours = changed(stale, { [field('evidence')]: 'Małgorzata’s text' });
    const both = await as('Małgorzata').post(address, yours);
    expect(both.status).toBe(409);
    expect(both.text).toContain('<title>Not saved: ');
    expect(both.text).toContain('Siân’s text');
    expect(both.text).toContain('Siân Elwyn-Hughes, saved 14:02');
    const again = sentBy(both.text, 'answers');
    expect(Object.fromEntries(again)[field('evidence')]).toBe('Małgorzata’s text');
    expect((await answerTo(section))?.value).toMatchObject({ evidence: 'Siân’s text' });

    expect((await as('Małgorzata').post(address, again)).status).toBe(303);
    expect((await answerTo(section))?.value).toMatchObject({ evidence: 'Małgorzata’s text' });
    const history = await historyOf(section);
    expect(history.map(({ value }) => value)).toMatchObject([
      { evidence: 'Siân’s text' },
      { evidence: 'Małgorzata’s text' },
    ]);
  });

  it('[trust 38] at different questions do not disturb each other', async () => {
    const [one, two] = [pathTo('community-involvement'), pathTo('strategies-and-policies')];
    const forms = [await formAt(as('Siân'), one), await formAt(as('Małgorzata'), two)] as const;
    const saves = await Promise.all([
      as('Siân').post(one, changed(forms[0], { 'community-involvement_level': '2' })),
      as('Małgorzata').post(two, changed(forms[1], { 'strategies-and-policies_level': '4' })),
    ]);
    expect(saves.map(({ status }) => status)).toEqual([303, 303]);
    expect((await answerTo('community-involvement'))?.level).toBe(2);
    expect((await answerTo('strategies-and-policies'))?.level).toBe(4);
  });

  it('who only looked on takes nothing back by saving', async () => {
    const address = pathTo(section);
    const stale = await formAt(as('Małgorzata'), address);
    await fillIn(as('Siân'), address, { [field('level')]: '4' });
    expect((await as('Małgorzata').post(address, stale)).status).toBe(303);
    expect((await answerTo(section))?.level).toBe(4);
  });
});
