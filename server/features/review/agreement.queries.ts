/** What was agreed for the domains and support elements of a Place: the only place that writes it. */
import type { Knex } from 'knex';
import { recordAudit } from '../../db/audit.ts';
import type { Scope } from '../../domain/access/scope.ts';
import type { Decision, Topic } from '../../domain/review/agreement.ts';
import type { PlaceInRound } from './place.queries.ts';

export interface Agreement extends PlaceInRound, Decision {
  /** everybody who was there, in words that stay */
  readonly present: string;
  /** the part of it that was typed: who is no reviewer */
  readonly othersPresent: string;
  /** the reviewers among them: they make the quorum */
  readonly presentIds: readonly string[];
  /** of the agreement that this one replaces; 0 for none */
  readonly basedOn: number;
  /** of a published correction: who proposed it and when; else it is recorded by who asks, now */
  readonly corrected?: { readonly byId: string; readonly at: Date };
}

/**
 * Records or replaces what was agreed; the one before stays in the history.
 * @param trx a transaction that holds the Place's lock: the audit trail is part of it
 * @returns false, and nothing written, where somebody has recorded another meanwhile
 */
export async function recordAgreement(
  trx: Knex,
  scope: Scope,
  agreement: Agreement,
  now: Date,
): Promise<boolean> {
  const key = keyOf(scope, agreement);
  const row = {
    level: agreement.level,
    colour: agreement.colour,
    rationale: agreement.rationale,
    dissent: agreement.dissent,
    present: agreement.present,
    revision: agreement.basedOn + 1,
    agreed_at: agreement.corrected?.at ?? now,
    agreed_by: agreement.corrected?.byId ?? scope.personId,
  };
  if (!(await write(trx, key, { ...row, others_present: agreement.othersPresent }))) return false;
  await trx('agreement_history').insert({ ...key, ...row });
  await trx('agreement_people').where(key).delete();
  if (agreement.presentIds.length > 0) {
    await trx('agreement_people').insert(
      agreement.presentIds.map((personId) => ({ ...key, person_id: personId })),
    );
  }
  await recordAudit(trx, {
    systemId: scope.systemId,
    personId: scope.personId,
    act: actOf(agreement),
    subjectType: 'place',
    subjectId: agreement.placeId,
    happenedAt: now,
    details: {
      round: agreement.roundId,
      [agreement.subject]: agreement.itemId,
      ...(agreement.subject === 'domain'
        ? { level: agreement.level }
        : { colour: agreement.colour }),
    },
  });
  return true;
}

const keyOf = (
  { systemId }: Scope,
  { roundId, placeId, subject, itemId }: PlaceInRound & Topic,
) => ({
  system_id: systemId,
  round_id: roundId,
  place_id: placeId,
  subject,
  item_id: itemId,
});

/** Only on the agreement that it was based on. */
async function write(
  trx: Knex,
  key: ReturnType<typeof keyOf>,
  row: { readonly revision: number } & Readonly<Record<string, unknown>>,
): Promise<boolean> {
  if (row.revision > 1) {
    const before = { ...key, revision: row.revision - 1 };
    return (await trx('agreements').where(before).update(row)) === 1;
  }
  const added = await trx<Record<string, unknown>>('agreements')
    .insert({ ...key, ...row })
    .onConflict(Object.keys(key))
    .ignore()
    .returning('item_id');
  return added.length === 1;
}

function actOf({ subject, level, corrected }: Agreement): string {
  if (corrected) return `${subject}.corrected`;
  if (subject === 'element') return 'element.agreed';
  return level === null ? 'domain.set-aside' : 'level.agreed';
}
