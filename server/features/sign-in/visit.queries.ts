/** People who are at the organisation's provider: each visit is come back from once, in the browser that began it. */
import type { Knex } from 'knex';
import { visitEnd } from '../../domain/access/sign-in.ts';

export interface Visit {
  readonly nonce: string;
  readonly verifier: string;
  readonly returnTo: string;
  /** for a recent sign-in: the provider was to ask for the password */
  readonly again: boolean;
  /** somebody signed in who wants to link an account; null: to sign in */
  readonly personId: string | null;
}

interface VisitKey {
  readonly stateHash: Buffer;
  readonly browserHash: Buffer;
}

export async function insertVisit(
  db: Knex,
  visit: Visit & VisitKey & { readonly now: Date },
): Promise<void> {
  await db('provider_visits').where('expires_at', '<=', visit.now).delete();
  await db('provider_visits').insert({
    state_hash: visit.stateHash,
    browser_hash: visit.browserHash,
    nonce: visit.nonce,
    verifier: visit.verifier,
    return_to: visit.returnTo,
    again: visit.again,
    person_id: visit.personId,
    expires_at: visitEnd(visit.now),
  });
}

/** Takes the visit: of two requests at once one gets it. Another browser neither gets it nor ends it. */
export async function takeVisit(
  db: Knex,
  { stateHash, browserHash, now }: VisitKey & { readonly now: Date },
): Promise<Visit | undefined> {
  const [row] = await db('provider_visits')
    .where({ state_hash: stateHash, browser_hash: browserHash })
    .where('expires_at', '>', now)
    .delete()
    .returning('*');
  if (!row) return undefined;
  const { nonce, verifier, return_to: returnTo, again, person_id: personId } = row;
  return { nonce, verifier, returnTo, again, personId };
}
