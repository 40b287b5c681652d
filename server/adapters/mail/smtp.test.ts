/** One attempt against real mail servers: what is certain about the delivery afterwards. */
import { afterEach, describe, expect, it } from 'vitest';
import {
  aMailServer,
  aSilentServer,
  reach,
  type MailServer,
  type Manner,
} from '../../../test/factories/mail-server.ts';
import type { Outcome } from '../../domain/mail/delivery.ts';
import { toMime } from './mime.ts';
import { smtpSender, type Attempt, type SmtpLimits, type SmtpServer } from './smtp.ts';

/** So short that a test need not wait, so long that a slow machine answers. */
const limits: SmtpLimits = {
  connect: 2_000,
  greeting: 500,
  silence: 500,
  attempt: 5_000,
  farewell: 300,
};
const envelope = { from: 'assess@example.org', to: 'sian@kingfisher.example' };

const servers: Pick<MailServer, 'close'>[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) await server.close();
});

async function mailServer(manner: Manner = 'takes'): Promise<MailServer> {
  const server = await aMailServer();
  servers.push(server);
  server.is(manner);
  return server;
}

const mime = (): Promise<Buffer> =>
  toMime({
    id: '0b8f6c1e-0000-4000-8000-000000000001',
    from: { name: 'Self-assessment', address: envelope.from },
    to: envelope.to,
    date: new Date('2026-03-18T14:02:00Z'),
    letter: {
      subject: 'Submitted: Maturity grid, Ferrow Vale',
      greeting: 'Hello Siân',
      paragraphs: ['It is in.'],
      moment: '',
      action: { label: 'Read it', url: 'https://assess.example.org/responses/1' },
      why: 'You submitted it.',
    },
    calendar: null,
  });

async function attempt(server: SmtpServer, more: Partial<Attempt> = {}): Promise<Outcome> {
  const send = smtpSender(server, limits);
  return send(envelope, await mime(), {
    stop: new AbortController().signal,
    handOver: () => Promise.resolve(),
    ...more,
  });
}

describe('a mail server', () => {
  it('gets the message once the hand-over is noted', async () => {
    const server = await mailServer();
    const seen: number[] = [];
    const outcome = await attempt(reach(server.port), {
      handOver: () => {
        seen.push(server.received.length);
        return Promise.resolve();
      },
    });
    expect(outcome).toEqual({ kind: 'sent' });
    expect(seen).toEqual([0]);
    expect(server.received.map(({ messageId }) => messageId)).toEqual([
      '<0b8f6c1e-0000-4000-8000-000000000001@example.org>',
    ]);
  });

  it('gets nothing where the hand-over cannot be noted', async () => {
    const server = await mailServer();
    const outcome = await attempt(reach(server.port), {
      handOver: () => Promise.reject(new Error('the database is away')),
    });
    expect(outcome).toMatchObject({ kind: 'later', code: 'ESTREAM' });
    expect(server.received).toEqual([]);
  });

  it.each<[string, Manner, Outcome]>([
    [
      'refuses the address for now',
      { recipient: 450 },
      { kind: 'later', code: '450', error: '450 450 not today' },
    ],
    [
      'refuses the address for good',
      { recipient: 550 },
      { kind: 'refused', code: '550', error: '550 550 not today' },
    ],
    [
      'refuses the content for now',
      { data: 451 },
      { kind: 'later', code: '451', error: '451 451 not today' },
    ],
    [
      'refuses the content for good',
      { data: 554 },
      { kind: 'refused', code: '554', error: '554 554 not today' },
    ],
    [
      'drops the line after the content',
      'drops after data',
      {
        kind: 'unconfirmed',
        code: 'ECONNECTION',
        error: 'The mail server closed the connection.',
      },
    ],
    [
      'says nothing after the content',
      'hangs after data',
      { kind: 'unconfirmed', code: 'ETIMEDOUT', error: 'The mail server did not answer in time.' },
    ],
  ])('[trust 52] that %s is understood', async (_, manner, outcome) => {
    const server = await mailServer(manner);
    expect(await attempt(reach(server.port))).toEqual(outcome);
  });

  it('[trust 52] that never greets is left after a while', async () => {
    const server = await aSilentServer();
    servers.push(server);
    expect(await attempt(reach(server.port))).toMatchObject({ kind: 'later', code: 'ETIMEDOUT' });
  });

  it('[trust 52] that is not there is tried another time', async () => {
    const server = await aMailServer();
    await server.close();
    expect(await attempt(reach(server.port))).toMatchObject({
      kind: 'later',
      code: 'ECONNREFUSED',
    });
  });
});

describe('signing in', () => {
  const auth = { user: 'assess', pass: 'p@ss word' };

  it('is done where the settings say so', async () => {
    const server = await aMailServer({ auth });
    servers.push(server);
    expect(await attempt(reach(server.port, auth))).toEqual({ kind: 'sent' });
  });

  it('that is refused is a fault of the settings: the message waits, and keeps no password', async () => {
    const server = await aMailServer({ auth });
    servers.push(server);
    const outcome = await attempt(reach(server.port, { ...auth, pass: 'canary-password' }));
    expect(outcome).toMatchObject({ kind: 'later', code: '535' });
    expect(JSON.stringify(outcome)).not.toContain('canary');
  });

  it('is not tried in clear where the settings ask for TLS', async () => {
    const server = await aMailServer({ auth });
    servers.push(server);
    const outcome = await attempt({ ...reach(server.port, auth), requireTls: true });
    expect(outcome).toMatchObject({ kind: 'later' });
    expect(server.signIns()).toBe(0);
  });
});

describe('told to stop', () => {
  it('leaves what is not handed over to the others', async () => {
    const server = await aSilentServer();
    servers.push(server);
    const stop = new AbortController();
    const outcome = attempt(reach(server.port), { stop: stop.signal });
    stop.abort();
    expect(await outcome).toEqual({ kind: 'stopped' });
  });

  it('waits a little for the answer to what is handed over', async () => {
    const server = await mailServer('hangs after data');
    const stop = new AbortController();
    server.onceRead(() => stop.abort());
    const outcome = await attempt(reach(server.port), { stop: stop.signal });
    expect(outcome).toMatchObject({ kind: 'unconfirmed' });
  });
});

it('an address that is none is refused before anybody is asked', async () => {
  const server = await mailServer();
  const outcome = await smtpSender(reach(server.port), limits)(
    { ...envelope, to: 'sian@kingfisher.example>\r\nRCPT TO:<evil@example.net' },
    await mime(),
    { stop: new AbortController().signal, handOver: () => Promise.resolve() },
  );
  expect(outcome).toMatchObject({ kind: 'refused' });
  expect(server.received).toEqual([]);
});
