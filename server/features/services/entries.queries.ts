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
  entry: EntryWrite,
): Promise<void> {
  await insertEntries(trx, scope, target, [entry]);
}

/** Adds entries after the others, in a few statements however many there are. @param trx holds the response's lock */
export async function insertEntries(
  trx: Knex,
  scope: Scope,
  target: EntryTarget,
  entries: readonly EntryWrite[],
): Promise<void> {
  if (entries.length === 0) return;
  const last = await trx('service_entries')
    .where({ system_id: scope.systemId, response_id: target.responseId })
    .max<{ max: number | null }>('position as max')
    .first();
  const first = (last?.max ?? -1) + 1;
  await trx('service_entries').insert(
    entries.map(({ id, answers, now }, index) => ({
      system_id: scope.systemId,
      id,
      response_id: target.responseId,
      position: first + index,
      ...rowOf(target, answers),
      revision: 1,
      removed_at: null,
      updated_at: now,
      updated_by: scope.personId,
    })),
  );
  await writeAround(
    trx,
    scope,
    target,
    entries.map((entry) => ({ ...entry, revision: 1 })),
  );
}

/** Replaces an entry's answers; what is left out is no longer answered. @param trx holds the response's lock */
export async function updateEntry(
  trx: Knex,
  scope: Scope,
  target: EntryTarget,
  change: EntryChange,
): Promise<void> {
  await updateEntries(trx, scope, target, [change]);
}

/** The same of several, each of them once, in a few statements however many there are. @param trx holds the response's lock */
export async function updateEntries(
  trx: Knex,
  scope: Scope,
  target: EntryTarget,
  changes: readonly EntryChange[],
): Promise<void> {
  if (changes.length === 0) return;
  const entries = changes.map((change) => ({ ...change, revision: change.revision + 1 }));
  await trx.raw(
    `update service_entries e
      set name = n.name, group_id = n.group_id, status = n.status, places_stated = n.places_stated,
        answers = n.answers, revision = n.revision, updated_at = n.updated_at, updated_by = ?
      from jsonb_to_recordset(?::jsonb) as n(id uuid, name text, group_id text, status text,
        places_stated boolean, answers jsonb, revision integer, updated_at timestamptz)
      where e.system_id = ? and e.response_id = ? and e.id = n.id`,
    [
      scope.personId,
      JSON.stringify(
        entries.map(({ id, answers, revision, now }) => ({
          ...{ id, revision, updated_at: now },
          ...rowOf(target, answers),
          answers,
        })),
      ),
      scope.systemId,
      target.responseId,
    ],
  );
  await trx('service_entry_places')
    .where({ system_id: scope.systemId })
    .whereIn(
      'entry_id',
      entries.map(({ id }) => id),
    )
    .delete();
  await writeAround(trx, scope, target, entries);
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
  await deleteAbsences(trx, scope, target, [entry]);
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

/** Everything beside the entries' own rows; one moment for all of them. */
async function writeAround(
  trx: Knex,
  scope: Scope,
  target: EntryTarget,
  entries: readonly EntryChange[],
): Promise<void> {
  const pairs = entries.flatMap(({ id, answers }) =>
    entryColumns(target.item, answers).placeIds.map((placeId) => [id, placeId] as const),
  );
  if (pairs.length > 0) {
    await trx.raw(
      `insert into service_entry_places (system_id, entry_id, place_id)
        select ?::uuid, pair.entry, pair.place from unnest(?::uuid[], ?::uuid[]) as pair(entry, place)`,
      [scope.systemId, pairs.map(([id]) => id), pairs.map(([, placeId]) => placeId)],
    );
  }
  await deleteAbsences(trx, scope, target, entries);
  await insertHistory(
    trx,
    scope,
    entries.map((entry) => ({ ...entry, removed: false })),
  );
  const [{ now } = { now: undefined }] = entries;
  if (now) await bumpResponse(trx, scope, target.responseId, now);
}

/** Where there is an entry now, "no service" no longer holds. */
async function deleteAbsences(
  trx: Knex,
  scope: Scope,
  { responseId, item }: EntryTarget,
  entries: readonly EntryWrite[],
): Promise<void> {
  const served = entries.flatMap(({ answers }) => {
    const { groupId, placeIds } = entryColumns(item, answers);
    return groupId === null ? [] : placeIds.map((placeId) => [groupId, placeId] as const);
  });
  if (served.length === 0) return;
  await trx('no_service')
    .where({ system_id: scope.systemId, response_id: responseId })
    .whereRaw('(group_id, place_id) in (select * from unnest(?::text[], ?::uuid[]))', [
      served.map(([groupId]) => groupId),
      served.map(([, placeId]) => placeId),
    ])
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
  await insertHistory(trx, scope, [{ ...entry, revision }]);
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

async function insertHistory(trx: Knex, scope: Scope, entries: readonly Removal[]): Promise<void> {
  await trx('service_entry_history').insert(
    entries.map(({ id, revision, answers, removed, now }) => ({
      system_id: scope.systemId,
      entry_id: id,
      revision,
      answers: JSON.stringify(answers),
      removed,
      changed_at: now,
      changed_by: scope.personId,
    })),
  );
}
