/** Row-level security behind every request: its queries run as a role that sees one system's rows. */
import { AsyncLocalStorage } from 'node:async_hooks';
import type { Knex } from 'knex';

/**
 * The database role of requests. It owns nothing, and policies bind it: of a system's tables it reads and
 * writes the rows of the system that its connection was told, and none before it was told one.
 */
export const REQUEST_ROLE = 'pair_request';

/** The setting that policies read; migrations name it too. */
const SETTING = 'pair.system';

const asked = new AsyncLocalStorage<string>();

/** What `work` asks of a guarded database, then and later, is answered from this system's rows. */
export function inSystem<T>(systemId: string, work: () => T): T {
  return asked.run(systemId, work);
}

/** A pg connection, as far as it is needed here. */
interface Connection {
  readonly query: (query: {
    readonly name: string;
    readonly text: string;
    readonly values: readonly string[];
  }) => Promise<unknown>;
}

/**
 * Has every connection told its system before it is lent: outside any transaction, so that none takes it back.
 * A pool's connection keeps it for the next query of the same system, which then costs nothing.
 */
export function guardConnections(db: Knex): void {
  const client = db.client as Knex.Client;
  const acquire = client.acquireConnection.bind(client) as () => Promise<Connection>;
  const told = new WeakMap<Connection, string>();
  const tell = async (connection: Connection, systemId: string): Promise<void> => {
    if (told.get(connection) === systemId) return;
    told.delete(connection);
    await connection.query({
      name: 'tell system',
      text: `select set_config('${SETTING}', $1, false)`,
      values: [systemId],
    });
    told.set(connection, systemId);
  };
  client.acquireConnection = async (): Promise<Connection> => {
    const systemId = asked.getStore() ?? '';
    const connection = await acquire();
    try {
      await tell(connection, systemId);
    } catch (error) {
      // It was not told, and is told again before anyone else has it; the pool hears why (see open.ts).
      client.emit('query-error', error, connection);
      await client.releaseConnection(connection);
      throw error;
    }
    return connection;
  };
}
