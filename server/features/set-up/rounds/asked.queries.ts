/** Takes back what was asked, with the reason, and asks again. */
import type { Knex } from 'knex';
import type { Scope } from '../../../domain/access/scope.ts';
import { allows, type ResponseAct } from '../../../domain/round/response.ts';
import { bumpResponse, lockResponse } from '../../../db/responses.queries.ts';
import { holdSignedOff } from '../../../db/signed-off.queries.ts';
import { refuseSignedOff } from '../../../domain/round/signed-off.ts';

export interface Withdrawal {
  readonly responseId: string;
  /** for the agency to read */
  readonly reason: string;
  readonly now: Date;
}

/**
 * @param trx a transaction: the response stays locked until it ends
 * @returns false where it was withdrawn already, or its round has been published
 * @throws conflict where a Place of it is signed off
 */
export async function withdrawResponse(
  trx: Knex,
  scope: Scope,
  { responseId, reason, now }: Withdrawal,
): Promise<boolean> {
  if (!(await mayStill(trx, scope, responseId, 'withdraw'))) return false;
  refuseSignedOff(await holdSignedOff(trx, scope, responseId));
  const of = { system_id: scope.systemId, response_id: responseId };
  await trx('withdrawals').insert({
    ...of,
    reason,
    withdrawn_at: now,
    withdrawn_by: scope.personId,
  });
  await setStatus(trx, scope, { responseId, status: 'withdrawn', now });
  return true;
}

/** As a draft with what was entered before. @returns false where it is asked for already */
export async function askAgain(
  trx: Knex,
  scope: Scope,
  { responseId, now }: Omit<Withdrawal, 'reason'>,
): Promise<boolean> {
  if (!(await mayStill(trx, scope, responseId, 'ask-again'))) return false;
  await trx('withdrawals').where({ system_id: scope.systemId, response_id: responseId }).delete();
  await setStatus(trx, scope, { responseId, status: 'draft', now });
  return true;
}

/** Asked under the lock that saves and submissions take, too: one order (trust 43). */
async function mayStill(
  trx: Knex,
  scope: Scope,
  responseId: string,
  act: ResponseAct,
): Promise<boolean> {
  const { status, roundStatus } = await lockResponse(trx, scope, responseId);
  return allows(act, status, roundStatus);
}

/** The time of the last change stays what it was: it says when somebody answered. */
async function setStatus(
  trx: Knex,
  scope: Scope,
  change: {
    readonly responseId: string;
    readonly status: 'draft' | 'withdrawn';
    readonly now: Date;
  },
): Promise<void> {
  const { responseId, status } = change;
  const own = { system_id: scope.systemId, id: responseId };
  const before = await trx('responses').where(own).first('updated_at');
  await bumpResponse(trx, scope, responseId, change.now);
  await trx('responses')
    .where(own)
    .update({ status, updated_at: before?.updated_at ?? null });
}
