/** Submits a response, once: whether it is complete was decided before. */
import type { Knex } from 'knex';
import type { Scope } from '../../domain/access/scope.ts';
import { AppError } from '../../domain/errors.ts';
import { allows } from '../../domain/round/response.ts';
import { recordAudit } from '../../db/audit.ts';
import { bumpResponse, lockResponse } from '../../db/responses.queries.ts';
import { holdSignedOff } from '../../db/signed-off.queries.ts';
import { refuseSignedOff } from '../../domain/round/signed-off.ts';

/**
 * Sent twice, or by two people at once: one submission and one audit row.
 * @param trx a transaction: the response stays locked until it ends
 * @returns false where it was submitted already
 * @throws conflict where the round is closed, or a Place of what was returned is signed off
 */
export async function submitResponse(
  trx: Knex,
  scope: Scope,
  { responseId, now }: { readonly responseId: string; readonly now: Date },
): Promise<boolean> {
  const { status, roundStatus } = await lockResponse(trx, scope, responseId);
  if (status === 'submitted') return false;
  if (!allows('submit', status, roundStatus)) {
    throw new AppError('conflict', 'The round has closed. Ask your coordinator to reopen it.');
  }
  // In an open round no Place is signed off, and the last hour's submissions need not wait for one another.
  if (roundStatus !== 'open') refuseSignedOff(await holdSignedOff(trx, scope, responseId));
  await trx('responses')
    .where({ system_id: scope.systemId, id: responseId })
    .update({ status: 'submitted', submitted_at: now, submitted_by: scope.personId });
  await bumpResponse(trx, scope, responseId, now);
  await recordAudit(trx, {
    systemId: scope.systemId,
    personId: scope.personId,
    act: 'response.submitted',
    subjectType: 'response',
    subjectId: responseId,
    happenedAt: now,
  });
  return true;
}
