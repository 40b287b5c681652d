/** Reminders by the clock: on their mornings, once, to whoever is waited for; and what is still due when they leave. */
import { randomUUID } from 'node:crypto';
import { pino } from 'pino';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { useDatabase } from '../../../test/config/database.ts';
import { aMailServer, reach } from '../../../test/factories/mail-server.ts';
import { submit } from '../../../test/factories/progress.ts';
import { sendForm } from '../../../test/factories/round-visit.ts';
import { words } from '../../../test/factories/set-up.ts';
import { aSystem, type TestSystem } from '../../../test/factories/system.ts';
import { anApp, signedIn, type Visitor } from '../../../test/factories/visitor.ts';
import { smtpSender } from '../../adapters/mail/smtp.ts';
import { definitionStore } from '../../db/definitions.queries.ts';
import { deliver } from '../messages/deliver.ts';
import { remindByClock } from './clock.ts';

const database = useDatabase();
const logger = pino({ level: 'silent' });
const address = (name: string): string => `${name}@aldermoor-and-wend.example`;
let system: TestSystem;
let clock: Date;
beforeAll(async () => {
  system = await aSystem(database.db);
});
beforeEach(async () => {
  await database.db('rounds').update({
    status: 'open',
    closes_at: new Date('2026-03-27T17:00:00Z'),
    reminder_days: [14, 7, 2],
    reminders_from: new Date('2026-03-02T08:00:00Z'),
  });
});
afterEach(async () => {
  await database.db('messages').delete();
  await database.db('reminders').delete();
  await database.db('agencies').update({ on_paper: false });
  await database.db('people').update({ deactivated_at: null });
  await database
    .db('responses')
    .update({ status: 'draft', submitted_at: null, submitted_by: null, updated_at: null });
});

const now = (): Date => clock;
/** What every process does every few minutes. */
const tick = (): Promise<void> =>
  remindByClock({
    db: database.db,
    now,
    newId: randomUUID,
    definitions: definitionStore(database.db),
    logger,
  });
const at = async (moment: string): Promise<string[]> => {
  clock = new Date(moment);
  const before = new Set(await database.db('messages').pluck('id'));
  await tick();
  const mails = await database.db('messages').orderBy('recipient').select('id', 'recipient');
  return mails.flatMap(({ id, recipient }) =>
    before.has(id) ? [] : [recipient.replace(/@.*/, '')],
  );
};
const everybody = ['małgorzata', 'siân', 'tomos'];
const coordinator = (): Promise<Visitor> =>
  signedIn(anApp(database.db, { now }), database.db, address('colm'));

describe('on a morning', () => {
  it('everybody who is waited for is written to at nine, and not before', async () => {
    expect(await at('2026-03-13T08:59:59Z')).toEqual([]);
    expect(await at('2026-03-13T09:00:00Z')).toEqual(everybody);
    expect(await at('2026-03-13T09:05:00Z')).toEqual([]);
    expect(await at('2026-03-20T09:00:00Z')).toEqual(everybody);
    expect(await at('2026-03-25T09:00:00Z')).toEqual(everybody);
    expect(await at('2026-03-27T17:00:00Z')).toEqual([]);
  });

  it('it is once, however many processes see that it has come', async () => {
    clock = new Date('2026-03-13T09:00:00Z');
    await Promise.all([tick(), tick(), tick(), tick()]);
    expect(await database.db('messages')).toHaveLength(3);
    expect(await database.db('reminders').select('due_on', 'sent_by')).toEqual([
      { due_on: '2026-03-13', sent_by: null },
    ]);
    const lines = await database.db('audit_events').where({ act: 'round.reminded' });
    expect(lines.at(-1)).toMatchObject({ person_id: null, details: { agencies: 2, people: 3 } });
  });

  it('a process that stood still makes up for the last one alone', async () => {
    expect(await at('2026-03-25T20:00:00Z')).toEqual(everybody);
    expect(await at('2026-03-26T09:00:00Z')).toEqual([]);
    expect(await database.db('reminders')).toHaveLength(1);
  });

  it('nobody is written to of an agency that has submitted everything, or answers on paper', async () => {
    for (const place of ['ferrow-vale', undefined]) {
      const id = await system.response('wendside', place);
      await submit(database.db, system, id, { by: address('tomos') });
    }
    expect(await at('2026-03-13T09:00:00Z')).toEqual(['małgorzata', 'siân']);
    await database.db('agencies').where({ slug: 'kingfisher' }).update({ on_paper: true });
    expect(await at('2026-03-20T09:00:00Z')).toEqual([]);
    expect(await database.db('reminders')).toHaveLength(2);
  });

  it('nor of one from which everything was withdrawn, nor somebody whose account is closed', async () => {
    const ids = [
      await system.response('wendside'),
      await system.response('wendside', 'ferrow-vale'),
    ];
    await database.db('responses').whereIn('id', ids).update({ status: 'withdrawn' });
    const gone = { deactivated_at: new Date() };
    await database
      .db('people')
      .where({ email: address('małgorzata') })
      .update(gone);
    expect(await at('2026-03-13T09:00:00Z')).toEqual(['siân']);
  });

  it('nor of one that was reminded by hand the evening before', async () => {
    clock = new Date('2026-03-12T18:00:00Z');
    const colm = await coordinator();
    const asked = await colm.post('/rounds/spring-2026/remind', { agencies: 'wendside' });
    const key = /name="key" value="([^"]+)"/.exec(asked.text)?.[1] ?? '';
    await colm.post('/rounds/spring-2026/reminders', { agencies: 'wendside', key, word: '' });
    expect(await at('2026-03-13T09:00:00Z')).toEqual(['małgorzata', 'siân']);
  });

  it('there is none in a round that is closed, or that reminds nobody', async () => {
    await system.moveRound('in-review');
    expect(await at('2026-03-13T09:00:00Z')).toEqual([]);
    await system.moveRound('open');
    await database.db('rounds').update({ reminder_days: [] });
    expect(await at('2026-03-13T09:00:00Z')).toEqual([]);
  });
});

describe('the round', () => {
  it('says when it reminds, and what was sent', async () => {
    await at('2026-03-13T09:00:00Z');
    const text = words((await (await coordinator()).get('/set-up/rounds/spring-2026')).text);
    expect(text).toContain(
      'On Friday 20 March 2026 and Wednesday 25 March 2026, at 09:00, everybody who answers',
    );
    expect(text).toContain(
      'Friday 13 March 2026 at 09:00 By whom By itself 3 e-mails to 2 agencies',
    );
  });

  it('that is given more time reminds before its new closing, and makes up for nothing', async () => {
    await at('2026-03-20T09:00:00Z');
    const colm = await coordinator();
    await sendForm(colm, '/set-up/rounds/spring-2026/extend', {
      closes_day: '2',
      closes_month: '4',
    });
    expect(await at('2026-03-20T10:00:00Z')).toEqual([]);
    expect(await at('2026-03-25T09:00:00Z')).toEqual([]);
    expect(await at('2026-03-26T09:00:00Z')).toEqual(everybody);
    // Summer time has begun: nine o'clock is eight in the rest of the world.
    expect(await at('2026-03-31T08:00:00Z')).toEqual(everybody);
    const [mail] = await database.db('messages').orderBy('queued_at', 'desc').limit(1);
    expect(mail?.not_after).toEqual(new Date('2026-04-02T16:00:00Z'));
  });

  it('that gets other days reminds on those that are to come', async () => {
    clock = new Date('2026-03-18T12:00:00Z');
    const colm = await coordinator();
    const form = '/set-up/rounds/spring-2026/reminders';
    expect(words((await colm.get(form)).text)).toContain(
      '10 days before: Tuesday 17 March 2026, passed',
    );
    const reply = await sendForm(colm, form, { reminders: ['10', '1'] });
    expect(reply.headers['location']).toBe('/set-up/rounds/spring-2026?done=reminders');
    expect(await at('2026-03-18T12:05:00Z')).toEqual([]);
    expect(await at('2026-03-20T09:00:00Z')).toEqual([]);
    expect(await at('2026-03-26T09:00:00Z')).toEqual(everybody);
    expect((await colm.post(form, { reminders: '400', revision: '0' })).status).toBe(422);
    expect((await colm.post(form, { reminders: '7', revision: '0' })).status).toBe(409);
    expect((await colm.post(form, { reminders: '7', hour: '4', revision: '0' })).status).toBe(400);
    const trail = await database.db('audit_events').where({ act: 'round.reminders-changed' });
    expect(trail.at(-1)?.details).toMatchObject({
      changed: '14, 7 and 2 days before, now 10 and 1 day before',
    });
  });
});

describe('a reminder that waits for the mail server', () => {
  const server = aMailServer();
  afterEach(async () => (await server).close());
  const leave = async (): Promise<void> => {
    const from = { name: 'Self-assessment', address: 'assess@example.org' };
    const { port } = await server;
    const post = { kind: 'smtp', from, send: smtpSender(reach(port)) } as const;
    const baseUrl = 'https://assess.example.org';
    const deps = { db: database.db, now, logger, baseUrl, post };
    for (const id of await database.db('messages').orderBy('recipient').pluck('id')) {
      await deliver(deps, id, new AbortController().signal);
    }
  };

  it('[trust 57] is not sent to an agency that submits meanwhile, nor to who leaves it or is shut out', async () => {
    await at('2026-03-13T09:00:00Z');
    for (const place of ['ferrow-vale', undefined]) {
      const id = await system.response('wendside', place);
      await submit(database.db, system, id, { by: address('tomos') });
    }
    const gone = { deactivated_at: new Date() };
    await database
      .db('people')
      .where({ email: address('małgorzata') })
      .update(gone);
    await leave();
    const { received } = await server;
    expect(
      received.map(({ subject, to }) => [subject, [to].flat().map((one) => one?.text)]),
    ).toEqual([['Not submitted yet: Round 3, spring 2026', [address('siân')]]]);
    expect(received[0]?.text).toContain(
      'has not submitted: Maturity grid, Ferrow Vale; Maturity grid, Quillby; Service map.',
    );
    expect(await database.db('messages').orderBy('recipient').pluck('status')).toEqual([
      'not-due',
      'sent',
      'not-due',
    ]);
    const text = words((await (await coordinator()).get('/set-up/rounds/spring-2026')).text);
    expect(text).toContain('3 e-mails to 2 agencies; 2 not sent: no longer due');
  });
});
