/** What is entered of a Place's births and need: a row for each year, and every state that it had. */
import type { Knex } from 'knex';
import type { Scope } from '../../../domain/access/scope.ts';
import type { SimpleAnswers } from '../../../domain/answers/answers.ts';
import type { Saved } from '../../../domain/answers/history.ts';
import { needInstrument } from '../../../domain/needs/entered.ts';

export interface StoredNeed {
  readonly id: string;
  readonly placeId: string;
  readonly year: number;
  readonly answers: SimpleAnswers;
  readonly revision: number;
  readonly at: Date;
  readonly by: string;
  /** null while it counts */
  readonly removedAt: Date | null;
}

/** The newest version of the instrument; undefined where none is published. */
export async function findNeedVersion(db: Knex): Promise<string | undefined> {
  const row = await db('instrument_versions')
    .where({ instrument_id: needInstrument })
    .orderBy('published_at', 'desc')
    .first('id');
  return row?.id;
}

/** Of the whole system, the newest year first; of what was removed, what was removed last. */
export function listNeeds(db: Knex, scope: Scope): Promise<StoredNeed[]> {
  return db('population_needs as n')
    .join('members as m', { 'm.system_id': 'n.system_id', 'm.person_id': 'n.changed_by' })
    .where('n.system_id', scope.systemId)
    .orderBy([
      { column: 'n.year', order: 'desc' },
      { column: 'n.removed_at', order: 'desc' },
    ])
    .select<StoredNeed[]>({
      id: 'n.id',
      placeId: 'n.place_id',
      year: 'n.year',
      answers: 'n.answers',
      revision: 'n.revision',
      at: 'n.changed_at',
      by: 'm.name',
      removedAt: 'n.removed_at',
    });
}

/** The oldest first. */
export async function listNeedHistory(
  db: Knex,
  scope: Scope,
  needId: string,
): Promise<Saved<SimpleAnswers>[]> {
  return db('population_need_history as h')
    .join('members as m', { 'm.system_id': 'h.system_id', 'm.person_id': 'h.changed_by' })
    .where({ 'h.system_id': scope.systemId, 'h.need_id': needId })
    .orderBy('h.revision')
    .select<Saved<SimpleAnswers>[]>({
      revision: 'h.revision',
      value: 'h.answers',
      at: 'h.changed_at',
      byId: 'h.changed_by',
      by: 'm.name',
    });
}

export interface NeedWish {
  readonly id: string;
  readonly placeId: string;
  readonly year: number;
  readonly versionId: string;
  readonly answers: SimpleAnswers;
}

/** @param revision that it gets: 1 for what is new. @param trx both rows are written, or neither */
export async function storeNeed(
  trx: Knex,
  scope: Pick<Scope, 'systemId' | 'personId'>,
  { id, placeId, year, versionId, answers }: NeedWish,
  { revision, now }: { readonly revision: number; readonly now: Date },
): Promise<void> {
  const state = {
    system_id: scope.systemId,
    year,
    version_id: versionId,
    answers: JSON.stringify(answers),
    revision,
    changed_at: now,
    changed_by: scope.personId,
  };
  if (revision === 1) {
    await trx('population_needs').insert({ ...state, id, place_id: placeId, removed_at: null });
  } else {
    await trx('population_needs').where({ system_id: scope.systemId, id }).update(state);
  }
  await trx('population_need_history').insert({ ...state, need_id: id });
}

/** @param removedAt null: it counts again */
export async function markRemoved(
  trx: Knex,
  { systemId }: Pick<Scope, 'systemId'>,
  { id, removedAt }: Pick<StoredNeed, 'id' | 'removedAt'>,
): Promise<void> {
  await trx('population_needs')
    .where({ system_id: systemId, id })
    .update({ removed_at: removedAt });
}
