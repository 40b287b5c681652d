/** The application is killed again and again while people save: what it called saved is there, once; with fsync on, as people run it. */
import { randomUUID } from 'node:crypto';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Knex } from 'knex';
import type { Response } from 'supertest';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { kills, loadApp, type AppProcess } from '../test/config/app-process.ts';
import { buildApp, type BuiltApp } from '../test/config/built-app.ts';
import { changed, sentBy } from '../test/factories/html-form.ts';
import { aSystem, shippedDefinitions } from '../test/factories/system.ts';
import type { Visitor } from '../test/factories/visitor.ts';
import { everybody, type Visitors } from '../test/factories/visitors.ts';
import { startEmbedded, type EmbeddedServer } from './db/embedded/embedded.ts';
import { migrate } from './db/migrate.ts';
import { openDatabase } from './db/open.ts';
import { levelItems } from './domain/instrument/items.ts';

const clients = 4;
const [grid] = shippedDefinitions();
const sections = grid ? levelItems(grid).map((item) => item.id) : [];
const minutes = 60_000;
let dataDir = '';
let postgres: EmbeddedServer | undefined;
let db: Knex;
let built: BuiltApp;
let running: AppProcess;
let port: number;
let as: Visitors;
let id: string;

beforeAll(async () => {
  dataDir = mkdtempSync(path.join(os.tmpdir(), 'kills-'));
  chmodSync(dataDir, 0o755);
  postgres = await startEmbedded({ dataDir });
  await migrate(postgres.url);
  db = openDatabase({ url: postgres.url, poolSize: 4, applicationName: 'test' });
  const system = await aSystem(db);
  id = await system.response('kingfisher', 'ferrow-vale');
  built = buildApp();
  running = loadApp(postgres.url, built.program);
  port = await running.listen();
  as = await everybody(db, system.slug, `http://127.0.0.1:${port}`);
}, 2 * minutes);

afterAll(async () => {
  await running.kill();
  await db.destroy();
  await postgres?.stop();
  built.remove();
  rmSync(dataDir, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
});

/** What was called saved, in the order in which it was. */
const ledger: string[] = [];
let alive: Promise<unknown> = Promise.resolve();
let isOver = false;
/** requests that a kill left without an answer */
let unanswered = 0;

/** Asks until there is an answer, as the page does: the same save again, with the same number. */
async function insist(ask: () => Promise<Response>): Promise<Response> {
  for (;;) {
    const answer = await ask().catch(() => undefined);
    if (answer) return answer;
    unanswered += 1;
    await alive;
  }
}

/** A section's page as somebody opens it, and what it sends. */
async function openPage(visitor: Visitor, section: string) {
  const address = `/responses/${id}/sections/${section}`;
  const form = sentBy((await insist(() => visitor.get(address))).text, 'answers');
  const page = randomUUID();
  let counter = 0;
  return async (text: string, to: '' | '/save'): Promise<Response> => {
    counter += 1;
    const sent = changed(form, {
      [`${section}_evidence`]: text,
      _page: page,
      _counter: String(counter),
    });
    return insist(() => visitor.post(`${address}${to}`, sent));
  };
}

/** Somebody at one section: the page saves by itself, and every fifth time its button is pressed. */
async function client(n: number): Promise<void> {
  const section = sections[n] ?? '';
  const visitor = as(n % 2 === 0 ? 'Siân' : 'Małgorzata');
  for (let turn = 0; !isOver; turn += 1) {
    const send = await openPage(visitor, section);
    for (const save of [1, 2, 3, 4]) {
      const text = `Client ${n}, text ${turn}.${save}`;
      const reply = await send(text, '/save');
      expect(reply.status).toBe(200);
      expect(reply.text).toContain('<b>Saved');
      ledger.push(text);
    }
    const text = `Client ${n}, text ${turn}.5`;
    expect((await send(text, '')).status).toBe(303);
    ledger.push(text);
  }
}

/** Kills at a moment that nobody chose, and goes on with a process that is loaded already. */
async function kill(): Promise<void> {
  const next = loadApp(postgres?.url ?? '', built.program);
  const before = ledger.length;
  await vi.waitFor(() => expect(ledger.length).toBeGreaterThan(before + clients), {
    timeout: minutes,
    interval: 1,
  });
  await new Promise((resolve) => setTimeout(resolve, Math.random() * 60));
  alive = running.kill().then(() => next.listen(port));
  running = next;
  await alive;
}

it(
  `[trust 46, 48] after ${kills} kills every answer that was called saved is in the history, and there once`,
  { timeout: 30 * minutes },
  async () => {
    const working = Promise.all(Array.from({ length: clients }, (_, n) => client(n)));
    for (let n = 0; n < kills; n += 1) await Promise.race([kill(), working]);
    isOver = true;
    await working;
    const rows = await db('answer_history').where({ response_id: id }).select('value');
    const texts = rows.map(({ value }) => (value as { evidence: string }).evidence);
    expect(unanswered).toBeGreaterThan(0);
    expect(texts.toSorted()).toEqual(ledger.toSorted());
  },
);
