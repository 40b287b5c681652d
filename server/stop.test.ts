/** Told to stop in the middle of a save, the application finishes it. */
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { browse, type Visit } from '../test/bench/visit.ts';
import { sessionSecret, startApplication, type Application } from '../test/config/application.ts';
import { useDatabase } from '../test/config/database.ts';
import { changed, sentBy } from '../test/factories/html-form.ts';
import { aSystem, type TestSystem } from '../test/factories/system.ts';
import { appDeps } from '../test/factories/visitor.ts';
import { untilSomebodyWaits } from '../test/factories/waiting.ts';
import { createApp } from './app.ts';
import { lockResponse } from './db/responses.queries.ts';
import type { Scope } from './domain/access/scope.ts';

const database = useDatabase();
const section = 'financial-investment';
let running: Application | undefined;
afterEach(() => running?.kill());

/** Somebody signed in, by the demonstration's door; sessions are in the database. */
async function signIn({ slug }: TestSystem): Promise<Visit> {
  const app = createApp({ ...appDeps(database.db), sessionSecret });
  const server = createServer(app as RequestListener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const visit = await browse(port, `siân@${slug}.example`, database.db);
  server.closeAllConnections();
  server.close();
  return visit;
}

describe('the application', { timeout: 90_000 }, () => {
  it.each([
    { how: 'a page’s own save', rest: '/save', status: 200 },
    { how: 'the form', rest: '', status: 303 },
  ])('[trust 54] told to stop while $how waits saves it, says so, and ends', async (one) => {
    const system = await aSystem(database.db, { slug: `stop-${one.status}` });
    const visit = await signIn(system);
    running = await startApplication(database.url);
    const id = await system.response('kingfisher', 'ferrow-vale');
    const address = `${running.url}/responses/${id}/sections/${section}`;
    const form = changed(sentBy((await visit.get(address)).text, 'answers'), {
      _csrf: visit.csrf,
      [`${section}_evidence`]: 'Typed while it was stopped',
      _page: '11111111-2222-4333-8444-555555555555',
      _counter: '1',
    });

    const trx = await database.db.transaction();
    await lockResponse(trx, { systemId: system.ids.systemId } as Scope, id);
    const saving = fetch(`${address}${one.rest}`, {
      method: 'POST',
      body: new URLSearchParams(form as [string, string][]),
      headers: { Cookie: visit.cookie },
      redirect: 'manual',
    });
    await untilSomebodyWaits(database.db);
    const told = Date.now();
    running.process.kill('SIGTERM');
    await vi.waitFor(() => expect(fetch(`${running?.url}/livez`)).rejects.toThrow(), {
      timeout: 4_000,
      interval: 5,
    });
    await trx.commit();

    const reply = await saving;
    expect(reply.status).toBe(one.status);
    if (one.status === 200) expect(await reply.text()).toContain('<b>Saved');
    expect(await running.exit).toBe(0);
    expect(Date.now() - told).toBeLessThan(30_000);
    const [answer] = await database.db('answers').where({ response_id: id }).select('value');
    expect(answer?.value).toMatchObject({ evidence: 'Typed while it was stopped' });
  });
});
