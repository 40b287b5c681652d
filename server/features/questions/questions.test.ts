/** Questions to agencies: what the coordinator reads first, that they are sent once, and what the agency finds. */
import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { useDatabase } from '../../../test/config/database.ts';
import { changed, sentBy, type Pairs } from '../../../test/factories/html-form.ts';
import { aMailServer, reach, type MailServer } from '../../../test/factories/mail-server.ts';
import { wordsOf } from '../../../test/factories/report-pages.ts';
import {
  aPlanOf,
  aResultsSystem,
  giveEntries,
  type Reader,
  type ResultsSystem,
} from '../../../test/factories/results.ts';
import { anApp, signedIn, testTime, type Visitor } from '../../../test/factories/visitor.ts';
import { smtpSender } from '../../adapters/mail/smtp.ts';
import { deliver } from '../messages/deliver.ts';

const database = useDatabase();
const address = '/rounds/spring-2026/places/place-1/questions';
const focus = 'What it aims to support first';

let system: ResultsSystem;
let systems = 0;
let clock: Date;
beforeEach(async () => {
  const { db } = database;
  clock = testTime;
  systems += 1;
  const plan = aPlanOf(`asking-${systems}`, { places: 2, agencies: 3 });
  system = await aResultsSystem(db, { ...plan, status: 'in-review' });
  const service = (agency: string, name: string, said: object = {}) => ({
    ...{ agency, name, places: ['place-1'], sector: 'health-visiting', status: 'running' },
    ...{ levels: ['targeted'], consultation: 'no', ...said },
  });
  await giveEntries(db, system, 'agency-1', [
    service('agency-1', 'Baby café'),
    service('agency-1', 'Sleep talk', { focus: 'unknown' }),
  ]);
  await giveEntries(db, system, 'agency-2', [service('agency-2', 'Quiet hour')]);
});
afterEach(async () => {
  await database.db('messages').delete();
});

const as = (reader: Reader): Promise<Visitor> =>
  signedIn(anApp(database.db, { now: () => clock }), database.db, system.email(reader));
const own = () => ({ system_id: system.ids.systemId });

async function question(colm: Visitor, at = address): Promise<{ words: string; form: Pairs }> {
  const { text, status } = await colm.get(at);
  expect(status).toBe(200);
  return { words: wordsOf(text), form: text.includes('class="ask"') ? sentBy(text, 'ask') : [] };
}
/** The first question that is ticked. */
const firstOf = (form: Pairs): string => form.find(([name]) => name === 'question')?.[1] ?? '';
const mails = () =>
  database
    .db('messages')
    .where({ ...own(), kind: 'question' })
    .orderBy('recipient')
    .select();

/** The map of Agency 1 as it is stored. */
const map = () =>
  database
    .db('responses as r')
    .join('assignments as a', 'a.id', 'r.assignment_id')
    .where({ 'r.system_id': system.ids.systemId, 'a.place_id': null })
    .where('a.agency_id', system.ids.agencies.get('agency-1') ?? '')
    .first<{ id: string; status: string; reason: string }>({
      id: 'r.id',
      status: 'r.status',
      reason: 'r.return_reason',
    });
async function answer(name: string, said: object): Promise<void> {
  await database.db.raw(
    `update service_entries set answers = answers || ?::jsonb where system_id = ? and name = ?`,
    [JSON.stringify(said), system.ids.systemId, name],
  );
}

describe('before anything is sent', () => {
  it('the page says which answers, of whom, about what, and what they would settle', async () => {
    const { words, form } = await question(await as('colm'));
    expect(words).toContain('Two answers from one agency could settle E3 in Place 1.');
    expect(words).toContain('Agency 1 E-mailed: Siân Elwyn-Hughes and Wanda Wiśniewska');
    expect(words).toContain(`Baby café “${focus}” Could settle E3`);
    expect(words).toContain(`Sleep talk “${focus}” Could settle E3. It said “not known”`);
    expect(words).toContain('The maps stay submitted and count as before.');
    expect(words).toContain('Colm Doyle asks Agency 1 about 2 of its services:');
    expect(words).toContain(
      `Agency 2 Questions Quiet hour: “${focus}” Why not Nobody who answers for it can sign in`,
    );
    expect(form.filter(([name]) => name === 'question')).toHaveLength(2);
    expect(await mails()).toEqual([]);
  });

  it('a white cell leads there for the coordinator alone: in the Place’s report, the matrix and the progress', async () => {
    const colm = await as('colm');
    const link = `href="${address}?element=E3"`;
    for (const page of ['places/place-1/report', 'report']) {
      expect((await colm.get(`/rounds/spring-2026/${page}`)).text).toContain(link);
    }
    expect((await colm.get('/rounds/spring-2026/progress')).text).toContain(`href="${address}"`);
    const amina = await as('amina');
    const report = await amina.get('/rounds/spring-2026/places/place-1/report');
    expect(report.status).toBe(200);
    expect(report.text).not.toContain(address);
    expect((await question(colm, `${address}?element=E4`)).words).toContain(
      'No answer in a submitted map could settle a colour in Place 1.',
    );
  });

  it('nobody is asked where the map speaks for a Place that is signed off', async () => {
    await database.db('sign_offs').insert({
      ...own(),
      id: '00000000-0000-4000-8000-000000000077',
      round_id: system.roundId,
      place_id: system.ids.places.get('place-2') ?? '',
      signed_at: clock,
      signed_by: system.ids.people.get(system.email('amina')) ?? '',
    });
    const { words, form } = await question(await as('colm'));
    expect(words).toContain('Why not Place 2 is signed off, and its map speaks for it');
    expect(form).toEqual([]);
  });

  it('nor once the round is published', async () => {
    const colm = await as('colm');
    const { form } = await question(colm);
    await database.db('rounds').where({ id: system.roundId }).update({ status: 'published' });
    const { words } = await question(colm);
    expect(words).toContain('is published: its answers stand, and nobody is asked.');
    expect((await colm.post(address, form)).status).toBe(409);
    expect(await mails()).toEqual([]);
    expect((await colm.get('/rounds/spring-2026/report')).text).not.toContain(address);
  });
});

describe('sending', () => {
  it('[trust 42] leaves each map submitted and e-mails everybody once, also when it is sent twice at once', async () => {
    const colm = await as('colm');
    const { form } = await question(colm);
    const replies = await Promise.all([colm.post(address, form), colm.post(address, form)]);
    const key = new Map(form).get('key') ?? '';
    for (const { headers } of replies) {
      expect(headers['location']).toBe(`${address}?sent=${key}`);
    }
    expect((await mails()).map(({ recipient }) => recipient)).toEqual(
      ['siân', 'wanda'].map((name) => `${name}@${system.slug}.example`),
    );
    expect(await map()).toMatchObject({ status: 'submitted', reason: null });
    const acts = await database.db('audit_events').where(own()).pluck('act');
    expect(acts).toEqual(['round.questions-asked']);
    expect((await question(colm, `${address}?sent=${key}`)).words).toContain(
      'Two questions are on the way, to 1 agency; their maps stay submitted.',
    );
    expect(wordsOf((await colm.get('/audit')).text)).toContain(
      'sent questions to agencies of the round Round spring-2026',
    );
  });

  it('leaves out what is not ticked, and says so where nothing is', async () => {
    const colm = await as('colm');
    const { form } = await question(colm);
    const none = await colm.post(address, changed(form, { question: [] }));
    expect(none.status).toBe(422);
    expect(wordsOf(none.text)).toContain('Nothing was sent Choose at least one question');
    const first = firstOf(form);
    await colm.post(address, changed(form, { question: [first] }));
    const asked = await database.db('asked_questions').where(own());
    expect(asked.map(({ entry_id, item_id }) => `${entry_id} ${item_id}`)).toEqual([first]);
  });

  it('[trust 11, 12] takes no question that is not open here, and no other field', async () => {
    const colm = await as('colm');
    const { form } = await question(colm);
    const foreign = '00000000-0000-4000-8000-000000000001 focus';
    const reply = await colm.post(address, changed(form, { question: [foreign] }));
    expect(reply.status).toBe(409);
    expect((await colm.post(address, [...form, ['status', 'submitted']])).status).toBe(400);
    expect(await mails()).toEqual([]);
    expect((await map()).status).toBe('submitted');
  });

  it('does not ask the same again within a week, and says when it was asked and by whom', async () => {
    const colm = await as('colm');
    const first = await question(colm);
    await colm.post(address, first.form);
    clock = new Date(testTime.getTime() + 24 * 3_600_000);
    const next = await question(colm);
    expect(next.words).toContain('could settle E3 in Place 1, but nothing can be asked now.');
    expect(next.words).toMatch(
      /Asked yesterday at \d\d:\d\d, by Colm Doyle Since then Not answered yet/,
    );
    const again = changed(first.form, { key: '00000000-0000-4000-8000-000000000009' });
    expect((await colm.post(address, again)).status).toBe(409);
    expect(await mails()).toHaveLength(2);
    clock = new Date(testTime.getTime() + 7 * 24 * 3_600_000);
    expect((await question(colm)).words).toContain('Two answers from one agency');
  });
});

/** The outbox hands one message over. */
async function leave({ port }: Pick<MailServer, 'port'>, id: string): Promise<void> {
  const from = { name: 'Self-assessment', address: 'assess@example.org' };
  const post = { kind: 'smtp', from, send: smtpSender(reach(port)) } as const;
  const baseUrl = 'https://assess.example.org';
  const deps = { db: database.db, now: () => clock, logger: pino({ level: 'silent' }) };
  await deliver({ ...deps, baseUrl, post }, id, new AbortController().signal);
}

describe('the agency', () => {
  it('reads above its services what the coordinator asks, until it has answered', async () => {
    const colm = await as('colm');
    await colm.post(address, (await question(colm)).form);
    const siân = await as('siân');
    const { id } = await map();
    const list = async () => wordsOf((await siân.get(`/responses/${id}/entries`)).text);
    expect(await list()).toContain(`The coordinator asks Baby café: ${focus} Colm Doyle, today`);
    await answer('Baby café', { focus: 'unknown' });
    // It said so before: that is no new answer.
    await answer('Sleep talk', { focus: 'unknown' });
    expect(await list()).not.toContain(`Baby café: ${focus}`);
    expect(await list()).toContain(`Sleep talk: ${focus}`);
    await answer('Sleep talk', { focus: 'relationship' });
    expect(await list()).not.toContain('The coordinator asks');
    expect((await question(colm)).words).toContain('Answered in the form of the service');
  });

  it('[trust 57] gets an e-mail that leads to its questions and quotes no answer; none once it is answered', async () => {
    const server = await aMailServer();
    const colm = await as('colm');
    const { form } = await question(colm);
    const first = firstOf(form);
    await colm.post(address, changed(form, { question: [first] }));
    const [toSiân = '', toWanda = ''] = (await mails()).map(({ id }) => id);
    await leave(server, toSiân);
    await answer('Baby café', { focus: 'child' });
    await leave(server, toWanda);
    await server.close();
    const { id } = await map();
    expect(server.received.map(({ subject }) => subject)).toEqual([
      'Asked about your service map: Round spring-2026',
    ]);
    const text = server.received.map((mail) => mail.text).join();
    expect(text).toContain(`“${focus}”`);
    expect(text).toContain(`https://assess.example.org/responses/${id}/questions`);
    expect(text).toContain('the map stays submitted and counts as before');
    expect(text).not.toMatch(/Baby café|Sleep talk/);
    expect((await mails()).map(({ status }) => status)).toEqual(['sent', 'not-due']);
  });
});
