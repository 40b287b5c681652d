/** Statements that nearly every request asks: PostgreSQL reads and plans each once per connection. */
import type { Knex } from 'knex';

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
  return async (db, values) => {
    const given = new Map<string, unknown>(Object.entries(values));
    // Knex hands its options on to pg as they are.
    const options = { name, values: names.map((value) => given.get(value)) };
    const { rows } = await db.raw<{ rows: Row[] }>(text).options(options);
    return rows;
  };
}
