/** Signs a Place off, and reopens it: the only place that writes it. */
import type { Knex } from 'knex';
import { recordAudit } from '../../db/audit.ts';
import type { Scope } from '../../domain/access/scope.ts';
import type { PlaceInRound } from './place.queries.ts';

/** @param trx a transaction that holds the Place's lock, and in which nothing stands in the way */
export async function signOff(
  trx: Knex,
  scope: Scope,
  { id, now, ...at }: PlaceInRound & { readonly id: string; readonly now: Date },
): Promise<void> {
  await trx('sign_offs').insert({
    ...keyOf(scope, at),
    id,
    signed_at: now,
    signed_by: scope.personId,
    reopened_at: null,
    reopened_by: null,
    reopen_reason: null,
  });
  await record(trx, scope, at, { act: 'review.signed-off', now, details: {} });
}

/**
 * Ends the sign-off that stands; it stays in the history with the reason.
 * One that has ended already is left as it is.
 * @param trx a transaction that holds the Place's lock
 */
export async function reopen(
  trx: Knex,
  scope: Scope,
  {
    signOffId,
    reason,
    now,
    ...at
  }: PlaceInRound & { readonly signOffId: string; readonly reason: string; readonly now: Date },
): Promise<void> {
  const ended = await trx('sign_offs')
    .where({ ...keyOf(scope, at), id: signOffId })
    .whereNull('reopened_at')
    .update({ reopened_at: now, reopened_by: scope.personId, reopen_reason: reason });
  if (ended === 0) return;
  await record(trx, scope, at, { act: 'review.reopened', now, details: { reason } });
}

const keyOf = ({ systemId }: Scope, { roundId, placeId }: PlaceInRound) => ({
  system_id: systemId,
  round_id: roundId,
  place_id: placeId,
});

function record(
  trx: Knex,
  { systemId, personId }: Scope,
  { roundId, placeId }: PlaceInRound,
  {
    act,
    now,
    details,
  }: {
    readonly act: string;
    readonly now: Date;
    readonly details: Readonly<Record<string, string>>;
  },
): Promise<void> {
  return recordAudit(trx, {
    systemId,
    personId,
    act,
    subjectType: 'place',
    subjectId: placeId,
    happenedAt: now,
    details: { round: roundId, ...details },
  });
}
