/** The rows of tokens for analysts' tools. */

interface ApiTokenRow {
  system_id: string;
  id: string;
  person_id: string;
  /** what its owner calls it */
  name: string;
  /** SHA-256 */
  token_hash: Buffer;
  made_at: Date;
  expires_at: Date;
  last_used_at: Date | null;
  revoked_at: Date | null;
}

declare module 'knex/types/tables.js' {
  interface Tables {
    api_tokens: ApiTokenRow;
  }
}
