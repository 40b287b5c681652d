/** Writes answers with their history: the only place that does. */
import type { Knex } from 'knex';
import type { Scope } from '../../domain/access/scope.ts';
import { bumpResponse } from '../../db/responses.queries.ts';
import { levelColumns, type Change, type SentAnswer } from './save.ts';

/**
 * Saves the changes, each with a line of history, and counts the response's revision up once.
 * @param trx holds the response's lock
 */
export async function writeAnswers(
  trx: Knex,
  scope: Scope,
  write: { readonly responseId: string; readonly changes: readonly Change[]; readonly now: Date },
): Promise<void> {
  const { responseId, changes, now } = write;
  if (changes.length === 0) return;
  await trx('answers')
    .insert(
      changes.map((change) => ({
        ...rowOf(change, scope, responseId),
        ...levelColumns(change.sent),
        updated_at: now,
        updated_by: scope.personId,
      })),
    )
    .onConflict(['system_id', 'response_id', 'item_id'])
    .merge();
  await trx('answer_history').insert(
    changes.map((change) => ({
      ...rowOf(change, scope, responseId),
      changed_at: now,
      changed_by: scope.personId,
    })),
  );
  await bumpResponse(trx, scope, responseId, now);
}

function rowOf({ sent, revision }: Change, { systemId }: Scope, responseId: string) {
  return {
    system_id: systemId,
    response_id: responseId,
    item_id: sent.item.id,
    value: JSON.stringify(sent.value),
    revision,
  };
}

/** Each answer as it was at the revision that its page was made from; none where there was none. */
export async function findBases(
  db: Knex,
  scope: Scope,
  responseId: string,
  sent: readonly SentAnswer[],
): Promise<ReadonlyMap<string, unknown>> {
  if (sent.length === 0) return new Map();
  const rows = await db('answer_history')
    .where({ system_id: scope.systemId, response_id: responseId })
    .whereIn(
      ['item_id', 'revision'],
      sent.map(({ item, revision }) => [item.id, revision]),
    )
    .select('item_id', 'value');
  return new Map(rows.map(({ item_id, value }) => [item_id, value]));
}
