/** The page on a person's own sign-in. */
import { needsCode, type Entrance } from '../../domain/access/sign-in.ts';
import { roleInWords } from '../../web/frame.ts';
import { template } from '../../web/reply.ts';
import { formatDate } from '../../web/time.ts';
import type { OwnAccount } from './account.queries.ts';
import type { OwnIdentity } from './identity.queries.ts';
import { accountInWords } from './identity.view.ts';

interface LinkedAccount {
  readonly id: string;
  readonly account: string;
  readonly since: string;
}
export interface AccountView {
  readonly csrf: string;
  readonly name: string;
  readonly email: string;
  readonly entrances: readonly { readonly name: string; readonly roles: string }[];
  readonly canChoose: boolean;
  readonly hasAuthenticator: boolean;
  /** for a day on which the organisation's sign-in is away */
  readonly canSetUp: boolean;
  readonly linked: readonly LinkedAccount[];
  readonly canLink: boolean;
  readonly sessions: string;
  /** in the system where they are at work they may take data away */
  readonly hasTools: boolean;
}
export const accountPage = template<AccountView>('sign-in/account');

interface Facts extends OwnAccount {
  readonly entrances: readonly Entrance[];
  readonly identities: readonly OwnIdentity[];
}

interface Around extends Pick<AccountView, 'csrf' | 'hasTools'> {
  /** of the provider that signs people in; null: none does */
  readonly issuer: string | null;
}

export function toAccountView(
  { name, email, hasAuthenticator, sessions, entrances, identities }: Facts,
  { csrf, issuer, hasTools }: Around,
): AccountView {
  return {
    csrf,
    hasTools,
    name,
    email,
    entrances: entrances.map((entrance) => ({
      name: entrance.name,
      roles: entrance.roles.map(roleInWords).join(', '),
    })),
    canChoose: entrances.length > 1,
    hasAuthenticator,
    canSetUp: !hasAuthenticator && identities.length > 0 && needsCode(entrances),
    linked: identities.map(toLinked),
    canLink: issuer !== null && !identities.some((identity) => identity.issuer === issuer),
    sessions: sessions === 1 ? 'on this browser only' : `on ${String(sessions)} browsers`,
  };
}

function toLinked({ id, issuer, label, linkedAt }: OwnIdentity): LinkedAccount {
  const account = accountInWords(label, new URL(issuer).host);
  return { id, account, since: formatDate(linkedAt) };
}
