/** The page on a person's own sign-in. */
import type { Entrance } from '../../domain/access/sign-in.ts';
import { roleInWords } from '../../web/frame.ts';
import { template } from '../../web/reply.ts';
import type { OwnAccount } from './account.queries.ts';

export interface AccountView {
  readonly csrf: string;
  readonly name: string;
  readonly email: string;
  readonly entrances: readonly { readonly name: string; readonly roles: string }[];
  readonly canChoose: boolean;
  readonly hasAuthenticator: boolean;
  readonly sessions: string;
}
export const accountPage = template<AccountView>('sign-in/account');

export function toAccountView(
  { name, email, hasAuthenticator, sessions }: OwnAccount,
  entrances: readonly Entrance[],
  csrf: string,
): AccountView {
  return {
    csrf,
    name,
    email,
    entrances: entrances.map((entrance) => ({
      name: entrance.name,
      roles: entrance.roles.map(roleInWords).join(', '),
    })),
    canChoose: entrances.length > 1,
    hasAuthenticator,
    sessions: sessions === 1 ? 'on this browser only' : `on ${String(sessions)} browsers`,
  };
}
