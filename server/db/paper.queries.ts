/** Says of a response that it came on paper: who keys it in stands beside it from then on (Design 9). */
import type { Knex } from 'knex';
import type { Scope } from '../domain/access/scope.ts';
import { recordAudit } from './audit.ts';

/**
 * Once: whoever keyed in first stays named. Answers are marked by the statement that saves them.
 * @param scope of the person who keys it in. @param trx holds the response's lock
 */
export async function markAsPaper(
  trx: Knex,
  scope: Scope,
  { responseId, now }: { readonly responseId: string; readonly now: Date },
): Promise<void> {
  const marked = await trx('responses')
    .where({ system_id: scope.systemId, id: responseId, provenance: 'online' })
    .update({ provenance: 'paper', keyed_by: scope.personId });
  if (marked === 0) return;
  await recordAudit(trx, {
    systemId: scope.systemId,
    personId: scope.personId,
    act: 'response.keyed-in',
    subjectType: 'response',
    subjectId: responseId,
    happenedAt: now,
  });
}
