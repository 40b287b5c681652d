/** Returns a submitted response to its agency, with the reason: it can be written and submitted again. */
import type { Knex } from 'knex';
import type { Scope } from '../../domain/access/scope.ts';
import { AppError } from '../../domain/errors.ts';
import { allows } from '../../domain/round/response.ts';
import { lockResponse } from '../../db/responses.queries.ts';
import { storeReturn, type Return } from '../../db/returns.queries.ts';
import { holdSignedOff } from '../../db/signed-off.queries.ts';
import { refuseSignedOff } from '../../domain/round/signed-off.ts';

/**
 * Sent twice, or by two people at once: one return and one audit row.
 * @param trx a transaction: the response stays locked until it ends
 * @returns false where it was returned already
 * @throws conflict where it is not submitted, the round is published, or a Place of it is signed off
 */
export async function returnResponse(
  trx: Knex,
  scope: Scope,
  { responseId, reason, now }: Return,
): Promise<boolean> {
  const { status, roundStatus } = await lockResponse(trx, scope, responseId);
  if (status === 'returned') return false;
  if (!allows('return', status, roundStatus)) {
    throw new AppError('conflict', 'Only a submitted response can be returned, until publication.');
  }
  refuseSignedOff(await holdSignedOff(trx, scope, responseId));
  await storeReturn(trx, scope, { responseId, reason, now });
  return true;
}

/** Somebody who answers for an agency and can be written to. */
export interface Answering {
  readonly personId: string;
  readonly name: string;
}

export function listAnswering(db: Knex, scope: Scope, agencyId: string): Promise<Answering[]> {
  return db('memberships as m')
    .join('members as s', { 's.system_id': 'm.system_id', 's.person_id': 'm.person_id' })
    .join('people as p', 'p.id', 'm.person_id')
    .where({ 'm.system_id': scope.systemId, 'm.agency_id': agencyId })
    .whereNull('p.deactivated_at')
    .groupBy('m.person_id', 's.name')
    .orderBy('s.name')
    .select<Answering[]>({ personId: 'm.person_id', name: 's.name' });
}
