/** Reads the history of answers. */
import type { Knex } from 'knex';
import type { Scope } from '../../domain/access/scope.ts';
import type { Saved } from '../../domain/answers/history.ts';

export interface SavedAnswer extends Saved<unknown> {
  readonly itemId: string;
}

/** The oldest first. */
export function listHistory(
  db: Knex,
  scope: Scope,
  responseId: string,
  itemIds: readonly string[],
): Promise<SavedAnswer[]> {
  return db('answer_history as h')
    .join('members as p', { 'p.system_id': 'h.system_id', 'p.person_id': 'h.changed_by' })
    .where({ 'h.system_id': scope.systemId, 'h.response_id': responseId })
    .whereIn('h.item_id', [...itemIds])
    .orderBy(['h.item_id', 'h.revision'])
    .select<SavedAnswer[]>({
      itemId: 'h.item_id',
      revision: 'h.revision',
      value: 'h.value',
      at: 'h.changed_at',
      byId: 'h.changed_by',
      by: 'p.name',
    });
}
