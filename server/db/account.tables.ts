/** The rows of accounts: how people sign in, and what happened to their account. */
import type { Knex } from 'knex';

export interface PersonRow {
  id: string;
  /** in small letters */
  email: string;
  /** the account's; a system shows the member's instead */
  name: string;
  created_at: Date;
  /** set: signs in no more */
  deactivated_at: Date | null;
}
interface SignInLinkRow {
  /** SHA-256 of the token in the mail */
  token_hash: Buffer;
  person_id: string;
  made_at: Date;
  expires_at: Date;
  /** used, or replaced by a newer one */
  ended_at: Date | null;
}
interface AuthenticatorRow {
  person_id: string;
  /** sealed, see adapters/tokens.ts */
  secret: Buffer;
  confirmed_at: Date | null;
  /** the last step of time whose code was taken: none is taken twice */
  last_step: string;
}
interface RecoveryCodeRow {
  person_id: string;
  code_hash: Buffer;
  used_at: Date | null;
}
interface AccountEventRow {
  id: string;
  happened_at: Date;
  person_id: string | null;
  act: string;
  /** the account that it happened to */
  subject_id: string | null;
  details: unknown;
}

/** JSON is written as text. */
type NewAccountEvent = Omit<AccountEventRow, 'id' | 'details'> & { details: string };

declare module 'knex/types/tables.js' {
  interface Tables {
    administrators: { person_id: string; since: Date };
    sign_in_links: SignInLinkRow;
    authenticators: AuthenticatorRow;
    recovery_codes: RecoveryCodeRow;
    account_events: Knex.CompositeTableType<AccountEventRow, NewAccountEvent>;
    attempts: { what: string; ends_at: Date; count: number };
    first_run_links: { token_hash: Buffer; made_at: Date };
  }
}
