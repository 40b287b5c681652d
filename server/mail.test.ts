/** The whole application and a mail server: what is sent when processes are killed, stopped or have no mail server. */
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { startApplication, type Application } from '../test/config/application.ts';
import { useDatabase } from '../test/config/database.ts';
import { aMailServer, aSilentServer, type MailServer } from '../test/factories/mail-server.ts';
import { aSystem, type TestSystem } from '../test/factories/system.ts';
import { queueMail } from './db/outbox.queries.ts';
import { published } from './domain/mail/published.ts';

const database = useDatabase();
const long = { timeout: 30_000, interval: 50 };
let system: TestSystem;
beforeAll(async () => {
  system = await aSystem(database.db);
});

const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).toReversed()) await close();
});

async function anApplication(settings: Readonly<Record<string, string>>): Promise<Application> {
  const application = await startApplication(database.url, settings);
  closing.push(application.kill);
  return application;
}

const via = ({ port }: Pick<MailServer, 'port'>) => ({
  SMTP_URL: `smtp://127.0.0.1:${port}`,
  MAIL_FROM: 'Self-assessment <assess@example.org>',
});
async function mailServer(): Promise<MailServer> {
  const server = await aMailServer();
  closing.push(server.close);
  return server;
}
const queued = (): Promise<string> =>
  queueMail(database.db, {
    systemId: system.ids.systemId,
    personId: system.ids.people.get('bea@aldermoor-and-wend.example') ?? '',
    kind: 'published',
    content: published({
      name: 'Bea Lund',
      systemName: 'Aldermoor and Wend',
      roundName: 'Round 3',
      path: '/rounds/spring-2026/report',
    }),
    queuedAt: new Date(),
    notAfter: new Date(Date.now() + 3_600_000),
  });
const stored = (id: string) => database.db('messages').where({ id }).first();
const becomes = (id: string, row: object) =>
  vi.waitFor(async () => expect(await stored(id)).toMatchObject(row), long);

describe('the application', { timeout: 90_000 }, () => {
  it('sends what is queued while it runs, and is ready', async () => {
    const server = await mailServer();
    const { url } = await anApplication(via(server));
    expect((await fetch(`${url}/readyz`)).status).toBe(200);
    const id = await queued();
    await becomes(id, { status: 'sent', attempts: 1 });
    expect(server.received.map(({ text }) => text)).toEqual([
      expect.stringContaining(`${url}/rounds/spring-2026/report`),
    ]);
  });

  it('[trust 52] killed between sending and noting it sends one duplicate, with the same Message-ID', async () => {
    const server = await mailServer();
    server.is('hangs after data');
    const id = await queued();
    const first = await anApplication(via(server));
    await vi.waitFor(() => expect(server.received).toHaveLength(1), long);
    first.process.kill('SIGKILL');
    await first.exit;
    expect(await stored(id)).toMatchObject({ status: 'queued', attempts: 1 });
    server.is('takes');
    // Two minutes pass: the claim of the dead process runs out.
    await database.db.raw(
      `update messages set leased_until = leased_until - interval '2 minutes',
         next_attempt_at = next_attempt_at - interval '2 minutes' where id = ?`,
      [id],
    );
    await anApplication(via(server));
    await becomes(id, { status: 'sent', attempts: 2, unconfirmed: 1 });
    const ids = server.received.map(({ messageId }) => messageId);
    expect(ids).toEqual([`<${id}@example.org>`, `<${id}@example.org>`]);
  });

  it('[trust 54] told to stop while the mail server hangs ends in time and leaves the message to the next', async () => {
    const silent = await aSilentServer();
    closing.push(silent.close);
    const id = await queued();
    const first = await anApplication(via(silent));
    await vi.waitFor(
      async () => expect((await stored(id))?.leased_until).toBeInstanceOf(Date),
      long,
    );
    const told = Date.now();
    first.process.kill('SIGTERM');
    expect(await first.exit).toBe(0);
    expect(Date.now() - told).toBeLessThan(30_000);
    expect(await stored(id)).toMatchObject({ status: 'queued', attempts: 0, leased_until: null });
    const server = await mailServer();
    await anApplication(via(server));
    await becomes(id, { status: 'sent', attempts: 1 });
    expect(server.received).toHaveLength(1);
  });

  it('without a mail server keeps messages, and says so at its start', async () => {
    const id = await queued();
    const { url, output } = await anApplication({});
    expect(output()).toContain('SMTP_URL is not set');
    expect((await fetch(`${url}/readyz`)).status).toBe(200);
    expect(await stored(id)).toMatchObject({ status: 'queued', attempts: 0 });
  });
});
