import request from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { useDatabase } from '../test/config/database.ts';
import { aGate } from '../test/factories/gate.ts';
import { aSystem } from '../test/factories/system.ts';
import { anApp, signedIn, type Visitor } from '../test/factories/visitor.ts';
import { openDatabase } from './db/open.ts';

const database = useDatabase();
const lead = 'siân@aldermoor-and-wend.example';

beforeAll(async () => {
  await aSystem(database.db);
});

describe('signed out', () => {
  it('every page but the open ones leads to sign-in and back afterwards', async () => {
    const app = anApp(database.db);
    for (const path of ['/rounds', '/instruments', '/rounds/spring-2026/report']) {
      const { status, headers } = await request(app).get(path);
      expect([path, status, headers['location']]).toEqual([
        path,
        303,
        `/sign-in?returnTo=${encodeURIComponent(path)}`,
      ]);
    }
    expect((await request(app).get('/')).headers['location']).toBe('/sign-in');
  });

  it.each(['/help', '/glossary', '/accessibility', '/privacy', '/cookies', '/sign-in'])(
    '%s is open to everybody',
    async (path) => {
      const { status, text } = await request(anApp(database.db)).get(path);
      expect(status).toBe(200);
      expect(text).toContain('<h1>');
    },
  );

  it('[trust 24] an address with a NUL in it is a page that is not there', async () => {
    const visitor = await signedIn(anApp(database.db), database.db, lead);
    const missing = await visitor.get('/rounds/nowhere/report');
    for (const path of ['/rounds/%00/report', '/rounds/%00', '/rounds/a/places/%00/report']) {
      const { status, text } = await visitor.get(path);
      expect([path, status, text]).toEqual([path, 404, missing.text]);
    }
  });

  it('a missing page says what to do, under the status 404', async () => {
    const { status, text } = await request(anApp(database.db)).get('/nowhere');
    expect(status).toBe(404);
    expect(text).toContain('Check the address.');
    expect(text).toContain('Go to your start page');
  });

  it('a page that is not there leaves no session behind either', async () => {
    const { headers } = await request(anApp(database.db)).get('/nowhere');
    expect(headers['set-cookie']).toBeUndefined();
  });

  it('an open page leaves no session behind', async () => {
    const { headers } = await request(anApp(database.db)).get('/help');
    expect(headers['set-cookie']).toBeUndefined();
  });
});

describe('an error page of somebody signed in', () => {
  it.each([
    ['/nowhere', 404],
    ['/rounds/nowhere/report', 404],
  ])('%s keeps the navigation, the name and a way out', async (path, expected) => {
    const visitor = await signedIn(anApp(database.db), database.db, lead);
    const { status, text } = await visitor.get(path);
    expect(status).toBe(expected);
    expect(text).toContain('<a href="/instruments">Instruments</a>');
    expect(text).toContain('Siân Elwyn-Hughes, agency lead');
    const token = /action="\/sign-out"><input type="hidden" name="_csrf" value="([^"]+)"/.exec(
      text,
    );
    expect((await visitor.post('/sign-out', [['_csrf', token?.[1] ?? '']])).status).toBe(303);
  });

  it('is the same for what another system has and for what nobody has', async () => {
    const other = await aSystem(database.db, { slug: 'elsewhere' });
    const visitor = await signedIn(anApp(database.db), database.db, lead);
    const foreign = await visitor.get(
      `/responses/${await other.response('kingfisher', 'quillby')}`,
    );
    const missing = await visitor.get('/responses/00000000-0000-4000-8000-000000000000');
    expect([foreign.status, foreign.text]).toEqual([404, missing.text]);
  });
});

describe('every answer', () => {
  it('[trust 34] forbids framing and inline script', async () => {
    const { headers } = await request(anApp(database.db)).get('/help');
    const policy = headers['content-security-policy'] ?? '';
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).toContain("script-src 'self'");
    expect(policy).not.toContain('unsafe');
  });

  it('[trust 36] is not kept by the browser, so that Back shows nothing after sign-out', async () => {
    const visitor = await signedIn(anApp(database.db), database.db, lead);
    const { headers } = await visitor.get('/instruments');
    expect(headers['cache-control']).toBe('no-store');
    await visitor.post('/sign-out');
    expect((await visitor.get('/instruments')).status).toBe(303);
  });
});

describe('forms', () => {
  it('[trust 33] from another site, or without the session’s token, are refused', async () => {
    const app = anApp(database.db);
    const bare = await request(app).post('/sign-in/demonstration').send('persona=x');
    expect(bare.status).toBe(401);
    const visitor = await signedIn(app, database.db, lead);
    const stale = await visitor.post('/sign-out', [['_csrf', 'another']]);
    expect(stale.status).toBe(403);
    expect((await visitor.get('/instruments')).status).toBe(200);
  });

  it.each([
    ['https://evil.example', 401],
    ['null', 401],
    ['http://127.0.0.1:3000', 404],
    ['http://assess.example', 404],
  ])('[trust 33] whose page names the origin %s are answered with %i', async (origin, status) => {
    const agent = request.agent(anApp(database.db));
    const { text } = await agent.get('/sign-in');
    const token = /name="_csrf" value="([^"]+)"/.exec(text)?.[1] ?? '';
    const answer = await agent
      .post('/sign-in/demonstration')
      .type('form')
      .set({ Host: 'assess.example', Origin: origin })
      .send({ _csrf: token, persona: 'nobody' });
    expect(answer.status).toBe(status);
  });

  it('[trust 18] of more than 2 MB are refused with 413', async () => {
    const visitor = await signedIn(anApp(database.db), database.db, lead);
    const { status, text } = await visitor.post('/sign-out', { more: 'x'.repeat(3_000_000) });
    expect(status).toBe(413);
    expect(text).toContain('less than 2 MB');
    expect(text).toContain('what you wrote is still in the page');
    expect(text).toContain('<a href="/instruments">Instruments</a>');
  });

  it('[trust 35] never lead away from the site', async () => {
    const app = anApp(database.db);
    for (const returnTo of [
      '//evil.example',
      '/\\evil.example',
      '/%0d%0aLocation:evil',
      'http:x',
    ]) {
      const { text } = await request(app).get('/sign-in').query({ returnTo });
      expect(text).toContain('name="returnTo" value="/"');
    }
  });
});

describe('the session', () => {
  it('is stored under a hash of its token, and changes at sign-in', async () => {
    const app = anApp(database.db);
    const agent = request.agent(app);
    const first = await agent.get('/sign-in');
    const cookie = String(first.headers['set-cookie']);
    const token = decodeURIComponent(/session=s%3A([^.]+)\./.exec(cookie)?.[1] ?? '');
    expect(token).not.toBe('');
    expect(cookie).toContain('HttpOnly');
    expect(cookie).toContain('SameSite=Lax');
    const rows = await database.db('sessions').select('token_hash', 'data');
    expect(JSON.stringify(rows)).not.toContain(token);
    const persona = /name="persona" value="([^"]+)"/.exec(first.text)?.[1] ?? '';
    const csrf = /name="_csrf" value="([^"]+)"/.exec(first.text)?.[1] ?? '';
    const signedInNow = await agent
      .post('/sign-in/demonstration')
      .type('form')
      .send({ _csrf: csrf, persona, returnTo: '/help' });
    expect(signedInNow.headers['location']).toBe('/help');
    expect(String(signedInNow.headers['set-cookie'])).not.toContain(token);
  });
});

describe('while the database is away', () => {
  const gate = { current: undefined as ReturnType<typeof aGate> | undefined };
  let visitor: Visitor;
  let close = (): Promise<void> => Promise.resolve();
  let app: ReturnType<typeof anApp>;

  beforeAll(async () => {
    const before = aGate(database.url);
    gate.current = before;
    await before.open();
    const db = openDatabase({ url: before.url, applicationName: 'outage' });
    close = () => db.destroy();
    app = anApp(db);
    visitor = await signedIn(app, db, lead);
  });
  afterAll(async () => {
    await close();
    await gate.current?.shut();
  });

  it('[trust 50] pages are 503 and say what to do, the process is up, and all comes back by itself', async () => {
    expect((await visitor.get('/instruments')).status).toBe(200);
    await gate.current?.shut();
    const away = await visitor.get('/instruments');
    expect(away.status).toBe(503);
    expect(away.headers['retry-after']).toBe('30');
    expect(away.text).toContain('Nothing that you saved is lost. Wait a minute');
    const unsaved = await visitor.post('/sign-out');
    expect([unsaved.status, /may not be saved.* send it once more/.test(unsaved.text)]).toEqual([
      503,
      true,
    ]);
    expect((await request(app).get('/healthz')).status).toBe(200);
    await gate.current?.open();
    expect((await visitor.get('/instruments')).status).toBe(200);
  });
});
