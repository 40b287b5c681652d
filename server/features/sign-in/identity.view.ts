/** The pages that tie an account of the organisation to a person: proving the mailbox first, then the question. */
import { linkMinutes } from '../../domain/access/sign-in.ts';
import type { Input } from '../../web/components.ts';
import { paths } from '../../web/paths.ts';
import { template } from '../../web/reply.ts';
import type { OwnAccount } from './account.queries.ts';

export interface ProveView {
  readonly csrf: string;
  /** "ruth@care.example at id.example.org" */
  readonly account: string;
  /** where the link by e-mail leads back to */
  readonly returnTo: string;
  readonly email: Input;
}
export interface TieView {
  readonly csrf: string;
  readonly account: string;
  /** tells the account from another one that a later visit brings */
  readonly fingerprint: string;
  readonly name: string;
  readonly email: string;
}
export const provePage = template<ProveView>('sign-in/organisation-prove');
export const tiePage = template<TieView>('sign-in/organisation-link');

/** @param label '' where the provider does not say what the account is called */
export function accountInWords(label: string, provider: string): string {
  return label === '' ? `an account at ${provider}` : `${label} at ${provider}`;
}

interface ProveFacts {
  readonly csrf: string;
  readonly label: string;
  readonly name: string;
}

export function toProveView({ csrf, label, name }: ProveFacts): ProveView {
  return {
    csrf,
    account: accountInWords(label, name),
    returnTo: paths.linkOrganisation(),
    email: {
      id: 'email',
      name: 'email',
      label: 'The e-mail address that you were invited by',
      hint: `We send a link to it. Open it in this browser within ${String(linkMinutes)} minutes.`,
      type: 'email',
      inputmode: 'email',
      autocomplete: 'email',
    },
  };
}

export function toTieView(
  { name, email }: OwnAccount,
  label: string,
  { csrf, fingerprint, provider }: Pick<TieView, 'csrf' | 'fingerprint'> & { provider: string },
): TieView {
  return { csrf, fingerprint, name, email, account: accountInWords(label, provider) };
}
