/** Writes answers with their history: the only place that does. */
import type { Knex } from 'knex';
import type { Scope } from '../../domain/access/scope.ts';
import { levelColumns, type Change, type SentAnswer } from './save.ts';

/**
 * Saves the changes, each with a line of history, and counts the response's revision up once: in
 * one statement, since a save waits for every round trip.
 * @param trx holds the response's lock
 */
export async function writeAnswers(
  trx: Knex,
  scope: Scope,
  write: { readonly responseId: string; readonly changes: readonly Change[]; readonly now: Date },
): Promise<void> {
  const { responseId, changes, now } = write;
  if (changes.length === 0) return;
  const rows = changes.map(({ sent, revision }) => ({
    item_id: sent.item.id,
    value: sent.value,
    revision,
    ...levelColumns(sent),
  }));
  await trx.raw(
    `with changed as (
      select * from jsonb_to_recordset(:rows::jsonb) as c(item_id text, value jsonb,
        revision integer, level smallint, has_level boolean, has_evidence boolean)
    ), noted as (
      insert into answer_history
        (system_id, response_id, item_id, revision, value, changed_at, changed_by)
      select :system, :response, item_id, revision, value, :now::timestamptz, :person
      from changed
    ), counted as (
      update responses set revision = revision + 1, updated_at = :now
      where system_id = :system and id = :response
    )
    insert into answers (system_id, response_id, item_id, level, has_level, has_evidence,
      value, revision, updated_at, updated_by)
    select :system, :response, item_id, level, has_level, has_evidence,
      value, revision, :now::timestamptz, :person
    from changed
    on conflict (system_id, response_id, item_id) do update set
      level = excluded.level, has_level = excluded.has_level,
      has_evidence = excluded.has_evidence, value = excluded.value,
      revision = excluded.revision, updated_at = excluded.updated_at,
      updated_by = excluded.updated_by`,
    {
      rows: JSON.stringify(rows),
      system: scope.systemId,
      response: responseId,
      person: scope.personId,
      now,
    },
  );
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
