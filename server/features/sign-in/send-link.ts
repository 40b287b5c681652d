/** Makes a sign-in link and puts it into the outbox; for an address that nobody has, nothing happens. */
import type { Knex } from 'knex';
import { linkEnd } from '../../domain/access/sign-in.ts';
import { signInLink } from '../../domain/mail/sign-in-link.ts';
import { newToken, tokenHash } from '../../adapters/tokens.ts';
import { queueMail } from '../../db/outbox.queries.ts';
import { transact } from '../../db/transact.ts';
import { paths } from '../../web/paths.ts';
import { findAccount, insertLink } from './link.queries.ts';

export interface LinkRequest {
  readonly email: string;
  /** where the person wanted to go: one of our own paths */
  readonly returnTo: string;
  readonly now: Date;
}

export async function sendLink(db: Knex, request: LinkRequest): Promise<void> {
  await transact(db, async (trx) => {
    const link = await makeLink(trx, request);
    if (!link) return;
    const { personId, name, path, validUntil } = link;
    await queueMail(trx, {
      systemId: null,
      personId,
      kind: 'sign-in',
      content: signInLink({ name, path, validUntil }),
      queuedAt: request.now,
      notAfter: validUntil,
    });
  });
}

interface MadeLink {
  readonly personId: string;
  readonly name: string;
  /** with the token in it: never to be logged */
  readonly path: string;
  readonly validUntil: Date;
}

/** @param trx a transaction. @returns undefined for an address that nobody has who may sign in */
export async function makeLink(
  trx: Knex,
  { email, returnTo, now }: LinkRequest,
): Promise<MadeLink | undefined> {
  const account = await findAccount(trx, email);
  if (!account) return undefined;
  const token = newToken();
  const { personId, name } = account;
  await insertLink(trx, { personId, hash: tokenHash(token), now });
  return { personId, name, path: paths.signInLink({ token, returnTo }), validUntil: linkEnd(now) };
}
