/** The pool: values without loss, bounded waits, recovery by itself. */
import type { Knex } from 'knex';
import { afterEach, describe, expect, it } from 'vitest';
import { useDatabase } from '../../test/config/database.ts';
import { stretchWire, type Wire } from '../../test/config/proxy.ts';
import { isUnavailable } from './errors.ts';
import { inSystem } from './guard.ts';
import { PAGE_LIMITS } from './limits.ts';
import { guarded, openDatabase } from './open.ts';

const database = useDatabase();
const ann = {
  id: '00000000-0000-4000-8000-000000000001',
  email: 'ann@example.org',
  name: 'Ann',
};

describe('values', () => {
  const valueOf = async (sql: string): Promise<unknown> => {
    const { rows } = await database.db.raw<{ rows: { value: unknown }[] }>(
      `select ${sql} as value`,
    );
    return rows[0]?.value;
  };

  it.each<[string, unknown]>([
    ['count(*)', 1],
    ['9007199254740991::int8', 9_007_199_254_740_991],
    ["'2027-03-31'::date", '2027-03-31'],
    ["'2026-07-01T12:00:00+01:00'::timestamptz", new Date('2026-07-01T11:00:00Z')],
    ['1.50::numeric', '1.50'],
    [`'{"a": [1]}'::jsonb`, { a: [1] }],
    ["current_setting('statement_timeout')", '15s'],
    ["current_setting('lock_timeout')", '5s'],
    ["current_setting('application_name')", 'test'],
  ])('%s arrives as it is', async (sql, value) => {
    expect(await valueOf(sql)).toEqual(value);
  });

  it('refuses a whole number that would lose digits', async () => {
    await expect(valueOf('9007199254740993::int8')).rejects.toThrow(RangeError);
  });
});

describe('an error', () => {
  it('[trust 56] names the statement and the rule, and quotes no value', async () => {
    const error: unknown = await database
      .db('people')
      .insert([ann, { ...ann, id: '00000000-0000-4000-8000-000000000002' }])
      .catch((reason: unknown) => reason);
    expect(error).toMatchObject({ constraint: 'people_email_key' });
    if (!(error instanceof Error)) throw new Error('nothing was refused');
    const told = JSON.stringify([error.message, error.stack, Object.entries(error)]);
    expect(told).toContain('insert into');
    expect(told).not.toContain('ann@example.org');
  });
});

describe('a database that is away', () => {
  const limits = {
    ...PAGE_LIMITS,
    connectMs: 500,
    acquireMs: 700,
    statementMs: 1_000,
    answerMs: 1_500,
  };
  let wire: Wire | undefined;
  let db: Knex | undefined;

  async function openThroughWire(): Promise<{ wire: Wire; db: Knex }> {
    wire = await stretchWire(database.url);
    db = openDatabase({ url: wire.url, poolSize: 2, applicationName: 'test', limits });
    await db.raw('select 1');
    return { wire, db };
  }
  afterEach(async () => {
    await wire?.cut();
    await db?.destroy();
  });

  const failure = async (work: Promise<unknown>): Promise<{ unavailable: boolean; ms: number }> => {
    const from = performance.now();
    const error = await work.then(
      () => undefined,
      (reason: unknown) => reason,
    );
    return { unavailable: isUnavailable(error), ms: performance.now() - from };
  };

  it('[trust 50] is unavailable at once when it refuses, and serves again when it is back', async () => {
    const { wire, db } = await openThroughWire();
    await wire.cut();
    const refused = await failure(db.raw('select 1'));
    expect(refused.unavailable).toBe(true);
    expect(refused.ms).toBeLessThan(1_500);
    await wire.mend();
    await expect(db.raw('select 1')).resolves.toBeDefined();
  });

  it('[trust 51] is waited for no longer than the limits when it says nothing', async () => {
    const { wire, db } = await openThroughWire();
    wire.hold('all');
    const silent = await failure(db.raw('select 1'));
    expect(silent).toMatchObject({ unavailable: true });
    expect(silent.ms).toBeLessThan(3_000);
    const connecting = await failure(db.raw('select 1'));
    expect(connecting).toMatchObject({ unavailable: true });
    expect(connecting.ms).toBeLessThan(3_000);
    wire.release();
    await expect(db.raw('select 1')).resolves.toBeDefined();
  });

  it('is asked through another connection when one fell silent', async () => {
    const { wire, db } = await openThroughWire();
    wire.hold('open');
    expect(await failure(db.raw('select 1'))).toMatchObject({ unavailable: true });
    await expect(db.raw('select 1')).resolves.toBeDefined();
  });

  it('is asked through another connection when one fell silent on being told its system', async () => {
    const { wire, db } = await openThroughWire();
    const ask = (systemId: string): Promise<unknown> =>
      inSystem(systemId, async () => {
        await guarded(db).raw('select 1');
      });
    await ask('00000000-0000-4000-8000-00000000000a');
    wire.hold('open');
    const other = '00000000-0000-4000-8000-00000000000b';
    expect(await failure(ask(other))).toMatchObject({ unavailable: true });
    expect(await failure(ask(other))).toMatchObject({ unavailable: false });
  });

  it('is unavailable while a statement takes too long, and while the pool is full', async () => {
    const { db } = await openThroughWire();
    const [slow, alsoSlow, waiting] = await Promise.all([
      failure(db.raw('select pg_sleep(5)')),
      failure(db.raw('select pg_sleep(5)')),
      failure(db.raw('select 1')),
    ]);
    expect([slow, alsoSlow, waiting].map((result) => result.unavailable)).toEqual([
      true,
      true,
      true,
    ]);
    expect(waiting.ms).toBeLessThan(slow.ms + 500);
  });

  it('is unavailable when it ends a session in the middle of a transaction, and nothing is kept', async () => {
    const { db } = await openThroughWire();
    const ended = await failure(
      db.transaction(async (trx) => {
        await trx('people').insert(ann);
        await database.db.raw(
          `select pg_terminate_backend(pid) from pg_stat_activity
           where datname = current_database() and state = 'idle in transaction'`,
        );
        await trx.raw('select 1');
      }),
    );
    expect(ended.unavailable).toBe(true);
    expect(await database.db('people').pluck('email')).toEqual([]);
  });
});
