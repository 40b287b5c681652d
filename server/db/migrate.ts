/** Brings a database's schema up to date: all pending migrations or none, one process at a time. */
import type { Knex } from 'knex';
import { migrations as ours, type Migration } from '../../migrations/index.ts';
import { migrateJobs } from './jobs.ts';
import { MIGRATION_LIMITS } from './limits.ts';
import { openDatabase } from './open.ts';

/** Any number, the same in every process: it names the advisory lock. */
const LOCK = 4_202_611_200;

/**
 * Runs what is pending and gives back its names. All runs in one transaction, so a process that is killed
 * half-way leaves nothing behind, and under an advisory lock, so three first starts at once make one schema.
 * The job queue's own tables, in a schema of their own, are brought up to date under the same lock.
 */
export function migrate(
  url: string,
  migrations: readonly Migration[] = ours,
): Promise<readonly string[]> {
  return alone(url, async (trx) => {
    await refuseNewer(trx, migrations);
    await migrateJobs(url);
    return ranNames(await trx.migrate.latest(migratorConfig(migrations)));
  });
}

/** Takes every migration back, the newest first, and with them all data: for tests. */
export function rollBackAll(
  url: string,
  migrations: readonly Migration[] = ours,
): Promise<readonly string[]> {
  return alone(url, async (trx) =>
    ranNames(await trx.migrate.rollback(migratorConfig(migrations), true)),
  );
}

/** The names of the migrations that this database has not had; light queries, for the readiness check. */
export async function migrationsPending(
  db: Knex,
  migrations: readonly Migration[] = ours,
): Promise<readonly string[]> {
  const done = new Set(await migrationsDone(db));
  return migrations.map((migration) => migration.name).filter((name) => !done.has(name));
}

async function alone<T>(url: string, work: (trx: Knex.Transaction) => Promise<T>): Promise<T> {
  const db = openDatabase({
    url,
    poolSize: 1,
    applicationName: 'migrate',
    limits: MIGRATION_LIMITS,
  });
  try {
    return await db.transaction(async (trx) => {
      await trx.raw('select pg_advisory_xact_lock(?)', [LOCK]);
      return work(trx);
    });
  } catch (error) {
    throw saidByMigration(error) ?? error;
  } finally {
    await db.destroy();
  }
}

/** What a migration says to the operator itself (raise exception), without the statement that Knex puts before it. */
function saidByMigration(error: unknown): Error | undefined {
  if (!(error instanceof Error && 'code' in error && error.code === 'P0001')) return undefined;
  return new Error(error.message.slice(error.message.lastIndexOf(' - ') + 3), { cause: error });
}

/** Static, because Knex would take a `.ts` name in development and a `.js` name when built for two migrations. */
function migratorConfig(migrations: readonly Migration[]): Knex.MigratorConfig {
  return {
    migrationSource: {
      getMigrations: () => Promise.resolve([...migrations]),
      getMigrationName: (migration: Migration) => migration.name,
      getMigration: (migration: Migration) => Promise.resolve(migration),
    },
  };
}

async function refuseNewer(trx: Knex, migrations: readonly Migration[]): Promise<void> {
  const known = new Set(migrations.map((migration) => migration.name));
  const unknown = (await migrationsDone(trx)).filter((name) => !known.has(name));
  if (unknown.length === 0) return;
  throw new Error(
    `This database belongs to a newer version of the application (it has had ${unknown.join(', ')}). ` +
      'Start that version, or another database.',
  );
}

async function migrationsDone(db: Knex): Promise<readonly string[]> {
  if (!(await db.schema.hasTable('knex_migrations'))) return [];
  return db.from<{ name: string }>('knex_migrations').orderBy('id').pluck('name');
}

/** Knex answers [batch number, names]. */
function ranNames(result: unknown): readonly string[] {
  const names: unknown = Array.isArray(result) ? result[1] : [];
  return Array.isArray(names) ? names.map((entry: unknown) => nameOf(entry)) : [];
}

function nameOf(entry: unknown): string {
  return typeof entry === 'object' && entry && 'name' in entry ? String(entry.name) : String(entry);
}
