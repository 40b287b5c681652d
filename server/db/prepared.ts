/** Statements that nearly every request asks: PostgreSQL reads and plans each once per connection. */
import type { Knex } from 'knex';

export interface Prepared {
  /** the statement's own in the whole program */
  readonly name: string;
  /** never changes; `:name` stands for a value */
  readonly sql: string;
}

/** Joins of six tables take longer to plan than to answer (docs/benchmarks.md). */
export async function ask<Row>(
  db: Knex,
  { name, sql }: Prepared,
  values: Knex.ValueDict,
): Promise<Row[]> {
  const { rows } = await db.raw<{ rows: Row[] }>(sql, values).options({ name });
  return rows;
}
