/** Writes "no service": an agency has nothing to enter for one of its sectors in a Place. */
import type { Knex } from 'knex';
import type { Scope } from '../../domain/access/scope.ts';
import { recordAudit, type AuditEvent } from '../../db/audit.ts';
import { bumpResponse } from '../../db/responses.queries.ts';

export interface AbsenceWrite {
  readonly responseId: string;
  readonly groupId: string;
  readonly placeId: string;
  readonly now: Date;
}

/** Said again, it changes nothing. @param trx holds the response's lock */
export async function sayNoService(trx: Knex, scope: Scope, write: AbsenceWrite): Promise<void> {
  const rows = await trx('no_service')
    .insert({ ...keyOf(scope, write), said_at: write.now, said_by: scope.personId })
    .onConflict(['system_id', 'response_id', 'group_id', 'place_id'])
    .ignore()
    .returning('group_id');
  if (rows.length > 0) await note(trx, scope, write, 'no-service.said');
}

/** The question is open again. @param trx holds the response's lock */
export async function takeBackNoService(
  trx: Knex,
  scope: Scope,
  write: AbsenceWrite,
): Promise<void> {
  const deleted = await trx('no_service').where(keyOf(scope, write)).delete();
  if (deleted > 0) await note(trx, scope, write, 'no-service.taken-back');
}

function keyOf({ systemId }: Scope, { responseId, groupId, placeId }: AbsenceWrite) {
  return {
    system_id: systemId,
    response_id: responseId,
    group_id: groupId,
    place_id: placeId,
  };
}

async function note(
  trx: Knex,
  scope: Scope,
  { responseId, groupId, placeId, now }: AbsenceWrite,
  act: AuditEvent['act'],
): Promise<void> {
  await bumpResponse(trx, scope, responseId, now);
  await recordAudit(trx, {
    systemId: scope.systemId,
    personId: scope.personId,
    act,
    subjectType: 'response',
    subjectId: responseId,
    happenedAt: now,
    details: { group: groupId, place: placeId },
  });
}
