/** The pages on somebody's own tokens: the list, the form, and the token itself, once. */
import { longestTokenLife, tokenState } from '../../domain/access/token.ts';
import type { Input } from '../../web/components.ts';
import { toErrorSummary, type ErrorSummary } from '../../web/error-summary.ts';
import { paths } from '../../web/paths.ts';
import { recentWords } from '../../web/recent.ts';
import { template } from '../../web/reply.ts';
import { formatDate } from '../../web/time.ts';
import type { TokenFault, TokenTyped } from './tokens.form.ts';
import type { OwnToken } from './tokens.queries.ts';

interface TokenLine {
  readonly name: string;
  readonly made: string;
  /** "until 18 June 2026", "expired on …", "revoked on …" */
  readonly state: string;
  readonly used: string;
  /** '' where it works no more */
  readonly revoke: string;
}
export interface TokensView {
  readonly csrf: string;
  readonly systemName: string;
  readonly makeHref: string;
  readonly description: string;
  readonly tokens: readonly TokenLine[];
}
export interface NewTokenView {
  readonly csrf: string;
  readonly systemName: string;
  readonly name: Input;
  readonly days: Input;
  readonly summary: ErrorSummary | null;
}
export interface MadeTokenView {
  readonly name: string;
  readonly token: string;
  readonly until: string;
  readonly roundsAddress: string;
  readonly next: string;
}
export const tokensPage = template<TokensView>('tokens/tokens');
export const newTokenPage = template<NewTokenView>('tokens/new');
export const madeTokenPage = template<MadeTokenView>('tokens/made');

interface Around {
  readonly csrf: string;
  readonly systemName: string;
}

export function toTokensView(around: Around, tokens: readonly OwnToken[], now: Date): TokensView {
  return {
    ...around,
    makeHref: paths.newToken(),
    description: paths.api.description(),
    tokens: tokens.map((token) => toLine(token, now)),
  };
}

function toLine(token: OwnToken, now: Date): TokenLine {
  const { id, name, madeAt, expiresAt, lastUsedAt, revokedAt } = token;
  const words = {
    works: `until ${formatDate(expiresAt)}`,
    expired: `expired on ${formatDate(expiresAt)}`,
    revoked: revokedAt ? `revoked on ${formatDate(revokedAt)}` : '',
  };
  const state = tokenState(token, now);
  return {
    name,
    made: formatDate(madeAt),
    state: words[state],
    used: lastUsedAt ? recentWords(lastUsedAt, now) : 'not yet',
    revoke: state === 'works' ? paths.revokeToken(id) : '',
  };
}

export function toNewTokenView(
  around: Around,
  typed: TokenTyped,
  faults: readonly TokenFault[] = [],
): NewTokenView {
  const errorOf = (field: TokenFault['field']): string =>
    faults.find((fault) => fault.field === field)?.text ?? '';
  return {
    ...around,
    name: {
      ...{ id: 'name', name: 'name', label: 'Name', value: typed.name, error: errorOf('name') },
      hint: 'What it is for, such as “Power Query on my laptop”',
    },
    days: {
      ...{ id: 'days', name: 'days', label: 'Days until it expires', value: typed.days },
      ...{ inputmode: 'numeric', error: errorOf('days') },
      hint: `At most ${String(longestTokenLife)}`,
    },
    summary: faults.length === 0 ? null : toErrorSummary(faults),
  };
}
