/** The interface for programs holds what openapi.json says of it. */
import { Validator } from '@seriousme/openapi-schema-validator';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { fullFormats } from 'ajv-formats/dist/formats.js';
import { beforeAll, describe, expect, it } from 'vitest';
import { useDatabase } from '../../../test/config/database.ts';
import { dataReader, aFullSystem, json, rowsOf } from '../../../test/factories/data-files.ts';
import { addRound, type ResultsSystem } from '../../../test/factories/results.ts';
import { shippedDefinitions } from '../../../test/factories/system.ts';
import { aProgram, aToken, tokenOf } from '../../../test/factories/tokens.ts';
import { anApp, appDeps } from '../../../test/factories/visitor.ts';
import { allRoutes } from '../../app.ts';
import { guarded } from '../../db/open.ts';
import { setRoundStatus } from '../set-up/round.queries.ts';

const database = useDatabase();
const origin = 'http://127.0.0.1:3000';
const lists = [
  'places',
  'scores',
  'elements',
  'system',
  'entries',
  'answers',
  'actions',
  'instrument',
];

interface Description {
  readonly paths: Readonly<Record<string, unknown>>;
}
interface Answer {
  readonly body: unknown;
  readonly headers: Readonly<Record<string, string>>;
}
interface Page {
  readonly rows: readonly Readonly<Record<string, unknown>>[];
  readonly next: string | null;
}

let system: ResultsSystem;
let ask: ReturnType<typeof aProgram>;
let askAsLead: ReturnType<typeof aProgram>;
let description: Description;

const ownerOf = async (email: string): Promise<string> => {
  const person = await database.db('people').where({ email }).first('id');
  return person?.id ?? '';
};

beforeAll(async () => {
  const { db } = database;
  system = await aFullSystem(database, 'api-contract');
  const { systemId } = system.ids;
  for (const reader of ['colm', 'ifeoma'] as const) {
    const personId = await ownerOf(system.email(reader));
    await aToken(db, { systemId, personId, token: tokenOf(reader) });
  }
  await addRound(db, system.ids, {
    ...{ slug: 'autumn-2026', status: 'open', position: 9, definitions: shippedDefinitions() },
  });
  ask = aProgram(anApp(db), tokenOf('colm'));
  askAsLead = aProgram(anApp(db), tokenOf('ifeoma'));
  description = (await ask('/api/v1/openapi.json')).body as Description;
});

const pageOf = async (path: string, by = ask): Promise<Page> => {
  const response = await by(path);
  expect([path, response.status]).toEqual([path, 200]);
  return response.body as Page;
};

/** Every page, from one address to the next. */
async function pull(path: string, by = ask): Promise<Page['rows']> {
  const { rows, next } = await pageOf(path, by);
  return next === null ? rows : [...rows, ...(await pull(next.replace(origin, ''), by))];
}

function faultsIn(list: string, body: unknown): unknown {
  const ajv = new Ajv2020({ strict: false, allErrors: true, formats: fullFormats });
  ajv.addSchema(description, 'api');
  const validate = ajv.compile({ $ref: `api#/components/schemas/${list}` });
  return validate(body) ? [] : validate.errors;
}

describe('openapi.json', () => {
  it('is OpenAPI 3.1, and there for everybody', async () => {
    const response = await aProgram(anApp(database.db), null)('/api/v1/openapi.json');
    expect(response.status).toBe(200);
    const validator = new Validator();
    expect(await validator.validate(response.body as Record<string, unknown>)).toEqual({
      valid: true,
    });
    expect(validator.version).toBe('3.1');
  });

  it('speaks of every address that there is, and of no other', () => {
    const there = allRoutes(appDeps(database.db))
      .filter((route) => 'api' in route)
      .map(({ path }) => path.replace(/:(\w+)/g, '{$1}'));
    expect(Object.keys(description.paths).toSorted()).toEqual(there.toSorted());
  });

  it.each(['rounds', ...lists])('has the shape of %s', async (list) => {
    const path = list === 'rounds' ? '/api/v1/rounds' : `/api/v1/rounds/spring-2026/${list}`;
    const page = await pageOf(path);
    expect(page.rows.length).toBeGreaterThan(0);
    expect(faultsIn(`${list}-page`, page)).toEqual([]);
    expect(faultsIn(`${list}-page`, { ...page, rows: [{ round: 7 }] })).not.toEqual([]);
  });

  it('has the shape of a refusal', async () => {
    const { body, headers } = (await ask('/api/v1/rounds?limit=0&of=all&limit=1')) as Answer;
    expect(headers['content-type']).toMatch(/^application\/problem\+json/);
    expect(faultsIn('problem', body)).toEqual([]);
    expect(body).toMatchObject({
      status: 422,
      errors: [
        { path: 'query.limit', detail: 'Send it once.' },
        { path: 'query.of', detail: 'There is no such parameter here. There are: limit, cursor.' },
        { path: 'query.limit', detail: 'Send a whole number from 1 to 500.' },
      ],
    });
  });
});

describe('an analyst with a token', () => {
  it('pulls two rounds, page by page, with the rows of the download', async () => {
    const rounds = await pull('/api/v1/rounds?limit=1');
    expect(rounds.map(({ round }) => round)).toEqual(['spring-2026', 'autumn-2026']);
    const files = await json(await dataReader(database, system, 'colm'));
    for (const list of lists.filter((name) => name !== 'elements')) {
      const pulled = await pull(`/api/v1/rounds/spring-2026/${list}?limit=60`);
      expect(pulled).toEqual(rowsOf(files, list));
    }
    const later = await pull('/api/v1/rounds/autumn-2026/scores?limit=7');
    expect(later).toHaveLength(2 * (11 + 6));
    expect(later.every(({ n, element }) => n === 0 || element !== null)).toBe(true);
  });

  it('goes on behind the last row, whatever was removed before it, and is told where that is gone', async () => {
    const first = await ask('/api/v1/rounds/spring-2026/entries?limit=1');
    const { next, rows } = first.body as Page;
    expect(first.headers['link']).toBe(`<${next ?? ''}>; rel="next"`);
    const path = (next ?? '').replace(origin, '');
    expect((await pageOf(path)).rows).toMatchObject([{ name: 'Adrift' }]);
    const entry = database.db('service_entries').where({ id: String(rows[0]?.['id']) });
    await entry.clone().update({ removed_at: new Date() });
    expect((await ask(path)).status).toBe(409);
    await entry.clone().update({ removed_at: null });
    expect((await ask('/api/v1/rounds/spring-2026/entries?cursor=W10')).status).toBe(422);
  });

  it('costs the database no more on a late page of answers than it has rows', async () => {
    const read: number[] = [];
    const note = ({ sql, bindings }: { readonly sql: string; readonly bindings: unknown[] }) => {
      if (sql.includes('"n"."response_id" in')) read.push(bindings.length);
    };
    let path = '/api/v1/rounds/spring-2026/answers?limit=1';
    guarded(database.db).on('query', note);
    const first = await pageOf(path);
    const early = read.reduce((sum, count) => sum + count, 0);
    for (let page = first; page.next !== null; page = await pageOf(path)) {
      read.length = 0;
      path = page.next.replace(origin, '');
    }
    guarded(database.db).removeListener('query', note);
    expect(read.reduce((sum, count) => sum + count, 0)).toBeLessThan(early);
  });

  it('asks for a Place, a domain, an element, and for what changed since', async () => {
    const rowsAt = async (list: string, asked: string) =>
      (await pageOf(`/api/v1/rounds/spring-2026/${list}?${asked}`)).rows;
    expect(await rowsAt('scores', 'place=place-1&domain=financial-investment')).toMatchObject([
      { place: 'place-1', domain: 'financial-investment', counts: [2, 0, 0, 0, 2] },
    ]);
    expect(await rowsAt('elements', 'element=E3')).toHaveLength(2);
    expect(await rowsAt('entries', 'place=place-1')).toMatchObject([{ name: '+44 Perch' }]);
    expect(await rowsAt('answers', 'item=strategic-leadership')).toHaveLength(4);
    expect(await rowsAt('actions', 'status=done')).toEqual([]);
    expect(await rowsAt('answers', 'changedSince=2030-01-01T00:00:00Z')).toEqual([]);
    expect((await rowsAt('answers', 'changedSince=2020-01-01T00:00:00Z')).length).toBeGreaterThan(
      4,
    );
    const { body } = (await ask('/api/v1/rounds/spring-2026/scores?place=nowhere')) as Answer;
    expect(body).toMatchObject({ errors: [{ path: 'query.place' }] });
  });

  it('is told that nothing changed, and may ask for the headers alone', async () => {
    const path = '/api/v1/rounds/spring-2026/places';
    const { headers } = await ask(path);
    const again = await ask(path, { 'If-None-Match': headers['etag'] ?? '' });
    expect([again.status, again.text]).toEqual([304, '']);
    expect((await ask(path, { 'If-None-Match': 'W/"other"' })).status).toBe(200);
    expect(headers).toMatchObject({ 'cache-control': 'private, no-cache' });
    expect(headers['vary']).toContain('Authorization');
    expect(Object.keys(headers)).not.toContain('set-cookie');
    expect(Object.keys(headers)).not.toContain('access-control-allow-origin');
  });

  it('[trust 15] gets no more than its role: an ICB lead published rounds, without names', async () => {
    expect(await pull('/api/v1/rounds', askAsLead)).toEqual([]);
    expect((await askAsLead('/api/v1/rounds/spring-2026/scores')).status).toBe(404);
    const { systemId } = system.ids;
    await setRoundStatus(database.db, systemId, system.roundId, {
      status: 'published',
      publishedAt: new Date('2026-05-01T10:00:00Z'),
    });
    for (const list of lists.filter((name) => name !== 'answers')) {
      const page = await pageOf(`/api/v1/rounds/spring-2026/${list}`, askAsLead);
      expect(faultsIn(`${list}-page`, page)).toEqual([]);
      expect(page).toMatchObject({ names: false, draft: false, edition: 1 });
      expect(JSON.stringify(page)).not.toMatch(/Agency 1|agency-1|secret|One saw less/);
    }
    expect((await askAsLead('/api/v1/rounds/spring-2026/answers')).status).toBe(404);
  });
});
