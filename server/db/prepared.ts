/** Statements that nearly every request asks: PostgreSQL reads and plans each once per connection. */
import type { Knex } from 'knex';

/** A Knex client, as far as it is needed here. */
interface Client<Row> {
  readonly acquireConnection: () => Promise<object>;
  readonly releaseConnection: (connection: object) => Promise<void>;
  /** @param asked Knex hands its options on to pg as they are */
  readonly query: (
    connection: object,
    asked: { readonly sql: string; readonly options: object },
  ) => Promise<{ readonly response: { readonly rows: Row[] } }>;
}

/** Asks the statement with its values by name. */
type Ask<Values, Row> = (db: Knex, values: Values) => Promise<Row[]>;

/**
 * Joins of six tables take longer to plan than to answer (docs/benchmarks.md).
 * @param name the statement's own in the whole program
 * @param sql `:name` stands for a value
 */
export function prepare<Values extends object, Row>(name: string, sql: string): Ask<Values, Row> {
  const names: string[] = [];
  const text = sql.replace(/(?<!:):(\w+)/g, (_, value: string) => {
    if (!names.includes(value)) names.push(value);
    return `$${names.indexOf(value) + 1}`;
  });
  const valuesOf = (values: object): unknown[] => {
    const given = new Map<string, unknown>(Object.entries(values));
    return names.map((value) => given.get(value));
  };
  return async (db, values) => {
    // Past Knex's builder, which has nothing to build here: its connections, events and transactions stay.
    const client = db.client as Client<Row>;
    const connection = await client.acquireConnection();
    try {
      const asked = { sql: text, options: { name, values: valuesOf(values) } };
      const { response } = await client.query(connection, asked);
      return response.rows;
    } finally {
      await client.releaseConnection(connection);
    }
  };
}
