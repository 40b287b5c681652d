/** Writes what the sub-group agreed for a domain in a Place: the only place that does. */
import type { Knex } from 'knex';
import type { Scope } from '../../domain/access/scope.ts';
import type { Level } from '../../domain/scoring/score.ts';
import { recordAudit } from '../../db/audit.ts';

export interface Agreement {
  readonly roundId: string;
  readonly placeId: string;
  /** the domain */
  readonly itemId: string;
  readonly level: Level;
  readonly rationale: string;
  /** who was there, as written down */
  readonly present: string;
  readonly dissent: string | null;
}

/** Records or replaces the agreed level. @param trx a transaction: the audit trail is part of it */
export async function recordAgreement(
  trx: Knex,
  scope: Scope,
  agreement: Agreement,
  now: Date,
): Promise<void> {
  const { roundId, placeId, itemId, level } = agreement;
  await trx('agreed_levels')
    .insert({
      system_id: scope.systemId,
      round_id: roundId,
      place_id: placeId,
      item_id: itemId,
      level,
      rationale: agreement.rationale,
      present: agreement.present,
      dissent: agreement.dissent,
      agreed_at: now,
      agreed_by: scope.personId,
    })
    .onConflict(['system_id', 'round_id', 'place_id', 'item_id'])
    .merge();
  await recordAudit(trx, {
    systemId: scope.systemId,
    personId: scope.personId,
    act: 'level.agreed',
    subjectType: 'place',
    subjectId: placeId,
    happenedAt: now,
    details: { round: roundId, domain: itemId, level },
  });
}
