/** How long the application waits for its database before it says that it is away. */

export interface Limits {
  /** connecting to the server */
  readonly connectMs: number;
  /** a free connection of the pool */
  readonly acquireMs: number;
  /** one statement, counted by the server */
  readonly statementMs: number;
  /** a row or table that somebody else holds */
  readonly lockMs: number;
  /** one answer, counted by us: a server that vanished counts nothing. More than `statementMs` */
  readonly answerMs: number;
  /** a transaction that does nothing: a handler that was lost */
  readonly idleTransactionMs: number;
}

/** For pages: a person waits, and a full pool would stop everybody. */
export const PAGE_LIMITS: Limits = {
  connectMs: 4_000,
  acquireMs: 5_000,
  statementMs: 15_000,
  lockMs: 5_000,
  answerMs: 20_000,
  idleTransactionMs: 30_000,
};

/** For migrations: 0 is no limit, and a table in use is waited for. */
export const MIGRATION_LIMITS: Limits = {
  connectMs: 10_000,
  acquireMs: 15_000,
  statementMs: 0,
  lockMs: 300_000,
  answerMs: 0,
  idleTransactionMs: 0,
};
