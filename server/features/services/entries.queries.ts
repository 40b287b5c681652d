/** Writes service entries, each with the Places it serves and a line of history: the only place that does. */
import type { Knex } from 'knex';
import type { Scope } from '../../domain/access/scope.ts';
import type { SimpleAnswers } from '../../domain/answers/answers.ts';
import type { EntriesItem } from '../../domain/instrument/definition.ts';
import { recordAudit } from '../../db/audit.ts';
import { bumpResponse } from '../../db/responses.queries.ts';
import { entryColumns } from './entry.columns.ts';

/** The entries of one response. */
export interface EntryTarget {
  readonly responseId: string;
  readonly item: EntriesItem;
}
export interface EntryWrite {
  readonly id: string;
  /** by item id; Places by id */
  readonly answers: SimpleAnswers;
  readonly now: Date;
}
/** An entry that is there already, as it was when it was read under the response's lock. */
export interface EntryChange extends EntryWrite {
  readonly revision: number;
}

/** Adds an entry after the others. @param trx holds the response's lock */
export async function insertEntry(
  trx: Knex,
  scope: Scope,
  target: EntryTarget,
  { id, answers, now }: EntryWrite,
): Promise<void> {
  const last = await trx('service_entries')
    .where({ system_id: scope.systemId, response_id: target.responseId })
    .max<{ max: number | null }>('position as max')
    .first();
  await trx('service_entries').insert({
    system_id: scope.systemId,
    id,
    response_id: target.responseId,
    position: (last?.max ?? -1) + 1,
    ...rowOf(target, answers),
    revision: 1,
    removed_at: null,
    updated_at: now,
    updated_by: scope.personId,
  });
  await writeAround(trx, scope, target, { id, answers, now, revision: 1 });
}

/** Replaces an entry's answers; what is left out is no longer answered. @param trx holds the response's lock */
export async function updateEntry(
  trx: Knex,
  scope: Scope,
  target: EntryTarget,
  change: EntryChange,
): Promise<void> {
  const revision = change.revision + 1;
  await trx('service_entries')
    .where({ system_id: scope.systemId, response_id: target.responseId, id: change.id })
    .update({
      ...rowOf(target, change.answers),
      revision,
      updated_at: change.now,
      updated_by: scope.personId,
    });
  await trx('service_entry_places')
    .where({ system_id: scope.systemId, entry_id: change.id })
    .delete();
  await writeAround(trx, scope, target, { ...change, revision });
}

/** Takes the entry out of the list; its answers and its history stay. @param trx holds the response's lock */
export async function removeEntry(
  trx: Knex,
  scope: Scope,
  target: EntryTarget,
  entry: EntryChange,
): Promise<void> {
  await setRemoved(trx, scope, target, { ...entry, removed: true });
}

/** Puts a removed entry back as it was. @param trx holds the response's lock */
export async function restoreEntry(
  trx: Knex,
  scope: Scope,
  target: EntryTarget,
  entry: EntryChange,
): Promise<void> {
  await setRemoved(trx, scope, target, { ...entry, removed: false });
  await deleteAbsences(trx, scope, target, entry);
}

function rowOf({ item }: EntryTarget, answers: SimpleAnswers) {
  const { name, groupId, status, placeIds } = entryColumns(item, answers);
  return {
    name,
    group_id: groupId,
    status,
    places_stated: placeIds.length > 0,
    answers: JSON.stringify(answers),
  };
}

/** Everything beside the entry's own row. */
async function writeAround(
  trx: Knex,
  scope: Scope,
  target: EntryTarget,
  entry: EntryChange,
): Promise<void> {
  const { placeIds } = entryColumns(target.item, entry.answers);
  if (placeIds.length > 0) {
    await trx('service_entry_places').insert(
      placeIds.map((place_id) => ({ system_id: scope.systemId, entry_id: entry.id, place_id })),
    );
  }
  await deleteAbsences(trx, scope, target, entry);
  await insertHistory(trx, scope, { ...entry, removed: false });
  await bumpResponse(trx, scope, target.responseId, entry.now);
}

/** Where there is an entry now, "no service" no longer holds. */
async function deleteAbsences(
  trx: Knex,
  scope: Scope,
  { responseId, item }: EntryTarget,
  { answers }: EntryWrite,
): Promise<void> {
  const { groupId, placeIds } = entryColumns(item, answers);
  if (groupId === null || placeIds.length === 0) return;
  await trx('no_service')
    .where({ system_id: scope.systemId, response_id: responseId, group_id: groupId })
    .whereIn('place_id', [...placeIds])
    .delete();
}

interface Removal extends EntryChange {
  readonly removed: boolean;
}

async function setRemoved(
  trx: Knex,
  scope: Scope,
  { responseId }: EntryTarget,
  entry: Removal,
): Promise<void> {
  const revision = entry.revision + 1;
  await trx('service_entries')
    .where({ system_id: scope.systemId, response_id: responseId, id: entry.id })
    .update({
      removed_at: entry.removed ? entry.now : null,
      revision,
      updated_at: entry.now,
      updated_by: scope.personId,
    });
  await insertHistory(trx, scope, { ...entry, revision });
  await bumpResponse(trx, scope, responseId, entry.now);
  await recordAudit(trx, {
    systemId: scope.systemId,
    personId: scope.personId,
    act: entry.removed ? 'entry.removed' : 'entry.restored',
    subjectType: 'service-entry',
    subjectId: entry.id,
    happenedAt: entry.now,
  });
}

async function insertHistory(trx: Knex, scope: Scope, entry: Removal): Promise<void> {
  await trx('service_entry_history').insert({
    system_id: scope.systemId,
    entry_id: entry.id,
    revision: entry.revision,
    answers: JSON.stringify(entry.answers),
    removed: entry.removed,
    changed_at: entry.now,
    changed_by: scope.personId,
  });
}
