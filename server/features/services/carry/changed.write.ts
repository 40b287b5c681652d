/** Notes that last round's entry has changed: a new one was saved from the form that showed it. */
import type { Knex } from 'knex';
import type { Scope } from '../../../domain/access/scope.ts';
import { deleteDecision, findCarriedFrom, insertDecision } from '../../../db/carry.queries.ts';
import { findEntry } from '../services.queries.ts';
import { sourceOf } from './carry-key.ts';

interface New {
  readonly responseId: string;
  /** of the page that it was saved from */
  readonly key: string;
  readonly entryId: string;
  readonly now: Date;
}

/**
 * That is the decision, also where somebody said meanwhile that it had ended: what was written stands.
 * Nothing for the page of any other entry. @param trx holds the response's lock
 */
export async function noteChanged(
  trx: Knex,
  scope: Scope,
  { responseId, key, entryId, now }: New,
): Promise<void> {
  const sourceId = sourceOf(key);
  const from = sourceId === undefined ? null : await findCarriedFrom(trx, scope, responseId);
  if (sourceId === undefined || from === null) return;
  if (!(await findEntry(trx, scope, from, sourceId))) return;
  const of = { responseId, kind: 'entry', sourceId } as const;
  await deleteDecision(trx, scope, of);
  await insertDecision(trx, scope, { ...of, decision: 'changed', entryId, now });
}
