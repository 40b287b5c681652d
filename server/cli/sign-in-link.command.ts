/** Makes a sign-in link for whoever runs the installation: before mail is set up, or when it is away. */
import type { Knex } from 'knex';
import { readEmail } from '../domain/set-up/email.ts';
import { transact } from '../db/transact.ts';
import { makeLink } from '../features/sign-in/send-link.ts';
import type { CommandResult } from './command.ts';

export const signInLinkOptions = { required: ['email'] } as const;

export const signInLinkHelp = `npm run -s sign-in-link -- --email name@example.org

  --email  the address of somebody who has an account

Prints a link that signs this person in, once, within ten minutes. Links that were sent before end.
Whoever holds it is that person: hand it over in person. Reads the database of the settings, as npm start does.
`;

interface SignInLinkDeps {
  readonly db: Knex;
  readonly baseUrl: string;
  readonly now: Date;
}

export async function signInLink(
  { db, baseUrl, now }: SignInLinkDeps,
  { email }: { readonly email: string },
): Promise<CommandResult> {
  const { value, fault } = readEmail(email);
  if (fault) return { faults: [{ path: '/email', text: fault }] };
  const link = await transact(db, (trx) => makeLink(trx, { email: value, returnTo: '/', now }));
  if (!link) {
    return { faults: [{ path: '/email', text: 'nobody who may sign in has this address' }] };
  }
  return { output: { link: `${baseUrl}${link.path}`, validUntil: link.validUntil } };
}
