/** Tokens for analysts' tools: made on one's own account, shown once, and worth what their owner may see at the time. */
import { pino } from 'pino';
import { beforeAll, describe, expect, it } from 'vitest';
import { useDatabase } from '../../../test/config/database.ts';
import { aGridSystem } from '../../../test/factories/grid-system.ts';
import type { ResultsSystem } from '../../../test/factories/results.ts';
import { aProgram, aToken, tokenOf } from '../../../test/factories/tokens.ts';
import { anApp, appDeps, signedIn, type Visitor } from '../../../test/factories/visitor.ts';
import { createApp } from '../../app.ts';

const database = useDatabase();
const scores = '/api/v1/rounds/spring-2026/scores';
let system: ResultsSystem;
let colm: Visitor;

beforeAll(async () => {
  system = await aGridSystem(database.db, 'tokens');
  colm = await signedIn(anApp(database.db), database.db, system.email('colm'));
});

const tokenIn = (html: string): string => /<code>([\w-]{43})<\/code>/.exec(html)?.[1] ?? '';

async function personOf(reader: 'colm' | 'ifeoma'): Promise<string> {
  const person = await database
    .db('people')
    .where({ email: system.email(reader) })
    .first('id');
  return person?.id ?? '';
}

/** Of a token made beforehand: what it gives now. */
async function given(name: string, at = '2026-03-18T14:02:00Z'): Promise<number> {
  const app = anApp(database.db, { now: () => new Date(at) });
  return (await aProgram(app, tokenOf(name))(scores)).status;
}

describe('a token', () => {
  it('is made for 90 days, shown once, stored as a hash, and opens the interface', async () => {
    expect((await colm.get('/account')).text).toContain('href="/account/tokens"');
    expect((await colm.get('/account/tokens/new')).text).toContain('value="90"');
    const made = await colm.post('/account/tokens', { name: 'Power Query', days: '90' });
    const token = tokenIn(made.text);
    expect(made.text).toContain('16 June 2026');
    const [row] = await database.db('api_tokens').where({ name: 'Power Query' });
    expect(JSON.stringify(row)).not.toContain(token);
    const answer = await aProgram(anApp(database.db), token)(scores);
    expect(answer.status).toBe(200);
    expect(answer.body).toMatchObject({ names: true, draft: true });
    const page = await colm.get('/account/tokens');
    expect(page.text).not.toContain(token);
    expect(page.text).toContain('today at 14:02');
    const acts = await database.db('audit_events').orderBy('id').pluck('act');
    expect(acts.slice(-2)).toEqual(['token.made', 'token.used']);
    const trail = await colm.get('/audit?what=lists');
    expect(trail.text).toContain('made a token for analysts’ tools');
  });

  it('needs a name and at most 365 days, and keeps what was typed', async () => {
    const { status, text } = await colm.post('/account/tokens', { name: '', days: '366' });
    expect(status).toBe(422);
    expect(text).toContain('href="#name"');
    expect(text).toContain('Give a whole number of days, from 1 to 365');
    expect(text).toContain('value="366"');
  });

  it('asks for a recent sign-in to be made', async () => {
    await database.db.raw(
      `update sessions set data = data || jsonb_build_object(
         'provenAt', (extract(epoch from now()) * 1000)::bigint - 20 * 60000)`,
    );
    const { headers } = await colm.get('/account/tokens/new');
    expect(headers['location']).toMatch(/^\/sign-in\?returnTo/);
    expect((await colm.post('/account/tokens', { name: 'Late', days: '1' })).status).toBe(401);
    expect(await database.db('api_tokens').where({ name: 'Late' })).toEqual([]);
    colm = await signedIn(anApp(database.db), database.db, system.email('colm'));
  });

  it('is one of at most ten that work: the eleventh waits until one is revoked', async () => {
    const { systemId } = system.ids;
    const personId = await personOf('colm');
    const own = () => database.db('api_tokens').where({ system_id: systemId, person_id: personId });
    await own().delete();
    const ids = await Promise.all(
      Array.from({ length: 9 }, (_, n) =>
        aToken(database.db, { systemId, personId, token: tokenOf(`many ${String(n)}`) }),
      ),
    );
    const form = { name: 'One more', days: '90' };
    const both = await Promise.all([
      colm.post('/account/tokens', form),
      colm.post('/account/tokens', form),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 422]);
    const refused = both.find(({ status }) => status === 422)?.text ?? '';
    expect(refused).toContain('You have 10 tokens that work. Revoke one');
    expect(refused).toContain('value="One more"');
    await colm.post(`/account/tokens/${ids[0] ?? ''}/revoke`);
    expect((await colm.post('/account/tokens', form)).status).toBe(200);
    await own().delete();
  });

  it('is revoked at once', async () => {
    const { systemId } = system.ids;
    const personId = await personOf('colm');
    const id = await aToken(database.db, { systemId, personId, token: tokenOf('to revoke') });
    expect(await given('to revoke')).toBe(200);
    await colm.post(`/account/tokens/${id}/revoke`);
    expect(await given('to revoke')).toBe(401);
    expect((await colm.get('/account/tokens')).text).toContain('revoked on 18 March 2026');
  });

  it('ends on its day', async () => {
    const { systemId } = system.ids;
    const personId = await personOf('colm');
    const expiresAt = new Date('2026-03-18T15:00:00Z');
    await aToken(database.db, { systemId, personId, token: tokenOf('short'), expiresAt });
    expect(await given('short', '2026-03-18T14:59:59Z')).toBe(200);
    expect(await given('short', '2026-03-18T15:00:00Z')).toBe(401);
  });
});

describe('[trust 10] what stands behind a token', () => {
  it('is asked with every request: a role that was taken, an account that was closed', async () => {
    const { systemId } = system.ids;
    const personId = await personOf('ifeoma');
    await aToken(database.db, { systemId, personId, token: tokenOf('Ifeoma') });
    const own = () =>
      database.db('memberships').where({ system_id: systemId, person_id: personId });
    expect(await given('Ifeoma')).toBe(404);
    await own().update({ role: 'coordinator' });
    expect(await given('Ifeoma')).toBe(200);
    const people = database.db('people').where({ id: personId });
    await people.clone().update({ deactivated_at: new Date() });
    expect(await given('Ifeoma')).toBe(401);
    await people.clone().update({ deactivated_at: null });
    await own().update({ role: 'reviewer' });
    expect(await given('Ifeoma')).toBe(403);
    await own().delete();
    expect(await given('Ifeoma')).toBe(401);
  });

  it('[trust 11] is one system: another’s round is not there', async () => {
    const other = await aGridSystem(database.db, 'tokens-elsewhere');
    await database.db('rounds').where({ id: other.roundId }).update({ slug: 'elsewhere' });
    const { systemId } = system.ids;
    const personId = await personOf('colm');
    await aToken(database.db, { systemId, personId, token: tokenOf('here') });
    const ask = aProgram(anApp(database.db), tokenOf('here'));
    const foreign = await ask('/api/v1/rounds/elsewhere/scores');
    const missing = await ask('/api/v1/rounds/nowhere/scores');
    expect([foreign.status, foreign.text]).toEqual([404, missing.text]);
  });
});

describe('the interface', () => {
  it('takes no cookie, and no method but GET and HEAD', async () => {
    const answer = await colm.get(scores);
    expect(answer.status).toBe(401);
    expect(answer.headers['www-authenticate']).toBe('Bearer realm="api"');
    expect(answer.body).toMatchObject({ title: 'Unauthorized', status: 401 });
    expect((await colm.post(scores)).status).toBe(405);
    const nowhere = await colm.get('/api/v2/rounds');
    expect([nowhere.status, nowhere.type]).toEqual([404, 'application/problem+json']);
  });

  it('counts the requests of a token, for all processes together', async () => {
    const { systemId } = system.ids;
    const personId = await personOf('colm');
    const id = await aToken(database.db, { systemId, personId, token: tokenOf('busy') });
    const what = `requests-of-token:${id}`;
    await database
      .db('attempts')
      .insert({ what, count: 119, ends_at: new Date('2026-03-18T14:03:00Z') });
    const ask = aProgram(anApp(database.db), tokenOf('busy'));
    expect((await ask('/api/v1/rounds')).status).toBe(200);
    const { status, headers } = await ask('/api/v1/rounds');
    expect([status, headers['retry-after']]).toEqual([429, '60']);
  });

  it('[trust 56] writes a token into no log, not even where it fails', async () => {
    const lines: string[] = [];
    const logger = pino({ level: 'trace' }, { write: (line: string) => lines.push(line) });
    const { systemId } = system.ids;
    const personId = await personOf('colm');
    await aToken(database.db, { systemId, personId, token: tokenOf('canary') });
    const deps = { ...appDeps(database.db), logger };
    await database.db.raw('alter table rounds rename to rounds_away');
    const { status, text } = await aProgram(createApp(deps), tokenOf('canary'))(scores);
    await database.db.raw('alter table rounds_away rename to rounds');
    expect(status).toBe(500);
    expect(lines.length).toBeGreaterThan(0);
    expect(text + lines.join('')).not.toContain(tokenOf('canary'));
  });
});
