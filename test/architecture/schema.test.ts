/** Migrations lead to the schema of test/schema.sql, and back again. */
import { describe, expect, it } from 'vitest';
import { migrate, migrationsPending, rollBackAll } from '../../server/db/migrate.ts';
import { constraintErrors } from '../../server/db/errors.ts';
import { migrations } from '../../migrations/index.ts';
import { useDatabase } from '../config/database.ts';
import { dumpSchema } from '../config/dump-schema.ts';

describe('the migrations', () => {
  const database = useDatabase();
  const all = migrations.map((migration) => migration.name);

  it('lead to the schema that test/schema.sql holds (npm run schema rewrites it)', async () => {
    await expect(dumpSchema(database.db)).resolves.toMatchFileSnapshot('../schema.sql');
  });

  // Every table is dropped and made anew.
  it('go down to nothing and up to the same schema', { timeout: 60_000 }, async () => {
    const before = await dumpSchema(database.db);
    expect(await rollBackAll(database.url)).toEqual(all.toReversed());
    expect(await dumpSchema(database.db)).not.toContain('create');
    expect(await migrationsPending(database.db)).toEqual(all);
    expect(await migrate(database.url)).toEqual(all);
    expect(await dumpSchema(database.db)).toBe(before);
  });

  it('are in the order of their names, one name each', () => {
    expect(all).toEqual([...new Set(all)].toSorted());
  });

  it('make every constraint that has a sentence for people', async () => {
    const schema = await dumpSchema(database.db);
    const missing = Object.keys(constraintErrors).filter((name) => !schema.includes(` ${name} `));
    expect(missing).toEqual([]);
  });
});
