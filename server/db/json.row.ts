/** The type of a table with JSON columns. */
import type { Knex } from 'knex';

/** JSON columns are written as text and read as values; columns in D have a default. */
type Written<Row, J extends keyof Row, D extends keyof Row = never> = Omit<Row, J | D> &
  Record<J, string> &
  Partial<Omit<Pick<Row, D>, J>>;
export type WithJson<
  Row,
  J extends keyof Row,
  D extends keyof Row = never,
> = Knex.CompositeTableType<Row, Written<Row, J, D>, Partial<Written<Row, J>>>;
