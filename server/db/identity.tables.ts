/** The rows of sign-in with the organisation's own accounts. */

/** An account at a provider that is tied to a person. */
interface PersonIdentityRow {
  id: string;
  person_id: string;
  issuer: string;
  /** the account's id at the issuer: with it, and it alone, the account is recognised */
  subject: string;
  /** what its owner knows the account by; to be shown, never compared */
  label: string;
  linked_at: Date;
  last_used_at: Date;
}
/** Somebody was sent to the provider and is not back yet. */
interface ProviderVisitRow {
  state_hash: Buffer;
  /** of the mark that the browser's session carries */
  browser_hash: Buffer;
  nonce: string;
  verifier: string;
  return_to: string;
  /** the provider was to ask for the password even of somebody it knows */
  again: boolean;
  /** somebody signed in who wants to link an account; null: to sign in */
  person_id: string | null;
  expires_at: Date;
}
/** Somebody is back from the provider with an account that is nobody's here yet; one for each browser. */
interface WaitingIdentityRow {
  browser_hash: Buffer;
  issuer: string;
  subject: string;
  label: string;
  proven_at: Date | null;
  return_to: string;
  expires_at: Date;
}

declare module 'knex/types/tables.js' {
  interface Tables {
    person_identities: PersonIdentityRow;
    provider_visits: ProviderVisitRow;
    waiting_identities: WaitingIdentityRow;
  }
}
