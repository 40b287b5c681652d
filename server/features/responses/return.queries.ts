/** Returns a submitted response to its agency, with the reason: it can be written and submitted again. */
import type { Knex } from 'knex';
import type { Scope } from '../../domain/access/scope.ts';
import { AppError } from '../../domain/errors.ts';
import { allows } from '../../domain/round/response.ts';
import { recordAudit } from '../../db/audit.ts';
import { bumpResponse, lockResponse } from '../../db/responses.queries.ts';

export interface Return {
  readonly responseId: string;
  /** for the agency to read */
  readonly reason: string;
  readonly now: Date;
}

/**
 * @param trx a transaction: the response stays locked until it ends
 * @throws conflict where it is not submitted, or the round is published
 */
export async function returnResponse(
  trx: Knex,
  scope: Scope,
  { responseId, reason, now }: Return,
): Promise<void> {
  const { status, roundStatus } = await lockResponse(trx, scope, responseId);
  if (!allows('return', status, roundStatus)) {
    throw new AppError('conflict', 'Only a submitted response can be returned, until publication.');
  }
  await trx('responses').where({ system_id: scope.systemId, id: responseId }).update({
    status: 'returned',
    returned_at: now,
    returned_by: scope.personId,
    return_reason: reason,
  });
  await bumpResponse(trx, scope, responseId, now);
  await recordAudit(trx, {
    systemId: scope.systemId,
    personId: scope.personId,
    act: 'response.returned',
    subjectType: 'response',
    subjectId: responseId,
    happenedAt: now,
  });
}
