/** Opens the database: one pool per process, every wait bounded, values read without loss. */
import knex, { type Knex } from 'knex';
import pg from 'pg';
import type {} from './tables.ts';
import { guardConnections, REQUEST_ROLE } from './guard.ts';
import { PAGE_LIMITS, type Limits } from './limits.ts';

type TypeId = Parameters<typeof pg.types.getTypeParser>[0];

export interface DatabaseOptions {
  readonly url: string;
  /** connections of this process; PostgreSQL's own limit is shared by all processes (default 10) */
  readonly poolSize?: number;
  /** how this process is called in `pg_stat_activity` */
  readonly applicationName: string;
  readonly limits?: Limits;
}

/** Each database that is open, seen from within one system at a time. */
const guardedTwins = new WeakMap<Knex, Knex>();

/** Connects on first use, as the user of the address. `destroy()` it to let the process end. */
export function openDatabase(options: DatabaseOptions): Knex {
  const db = openPool(options, '');
  const twin = openPool(options, `-c role=${REQUEST_ROLE}`);
  guardConnections(twin);
  // Whoever listens to a database hears all that it is asked.
  twin.on('query', (query) => db.emit('query', query));
  guardedTwins.set(db, twin);
  const client = db.client as Knex.Client;
  const destroy = client.destroy.bind(client) as () => Promise<void>;
  client.destroy = async (): Promise<void> => {
    await Promise.all([destroy(), twin.destroy()]);
  };
  return db;
}

/** The same database for what a request asks: only rows of the system that `inSystem` names, on a pool of its own. */
export function guarded(db: Knex): Knex {
  const twin = guardedTwins.get(db);
  if (!twin) throw new Error('this database was not opened by openDatabase');
  return twin;
}

/** @param settings that connections start with, beside the limits */
function openPool(options: DatabaseOptions, settings: string): Knex {
  const { url, poolSize = 10, applicationName, limits = PAGE_LIMITS } = options;
  const silent = new Set<string>();
  const db = knex({
    client: 'pg',
    log: { warn: quiet, error: quiet, deprecate: quiet, debug: quiet },
    connection: {
      connectionString: url,
      application_name: applicationName,
      connectionTimeoutMillis: limits.connectMs,
      statement_timeout: limits.statementMs,
      options: `-c lock_timeout=${limits.lockMs} ${settings}`,
      query_timeout: limits.answerMs,
      idle_in_transaction_session_timeout: limits.idleTransactionMs,
      keepAlive: true,
      types: { getTypeParser },
    },
    // Errors are logged: they show the statement with its $1, not with the answers in it.
    compileSqlOnError: false,
    acquireConnectionTimeout: limits.acquireMs,
    pool: {
      min: 0,
      max: poolSize,
      // A connection that gave no answer is not used again: its server may be gone without a word.
      validate: (connection: unknown) => !silent.delete(uidOf(connection)),
    },
  });
  db.on('query-error', (error: unknown, query: unknown) => {
    if (!(error instanceof Error)) return;
    for (const property of ['detail', 'where', 'internalQuery']) {
      Reflect.deleteProperty(error, property); // they quote the row
    }
    if (error.message.endsWith('Query read timeout')) silent.add(uidOf(query));
  });
  return db;
}

/** Knex prints statements to the terminal; what it throws reaches our log, without them. */
const quiet = (): void => undefined;

/** Knex's own number of a connection, which its queries carry too. */
function uidOf(thing: unknown): string {
  return typeof thing === 'object' && thing && '__knexUid' in thing ? String(thing.__knexUid) : '';
}

/**
 * int8 (so `count(*)` and identities) becomes a number, and one that a number cannot hold is an error, never
 * another value (elements of an int8 array stay text). date stays 'YYYY-MM-DD': pg would make it midnight of the machine's time zone. numeric stays
 * a string, exact. timestamptz becomes a Date, jsonb its value, as pg does.
 */
const types = new pg.TypeOverrides();
const getTypeParser = (type: TypeId): unknown => types.getTypeParser(type);
types.setTypeParser(pg.types.builtins.INT8, toSafeInteger);
types.setTypeParser(pg.types.builtins.DATE, (text) => text);

function toSafeInteger(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError(`${text} is too large for a number`);
  return value;
}
