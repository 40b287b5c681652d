import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aSystem, type TestSystem } from '../../test/factories/system.ts';
import { anApp, signedIn } from '../../test/factories/visitor.ts';
import { useDatabase } from '../../test/config/database.ts';
import { inSystem, REQUEST_ROLE } from './guard.ts';
import { guarded, openDatabase } from './open.ts';
import { prepare } from './prepared.ts';

const database = useDatabase();
let ours: TestSystem;
let theirs: TestSystem;
/** One connection, which everybody's requests come to share. */
let narrow: Knex;
let db: Knex;

beforeAll(async () => {
  ours = await aSystem(database.db);
  theirs = await aSystem(database.db, { slug: 'elsewhere' });
  narrow = openDatabase({ url: database.url, poolSize: 1, applicationName: 'narrow' });
  db = guarded(narrow);
});
afterAll(() => narrow.destroy());

const here = <T>(work: () => T): T => inSystem(ours.ids.systemId, work);
const there = <T>(work: () => T): T => inSystem(theirs.ids.systemId, work);

interface Asked {
  readonly role: string;
  readonly system: string;
}
const question = `select current_user::text as role, current_setting('pair.system') as system`;
const asPrepared = prepare<object, Asked>('who asks', question);
const fromPrepared = async (): Promise<Asked | undefined> => (await asPrepared(db, {}))[0];
const fromRaw = async (on: Knex): Promise<Asked | undefined> =>
  (await on.raw<{ rows: Asked[] }>(question)).rows[0];

const ask = (sql: string): Promise<unknown> =>
  here(async () => {
    await db.raw(sql);
  });

describe('a request’s query', () => {
  const asked = { role: REQUEST_ROLE, system: '' };

  it.each<[string, () => Promise<Asked | undefined>]>([
    ['a plain statement', () => fromRaw(db)],
    ['a prepared one', fromPrepared],
    [
      'a built one that is awaited',
      async () =>
        db
          .select<Asked[]>(
            db.raw("current_user::text as role, current_setting('pair.system') as system"),
          )
          .first(),
    ],
    ['one in a transaction', () => db.transaction((trx) => fromRaw(trx))],
    [
      'one beside others',
      async () => (await Promise.all([fromRaw(db), fromPrepared(), fromRaw(db)]))[2],
    ],
    [
      'one that comes after others',
      async () => {
        await db('places').first('id');
        await new Promise((resolve) => setImmediate(resolve));
        return fromRaw(db);
      },
    ],
  ])('runs as the role of requests, in the request’s system: %s', async (_, query) => {
    expect(await here(query)).toEqual({ ...asked, system: ours.ids.systemId });
    expect(await there(query)).toEqual({ ...asked, system: theirs.ids.systemId });
    expect(await query()).toEqual(asked);
  });

  it('sees its own system’s rows where the statement forgets to say which', async () => {
    const all = async (): Promise<string[]> => db('agencies').pluck('system_id');
    expect(await database.db('agencies').pluck('system_id')).toHaveLength(4);
    expect(new Set(await here(all))).toEqual(new Set([ours.ids.systemId]));
    expect(await here(all)).toHaveLength(2);
    expect(new Set(await there(all))).toEqual(new Set([theirs.ids.systemId]));
    expect(await all()).toEqual([]);
  });

  it('knows the people and the name of its own system only', async () => {
    const emails = await here(async () => db('people').pluck('email'));
    expect(emails).toHaveLength(7);
    expect(emails.every((email) => email.endsWith('@aldermoor-and-wend.example'))).toBe(true);
    expect(await here(async () => db('systems').pluck('slug'))).toEqual(['aldermoor-and-wend']);
  });

  it('writes no row of another system, and moves none there', async () => {
    const place = { id: randomUUID(), slug: 'new', name: 'New', position: 9 };
    const foreign = { ...place, system_id: theirs.ids.systemId };
    await expect(here(async () => db('places').insert(foreign))).rejects.toThrow(/row-level/);
    await expect(
      here(async () => db('places').update({ system_id: theirs.ids.systemId })),
    ).rejects.toThrow(/row-level/);
    const from = { system_id: theirs.ids.systemId };
    expect(await here(async () => db('places').where(from).update({ name: 'Ours' }))).toBe(0);
    expect(await here(async () => db('agency_places').where(from).delete())).toBe(0);
  });

  it.each([
    'sessions',
    'sign_in_links',
    'authenticators',
    'recovery_codes',
    'administrators',
    'account_events',
    'attempts',
    'first_run_links',
    'graphile_worker._private_jobs',
  ])('reads nothing of %s', async (table) => {
    await expect(ask(`select * from ${table}`)).rejects.toThrow(/permission denied/);
  });

  it.each([
    ['audit_events', 'happened_at'],
    ['answer_history', 'changed_at'],
    ['service_entry_history', 'changed_at'],
    ['own_view_history', 'given_at'],
    ['agreement_history', 'agreed_at'],
  ])('changes and removes nothing of %s', async (table, column) => {
    const refused = /permission denied/;
    await expect(ask(`update ${table} set ${column} = now()`)).rejects.toThrow(refused);
    await expect(ask(`delete from ${table}`)).rejects.toThrow(refused);
  });
});

describe('what was answered, agreed or sent', () => {
  it.each([
    ...['answers', 'service_entries', 'agreements', 'messages', 'reminders'],
    ...['agencies', 'places', 'members'],
  ])('is never removed by a request, whatever it asks: %s', async (table) => {
    await expect(ask(`delete from ${table}`)).rejects.toThrow(/permission denied/);
  });
});

describe('a connection that two people use', () => {
  it('[trust 17] shows the second only own rows after the first one’s failed request', async () => {
    const broken = here(() =>
      db.transaction(async (trx) => {
        await trx('places').where('slug', 'quillby').update({ name: 'Half done' });
        await trx.raw('select 1 / 0');
      }),
    );
    await expect(broken).rejects.toThrow(/division by zero/);
    const pages: string[] = [];
    const app = anApp(narrow);
    for (const system of [theirs, ours, theirs]) {
      const colm = await signedIn(app, database.db, `colm@${system.slug}.example`);
      expect((await colm.post('/set-up/places/missing', { name: 'x' })).status).toBe(404);
      pages.push((await colm.get('/set-up')).text);
    }
    expect(pages.map((page) => page.includes('System elsewhere'))).toEqual([true, false, true]);
    expect(pages.map((page) => page.includes('Aldermoor and Wend'))).toEqual([false, true, false]);
  });

  it('[trust 17] is told the system again where telling failed', async () => {
    await here(async () => db('places').first('id'));
    await database.db.raw(
      `select pg_terminate_backend(pid) from pg_stat_activity
       where application_name = 'narrow' and usename is not null`,
    );
    const names = async (): Promise<Set<string>> => {
      for (;;) {
        try {
          return new Set(await there(async () => db('places').pluck('system_id')));
        } catch {
          // The server's end of the connection is gone; the next one is new.
        }
      }
    };
    expect(await names()).toEqual(new Set([theirs.ids.systemId]));
  });

  it('[trust 17] never mixes two systems that ask at once', async () => {
    const wide = guarded(database.db);
    const systems = Array.from({ length: 300 }, (_, n) => (n % 3 === 0 ? ours : theirs));
    const seen = await Promise.all(
      systems.map(({ ids }) =>
        inSystem(ids.systemId, async () => new Set(await wide('places').pluck('system_id'))),
      ),
    );
    expect(seen).toEqual(systems.map(({ ids }) => new Set([ids.systemId])));
  });
});
