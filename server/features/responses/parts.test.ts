import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { useDatabase } from '../../../test/config/database.ts';
import { fillIn } from '../../../test/factories/answering.ts';
import { aSystem, type TestSystem } from '../../../test/factories/system.ts';
import { testTime } from '../../../test/factories/visitor.ts';
import { everybody, type Visitors } from '../../../test/factories/visitors.ts';

const database = useDatabase();
let system: TestSystem;
let as: Visitors;
let id: string;
let list: string;

beforeAll(async () => {
  system = await aSystem(database.db);
  as = await everybody(database.db);
  id = await system.response('kingfisher', 'ferrow-vale');
  list = `/responses/${id}`;
});

const person = (name: string): string =>
  system.ids.people.get(`${name}@${system.slug}.example`) ?? '';
const mails = () =>
  database
    .db('messages')
    .where({ kind: 'given' })
    .select('person_id', 'subject', 'content', 'recipient');
const give = (visitor: string, to: string, was = '', section = 'financial-investment') =>
  as(visitor).post(`${list}/parts`, { [`to_${section}`]: to, [`was_${section}`]: was });
const mark = (visitor: string, done: string, section = 'financial-investment') =>
  as(visitor).post(`${list}/sections/${section}/done`, { done });
/** A row's words, as one line. */
const row = async (visitor: string, section = 'financial-investment'): Promise<string> => {
  const { text } = await as(visitor).get(list);
  const [, from = ''] = text.split(`id="${section}-row"`);
  return (from.split('</li>')[0] ?? '').replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');
};
const choose = (level: string) =>
  fillIn(as('Siân'), `${list}/sections/financial-investment`, {
    'financial-investment_level': level,
  });

describe('giving a section to a colleague', () => {
  it('offers everybody who answers for the agency, and nobody in particular', async () => {
    const { text } = await as('Siân').get(`${list}/parts`);
    expect(text).toContain('It binds nobody');
    expect(text).toContain('Małgorzata Wiśniewska</option>');
    expect(text).toContain('Siân Elwyn-Hughes (you)');
    expect(text).not.toContain('Tomos');
  });

  it('is told in the list, on the colleague’s start page, and in one e-mail', async () => {
    const given = await as('Siân').post(`${list}/parts`, {
      'to_financial-investment': person('małgorzata'),
      'was_financial-investment': '',
      'to_workforce-development': person('małgorzata'),
      'was_workforce-development': '',
    });
    expect(given.headers['location']).toBe(`${list}?parts=given`);
    expect(await row('Siân')).toContain('Given to Małgorzata Wiśniewska by you');
    expect(await row('Małgorzata')).toContain('Given to you by Siân Elwyn-Hughes');
    const { text } = await as('Małgorzata').get('/');
    const [before = '', after = ''] = text.split('Given to you');
    expect(before).not.toContain('class="resume"');
    expect(after).toContain('given by Siân Elwyn-Hughes');
    expect((await as('Siân').get('/')).text).not.toContain('Given to you');
    const sent = await mails();
    expect(sent).toHaveLength(1);
    expect(sent[0]).toMatchObject({
      person_id: person('małgorzata'),
      subject: 'Given to you: Maturity grid, Ferrow Vale',
    });
    expect(JSON.stringify(sent[0])).toContain('Financial investment; Workforce development');
  });

  it('[trust 42] sent twice is done once, and mails once', async () => {
    await Promise.all([1, 2].map(() => give('Siân', person('małgorzata'))));
    expect(await mails()).toHaveLength(1);
  });

  it('mails nobody who takes one, and a page that fell behind takes nothing from a colleague', async () => {
    await give('Siân', person('siân'), '', 'service-user-experience');
    expect(await mails()).toHaveLength(1);
    await give('Małgorzata', '', '');
    expect(await row('Siân')).toContain('Given to Małgorzata Wiśniewska');
  });

  it('can be taken back', async () => {
    await give('Małgorzata', '', person('małgorzata'));
    expect(await row('Siân')).not.toContain('Given to');
  });

  it('[trust 11] finds nobody of another agency', async () => {
    const missing = await give('Siân', '00000000-0000-4000-8000-000000000000');
    const foreign = await give('Siân', person('tomos'));
    expect([missing.status, foreign.status]).toEqual([404, 404]);
    expect((await give('Tomos', person('tomos'))).status).toBe(404);
  });

  it('is nobody’s where the colleague has left the agency', async () => {
    await give('Siân', person('małgorzata'));
    const kept = await database.db('memberships').where({ person_id: person('małgorzata') });
    await database
      .db('memberships')
      .where({ person_id: person('małgorzata') })
      .delete();
    expect(await row('Siân')).not.toContain('Given to');
    expect((await as('Siân').get(`${list}/parts`)).status).toBe(200);
    await database.db('memberships').insert(kept);
  });

  it('is the agency’s own business', async () => {
    expect(await row('Colm')).not.toContain('Given to');
    expect((await as('Colm').get(`${list}/parts`)).status).toBe(403);
  });
});

describe('marking a section as done', () => {
  beforeEach(async () => {
    await database.db('section_work').where({ response_id: id }).delete();
    await database.db('answers').where({ response_id: id }).delete();
    await database.db('answer_history').where({ response_id: id }).delete();
  });

  it('is a person’s word beside what is counted', async () => {
    expect(await row('Siân')).toContain('Not started');
    await choose('3');
    expect(await row('Siân')).toContain('In progress');
    await mark('Małgorzata', 'yes');
    const said = await row('Siân');
    expect(said).toMatch(/Marked as done, \d things? missing/);
    expect(said).toContain('Marked as done by Małgorzata Wiśniewska at 14:02');
  });

  it('is taken back by anybody of the agency', async () => {
    await choose('3');
    await mark('Małgorzata', 'yes');
    await mark('Siân', 'no');
    expect(await row('Siân')).toContain('In progress');
  });

  it('stays when somebody goes on answering, who is named', async () => {
    await choose('3');
    await mark('Małgorzata', 'yes');
    await database
      .db('answers')
      .where({ response_id: id })
      .update({ updated_at: new Date(testTime.getTime() + 60_000) });
    const said = await row('Małgorzata');
    expect(said).toContain('changed since by Siân Elwyn-Hughes at 14:03');
    expect(said).toContain('It is still done');
  });

  it('is told in the audit trail, once', async () => {
    const acts = () =>
      database.db('audit_events').where({ subject_id: id }).where('act', 'like', 'response.part-%');
    const before = (await acts()).length;
    await mark('Siân', 'yes');
    await mark('Siân', 'yes');
    await mark('Siân', 'no');
    await mark('Siân', 'no');
    expect((await acts()).slice(before).map(({ act }) => act)).toEqual([
      'response.part-done',
      'response.part-open',
    ]);
    const { text } = await as('Colm').get('/audit');
    expect(text).toContain('marked a part of');
  });

  it('is refused once the answers are frozen', async () => {
    await database
      .db('responses')
      .where({ id })
      .update({ status: 'submitted', submitted_at: testTime });
    expect((await mark('Siân', 'yes')).status).toBe(409);
    expect((await give('Siân', person('małgorzata'))).status).toBe(409);
    expect(await row('Siân')).not.toContain('Mark as done');
  });
});
