/** The runner of migrations, with small migrations of its own. */
import { randomBytes, randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import type { Migration } from '../../migrations/index.ts';
import { createDatabase, dropDatabase, urlOf } from '../../test/config/databases.ts';
import { inSystem, REQUEST_ROLE } from './guard.ts';
import { migrate, migrationsPending, rollBackAll } from './migrate.ts';
import { guarded, openDatabase } from './open.ts';

const first: Migration = {
  name: '01_make_boxes',
  up: async (knex) => {
    await knex.schema.createTable('boxes', (table) => table.text('name'));
    await knex('boxes').insert({ name: 'one' });
  },
  down: (knex) => knex.schema.dropTable('boxes'),
};
const second: Migration = {
  name: '02_add_size',
  up: (knex) => knex.schema.alterTable('boxes', (table) => table.integer('size')),
  down: (knex) => knex.schema.alterTable('boxes', (table) => table.dropColumn('size')),
};
const broken: Migration = {
  name: '03_break',
  up: async (knex) => {
    await knex('boxes').insert({ name: 'two' });
    await knex.raw('select from nowhere');
  },
  down: () => Promise.resolve(),
};

describe('the runner of migrations', () => {
  const server = inject('testServerUrl');
  let name = '';
  let url = '';
  let db: Knex;

  beforeEach(async () => {
    name = await createDatabase(server);
    url = urlOf(server, name);
    db = openDatabase({ url, poolSize: 1, applicationName: 'test' });
  });
  afterEach(async () => {
    await db.destroy();
    await dropDatabase(server, name);
  });

  it('runs what is pending, once, and says what it ran', async () => {
    expect(await migrationsPending(db, [first])).toEqual(['01_make_boxes']);
    expect(await migrate(url, [first])).toEqual(['01_make_boxes']);
    expect(await migrationsPending(db, [first])).toEqual([]);
    expect(await migrate(url, [first])).toEqual([]);
    expect(await migrate(url, [first, second])).toEqual(['02_add_size']);
  });

  it('[trust 44] makes one schema when three processes start at once', async () => {
    const ran = await Promise.all([1, 2, 3].map(() => migrate(url, [first, second])));
    expect(ran.flat().toSorted()).toEqual(['01_make_boxes', '02_add_size']);
    expect(await db('boxes').pluck('name')).toEqual(['one']);
  });

  it('leaves nothing of a run that fails, and the next run succeeds', async () => {
    await expect(migrate(url, [first, second, broken])).rejects.toThrow('nowhere');
    expect(await db.schema.hasTable('boxes')).toBe(false);
    expect(await migrate(url, [first, second])).toHaveLength(2);
  });

  it('[trust 45] leaves nothing of a run that is cut off half-way, and the next run succeeds', async () => {
    let reached: () => void = () => undefined;
    const halfWay = new Promise<void>((resolve) => (reached = resolve));
    const slow: Migration = {
      ...broken,
      up: async (knex) => {
        await knex('boxes').insert({ name: 'two' });
        reached();
        await knex.raw('select pg_sleep(60)');
      },
    };
    const run = migrate(url, [first, slow]);
    const ended = expect(run).rejects.toThrow();
    await halfWay;
    await db.raw(
      `select pg_terminate_backend(pid) from pg_stat_activity
       where datname = current_database() and application_name = 'migrate'`,
    );
    await ended;
    expect(await migrate(url, [first, second])).toHaveLength(2);
    expect(await db('boxes').pluck('name')).toEqual(['one']);
  });

  it('takes everything back, the newest first', async () => {
    await migrate(url, [first, second]);
    expect(await rollBackAll(url, [first, second])).toEqual(['02_add_size', '01_make_boxes']);
    expect(await db.schema.hasTable('boxes')).toBe(false);
  });

  it('refuses a database that a newer version has migrated', async () => {
    await migrate(url, [first, second]);
    await expect(migrate(url, [first])).rejects.toThrow(/newer version .*02_add_size/);
  });
});

describe('a user of the database who is no superuser', () => {
  const server = inject('testServerUrl');
  const user = `small_${randomBytes(4).toString('hex')}`;
  let name = '';
  let url = '';
  let db: Knex;

  beforeAll(async () => {
    name = await createDatabase(server);
    db = openDatabase({ url: urlOf(server, name), poolSize: 1, applicationName: 'test' });
    await db.raw(`create role ${user} login password 'small'`);
    await db.raw(`alter database ${name} owner to ${user}`);
    await db.raw(`alter schema public owner to ${user}`);
    const address = new URL(urlOf(server, name));
    address.username = user;
    address.password = 'small';
    url = address.href;
  });
  afterAll(async () => {
    await db.destroy();
    await dropDatabase(server, name);
    const rest = openDatabase({ url: server, poolSize: 1, applicationName: 'test' });
    await rest.raw(`drop role ${user}`);
    await rest.destroy();
  });

  it('is told what to ask for where the role of requests is not given to them', async () => {
    await expect(migrate(url)).rejects.toThrow(
      new RegExp(`^The database's user ${user} .*: .* grant ${REQUEST_ROLE} to ${user};$`),
    );
    expect(await migrationsPending(db)).toContain('202611220900_guard_rows');
  });

  it('then needs no more: a request sees one system’s rows, and their owner all', async () => {
    await db.raw(`grant ${REQUEST_ROLE} to ${user}`);
    await migrate(url);
    const own = openDatabase({ url, poolSize: 1, applicationName: 'test' });
    try {
      const system = { id: randomUUID(), slug: 'one', name: 'One', fictional: true, notes: '[]' };
      await own('systems').insert(system);
      const names = async (of: Knex): Promise<string[]> => of('systems').pluck('name');
      expect(await names(own)).toEqual(['One']);
      expect(await names(guarded(own))).toEqual([]);
      expect(await inSystem(system.id, () => names(guarded(own)))).toEqual(['One']);
    } finally {
      await own.destroy();
    }
  });
});
