/** The row of somebody's session. */

export interface SessionRow {
  /** SHA-256 of the token in the cookie */
  token_hash: Buffer;
  data: unknown;
  expires_at: Date;
  person_id: string | null;
}
