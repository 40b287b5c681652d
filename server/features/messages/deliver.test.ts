/** From the outbox to a real mail server: once, later, or not at all, and what is noted of it. */
import { pino } from 'pino';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { useDatabase } from '../../../test/config/database.ts';
import { aMailServer, reach, type MailServer } from '../../../test/factories/mail-server.ts';
import { aSystem, type TestSystem } from '../../../test/factories/system.ts';
import { smtpSender } from '../../adapters/mail/smtp.ts';
import { queueMail, type NewMail } from '../../db/outbox.queries.ts';
import { neverConfirmed } from '../../domain/mail/delivery.ts';
import { reminder } from '../../domain/mail/reminder.ts';
import { deliver, type DeliverDeps } from './deliver.ts';

const database = useDatabase();
const start = new Date('2026-03-18T14:02:00Z');
const after = (seconds: number): Date => new Date(start.getTime() + seconds * 1000);
const address = 'bea@aldermoor-and-wend.example';
const limits = { connect: 2_000, greeting: 500, silence: 500, attempt: 5_000, farewell: 300 };

let system: TestSystem;
let server: MailServer;
let log: string[] = [];
let clock = start;

beforeAll(async () => {
  system = await aSystem(database.db);
});
beforeEach(async () => {
  server = await aMailServer();
  log = [];
  clock = start;
});
afterEach(() => server.close());

function deps(more: Partial<DeliverDeps> = {}): DeliverDeps {
  const from = { name: 'Self-assessment', address: 'assess@example.org' };
  return {
    db: database.db,
    now: () => clock,
    logger: pino({ level: 'debug' }, { write: (line: string) => log.push(line) }),
    baseUrl: 'https://assess.example.org',
    post: { kind: 'smtp', from, send: smtpSender(reach(server.port), limits) },
    ...more,
  };
}
const stop = new AbortController().signal;
const send = (id: string, more?: Partial<DeliverDeps>): Promise<void> =>
  deliver(deps(more), id, stop);

const personId = (email = address): string => system.ids.people.get(email) ?? '';
async function queued(more: Partial<NewMail> = {}): Promise<string> {
  return queueMail(database.db, {
    systemId: system.ids.systemId,
    personId: personId(),
    kind: 'reminder',
    content: reminder({
      name: 'Bea Lund',
      agencyName: 'Kingfisher',
      round: { id: system.roundId, name: 'Round 3', closesAt: new Date('2026-03-27T17:00:00Z') },
      missing: ['Maturity grid, Ferrow Vale'],
      path: '/responses/1',
    }),
    queuedAt: start,
    notAfter: new Date('2026-03-27T17:00:00Z'),
    ...more,
  });
}
const stored = (id: string) => database.db('messages').where({ id }).first();

describe('a message', () => {
  it('is delivered once, as text, HTML and calendar entry, and then forgotten but for the facts', async () => {
    const id = await queued();
    await send(id);
    await send(id);
    const [mail, ...more] = server.received;
    expect(more).toEqual([]);
    expect(mail?.messageId).toBe(`<${id}@example.org>`);
    expect(mail?.subject).toBe('Not submitted yet: Round 3');
    expect(mail?.text).toContain('Round 3 closes: Friday 27 March 2026 at 17:00 (UK time)');
    expect(mail?.text).toContain('https://assess.example.org/responses/1');
    expect(mail?.html).toContain('href="https://assess.example.org/responses/1"');
    const calendar = mail?.attachments[0]?.content.toString();
    expect(calendar).toContain(`UID:${system.roundId}@assess.example.org`);
    expect(calendar).toContain('DTEND:20260327T170000Z');
    expect(await stored(id)).toMatchObject({
      status: 'sent',
      attempts: 1,
      recipient: address,
      content: null,
      finished_at: start,
    });
  });

  it('[trust 52] that is refused for now waits, with what the server said', async () => {
    server.is({ recipient: 450 });
    const id = await queued();
    await send(id);
    expect(await stored(id)).toMatchObject({
      status: 'queued',
      attempts: 1,
      last_error: '450 450 not today',
      next_attempt_at: after(10),
      leased_until: null,
    });
  });

  it('[trust 52] that was refused for now arrives later, under the same Message-ID', async () => {
    server.is({ data: 451 });
    const id = await queued();
    await send(id);
    clock = after(10);
    server.is('takes');
    await send(id);
    expect(server.received.map(({ messageId }) => messageId)).toEqual([`<${id}@example.org>`]);
    expect(await stored(id)).toMatchObject({ status: 'sent', attempts: 2, last_error: null });
  });

  it('[trust 52] that was refused for good is not sent again; person and reason are found', async () => {
    server.is({ recipient: 550 });
    const id = await queued();
    await send(id);
    await send(id);
    expect(
      await database
        .db('messages')
        .where({ system_id: system.ids.systemId, person_id: personId(), status: 'failed' })
        .select('id', 'last_error', 'attempts'),
    ).toEqual([{ id, last_error: '550 550 not today', attempts: 1 }]);
  });

  it.each(['drops after data', 'hangs after data'] as const)(
    '[trust 52] to a server that %s comes twice at most',
    async (manner) => {
      server.is(manner);
      const id = await queued();
      for (const seconds of [0, 10, 70, 400]) {
        clock = after(seconds);
        await send(id);
      }
      expect(server.received.map(({ messageId }) => messageId)).toEqual([
        `<${id}@example.org>`,
        `<${id}@example.org>`,
      ]);
      expect(await stored(id)).toMatchObject({ status: 'failed', last_error: neverConfirmed });
    },
  );

  it('[trust 52] whose sender died after handing it over comes twice at most', async () => {
    const id = await queued();
    const dies: DeliverDeps['post'] = {
      kind: 'smtp',
      from: { name: '', address: 'assess@example.org' },
      send: async (_envelope, _mime, { handOver }) => {
        await handOver();
        throw new Error('killed');
      },
    };
    for (const seconds of [0, 120]) {
      clock = after(seconds);
      await expect(send(id, { post: dies })).rejects.toThrow('killed');
    }
    clock = after(240);
    await send(id);
    expect(server.received).toEqual([]);
    expect(await stored(id)).toMatchObject({ status: 'failed', unconfirmed: 2 });
  });

  it('that is worth nothing any more is not sent', async () => {
    const id = await queued({ notAfter: after(600) });
    clock = after(601);
    await send(id);
    expect(server.received).toEqual([]);
    expect(await stored(id)).toMatchObject({
      status: 'failed',
      last_error: 'It could not be sent in time.',
    });
  });

  it('stays readable in the demonstration, and goes nowhere', async () => {
    const id = await queued();
    await send(id, { post: { kind: 'page' } });
    expect(server.received).toEqual([]);
    const row = await stored(id);
    expect(row?.status).toBe('sent');
    expect(JSON.stringify(row?.content)).toContain('Hello Bea Lund');
  });
});

describe('a reminder', () => {
  const statusOf = async (id: string): Promise<string | undefined> => (await stored(id))?.status;

  it('[trust 57] is not sent once what it reminds of is submitted', async () => {
    const responses = [
      await system.response('kingfisher', 'ferrow-vale'),
      await system.response('kingfisher', 'quillby'),
    ];
    const [first, second, third] = [
      await queued({ awaited: responses }),
      await queued({ awaited: responses }),
      await queued({ awaited: responses.slice(0, 1) }),
    ];
    const submit = (id: string | undefined) =>
      database
        .db('responses')
        .where({ id: id ?? '' })
        .update({ status: 'submitted', submitted_at: start });
    await submit(responses[0]);
    await send(first);
    await send(third);
    await submit(responses[1]);
    await send(second);
    expect([await statusOf(first), await statusOf(second), await statusOf(third)]).toEqual([
      'sent',
      'not-due',
      'not-due',
    ]);
    expect(server.received).toHaveLength(1);
  });

  it('is not sent once the round has closed', async () => {
    const id = await queued({ awaited: [await system.response('wendside', 'ferrow-vale')] });
    await system.moveRound('in-review');
    await send(id);
    expect(await statusOf(id)).toBe('not-due');
    await system.moveRound('open');
  });

  it('is not sent to somebody who has no role in the system any more', async () => {
    const id = await queued({ personId: personId('ifeoma@aldermoor-and-wend.example') });
    await database
      .db('memberships')
      .where({ person_id: personId('ifeoma@aldermoor-and-wend.example') })
      .delete();
    await send(id);
    expect(await statusOf(id)).toBe('not-due');
  });
});

describe('the log', () => {
  it('[trust 56] has a message’s number and what came of it, never its words or its reader', async () => {
    for (const manner of ['takes', { recipient: 550 }, { data: 451 }] as const) {
      server.is(manner);
      await send(await queued());
    }
    const text = log.join('');
    expect(log).toHaveLength(3);
    expect(text).toContain('"code":"550"');
    expect(text).not.toMatch(/\bbea\b|Kingfisher|Round 3|responses|not today|@/i);
  });
});
