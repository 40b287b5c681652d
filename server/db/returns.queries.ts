/** Stores that a response is given back to its agency. Whether it may be is decided before, under its lock. */
import type { Knex } from 'knex';
import type { Scope } from '../domain/access/scope.ts';
import { recordAudit } from './audit.ts';
import { bumpResponse } from './responses.queries.ts';

export interface Return {
  readonly responseId: string;
  /** for the agency to read */
  readonly reason: string;
  readonly now: Date;
}

/** @param trx holds the response's lock */
export async function storeReturn(
  trx: Knex,
  scope: Scope,
  { responseId, reason, now }: Return,
): Promise<void> {
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
    details: { reason },
  });
}
