/** What a coordinator asked about the entries of a map, the newest sending of each question. */
import type { Knex } from 'knex';
import type { Scope } from '../../domain/access/scope.ts';

export interface AskedOfMap {
  readonly entryId: string;
  readonly itemId: string;
  readonly saidUnknown: boolean;
  readonly askedAt: Date;
  readonly askedBy: string;
}

export function listAskedOfMap(db: Knex, scope: Scope, responseId: string): Promise<AskedOfMap[]> {
  return db('asked_questions as q')
    .join('members as s', { 's.system_id': 'q.system_id', 's.person_id': 'q.asked_by' })
    .where({ 'q.system_id': scope.systemId, 'q.response_id': responseId })
    .distinctOn('q.entry_id', 'q.item_id')
    .orderBy(['q.entry_id', 'q.item_id', { column: 'q.asked_at', order: 'desc' }])
    .select<AskedOfMap[]>({
      entryId: 'q.entry_id',
      itemId: 'q.item_id',
      saidUnknown: 'q.said_unknown',
      askedAt: 'q.asked_at',
      askedBy: 's.name',
    });
}
