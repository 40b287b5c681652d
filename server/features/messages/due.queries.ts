/** Is a message still due? Asked when it is sent: much may have happened since it was queued. */
import type { Knex } from 'knex';
import type { Claimed } from '../../db/outbox.queries.ts';
import { allows, type ResponseStatus } from '../../domain/round/response.ts';
import type { RoundStatus } from '../../domain/round/round.ts';

/** False once all that it reminds of is submitted, or the person has no role in the system any more. */
export async function isStillDue(
  db: Knex,
  { systemId, personId, awaited }: Pick<Claimed, 'systemId' | 'personId' | 'awaited'>,
): Promise<boolean> {
  if (systemId === null) return true;
  const role = await db('memberships')
    .where({ system_id: systemId, person_id: personId })
    .first('id');
  if (!role) return false;
  return awaited === null || isAwaited(db, systemId, awaited);
}

async function isAwaited(
  db: Knex,
  systemId: string,
  responseIds: readonly string[],
): Promise<boolean> {
  const responses = await db('responses as r')
    .join('assignments as a', { 'a.system_id': 'r.system_id', 'a.id': 'r.assignment_id' })
    .join('rounds as ro', { 'ro.system_id': 'a.system_id', 'ro.id': 'a.round_id' })
    .where('r.system_id', systemId)
    .whereIn('r.id', [...responseIds])
    .select<{ status: ResponseStatus; roundStatus: RoundStatus }[]>({
      status: 'r.status',
      roundStatus: 'ro.status',
    });
  return responses.some(({ status, roundStatus }) => allows('submit', status, roundStatus));
}
