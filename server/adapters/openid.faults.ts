/** What went wrong with an OpenID provider: is it away, has it or the person declined, or does its answer prove nothing? */
import * as openid from 'openid-client';

/** The code is one of the standards' or the library's: it holds no token, name or address, and may be logged. */
export interface ProviderFault {
  readonly kind: 'away' | 'declined' | 'refused';
  readonly code: string;
}

/** Errors that a provider gives in the address where it sends people back (OAuth 2.0 4.1.2.1). */
const answers: Readonly<Record<string, ProviderFault['kind']>> = {
  access_denied: 'declined',
  login_required: 'declined',
  interaction_required: 'declined',
  consent_required: 'declined',
  account_selection_required: 'declined',
  server_error: 'away',
  temporarily_unavailable: 'away',
};

/** It did not answer in time, with something that is no answer, or not to us: our own id or secret is wrong. */
const away: ReadonlySet<string> = new Set([
  ...['invalid_client', 'unauthorized_client', 'server_error', 'temporarily_unavailable'],
  'OAUTH_WWW_AUTHENTICATE_CHALLENGE',
  'OAUTH_TIMEOUT',
  'OAUTH_ABORT',
  'OAUTH_RESPONSE_IS_NOT_CONFORM',
  'OAUTH_RESPONSE_IS_NOT_JSON',
  'OAUTH_PARSE_ERROR',
]);

export function faultOf(error: unknown): ProviderFault {
  if (error instanceof openid.AuthorizationResponseError) {
    return { kind: answers[error.error] ?? 'refused', code: known(error.error) };
  }
  if (error instanceof openid.ResponseBodyError) {
    return { kind: away.has(error.error) ? 'away' : 'refused', code: known(error.error) };
  }
  const code = codeOf(error);
  return {
    kind: code === undefined || away.has(code) ? 'away' : 'refused',
    code: code ?? 'NETWORK',
  };
}

/** Connections that fail or break off are plain TypeErrors of fetch, without a code. */
function codeOf(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}

/** What the other side calls an error is its own text: a name is kept, anything else is not. */
function known(text: string): string {
  return /^[a-z_]{1,40}$/.test(text) ? text : 'other';
}
