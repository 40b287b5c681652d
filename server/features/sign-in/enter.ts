/** What comes after somebody has shown who they are: a code where their roles ask for it, the choice of a system, the way in. */
import type { Knex } from 'knex';
import { needsCode, type Entrance } from '../../domain/access/sign-in.ts';
import { AppError } from '../../domain/errors.ts';
import { ownPath, paths } from '../../web/paths.ts';
import { redirect, type Reply } from '../../web/reply.ts';
import type { AnyRequest, SessionHandle } from '../../web/route.ts';
import { listEntrances } from './entrances.queries.ts';

export interface EnterDeps {
  readonly db: Knex;
  readonly now: () => Date;
}
export interface Shown {
  readonly personId: string;
  readonly returnTo: string;
  /** a code was given, or the provider of the sign-in answers for a second proof */
  readonly isProven: boolean;
  /** when the provider asked for the password, in milliseconds; left out: it was now */
  readonly provenAt?: number;
}

/** Is somebody signed in, with nothing missing? */
export function isIn({
  scope,
  administrator,
}: Pick<AnyRequest, 'scope' | 'administrator'>): boolean {
  return scope !== null || administrator !== null;
}

/** @throws forbidden where the person has no role any more */
export async function enter(
  { db }: EnterDeps,
  session: SessionHandle,
  { personId, returnTo, isProven, ...proof }: Shown,
): Promise<Reply> {
  const entrances = await listEntrances(db, personId);
  const stage = stageOf(entrances, isProven);
  const only = entrances.length === 1 ? entrances[0] : undefined;
  await session.signIn({
    personId,
    systemId: stage === null ? (only?.systemId ?? null) : null,
    stage,
    ...proof,
  });
  if (stage === 'code') return redirect(paths.signInCode(returnTo));
  if (stage === 'choose') return redirect(paths.chooseSystem(returnTo));
  return redirect(ownPath(returnTo));
}

function stageOf(entrances: readonly Entrance[], isProven: boolean): 'code' | 'choose' | null {
  if (entrances.length === 0) {
    throw new AppError(
      'forbidden',
      'You have no role here now. Ask the coordinator of your system to add you again.',
    );
  }
  if (!isProven && needsCode(entrances)) return 'code';
  return entrances.length > 1 ? 'choose' : null;
}
