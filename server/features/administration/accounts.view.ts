/** The accounts of the installation, as administrators see them. */
import { template } from '../../web/reply.ts';
import { formatDate, formatDateTime } from '../../web/time.ts';
import type { AccountEventRow, AccountRow } from './accounts.queries.ts';

interface AccountLine {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly systems: string;
  readonly state: string;
  readonly isActive: boolean;
  readonly hasAuthenticator: boolean;
  readonly hasIdentity: boolean;
  readonly isOneself: boolean;
}
export interface AccountsView {
  readonly csrf: string;
  readonly search: string;
  readonly accounts: readonly AccountLine[];
  readonly hasMore: boolean;
  readonly events: readonly { readonly when: string; readonly what: string }[];
}
export const accountsPage = template<AccountsView>('administration/accounts');

const shown = 100;

const deeds: Readonly<Record<string, string>> = {
  'administrator.made': 'made an administrator',
  'account.deactivated': 'deactivated',
  'account.reactivated': 'reactivated',
  'account.authenticator-removed': 'authenticator removed',
  'account.organisation-linked': 'organisation’s account linked',
  'account.organisation-unlinked': 'organisation’s account unlinked',
};

function stateOf({ deactivatedAt, lastSeenAt }: AccountRow): string {
  if (deactivatedAt) return `deactivated on ${formatDate(deactivatedAt)}`;
  return lastSeenAt ? `last signed in on ${formatDate(lastSeenAt)}` : 'never signed in';
}

function toLine(row: AccountRow, oneself: string): AccountLine {
  const systems = row.isAdministrator ? [...row.systems, 'Administration'] : row.systems;
  return {
    id: row.id,
    name: row.name,
    email: row.email,
    systems: systems.join(', ') || 'no role',
    state: stateOf(row),
    isActive: row.deactivatedAt === null,
    hasAuthenticator: row.hasAuthenticator,
    hasIdentity: row.hasIdentity,
    isOneself: row.id === oneself,
  };
}

export function toAccountsView(
  rows: readonly AccountRow[],
  events: readonly AccountEventRow[],
  facts: Pick<AccountsView, 'csrf' | 'search'> & { readonly oneself: string },
): AccountsView {
  return {
    csrf: facts.csrf,
    search: facts.search,
    accounts: rows.slice(0, shown).map((row) => toLine(row, facts.oneself)),
    hasMore: rows.length > shown,
    events: events.map(({ happenedAt, act, by, subject }) => ({
      when: formatDateTime(happenedAt),
      what: `${subject ?? 'Somebody'}: ${deeds[act] ?? act}, by ${by ?? 'the terminal'}`,
    })),
  };
}
