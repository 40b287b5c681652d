/** The history of an action: who changed what, when, with which note. */
import type { Knex } from 'knex';
import type { Scope } from '../../domain/access/scope.ts';
import type { ActionChange } from '../../domain/actions/change.ts';

export interface HistoryLine {
  readonly revision: number;
  readonly at: Date;
  readonly by: string;
  readonly changes: readonly ActionChange[];
  readonly note: string;
  /** the round at whose beginning it was gone through; null elsewhere */
  readonly reviewRound: string | null;
}

/** The last first; the first line of all is the raising. */
export function listHistory(db: Knex, scope: Scope, actionId: string): Promise<HistoryLine[]> {
  return db('action_changes as h')
    .join('members as m', { 'm.system_id': 'h.system_id', 'm.person_id': 'h.changed_by' })
    .leftJoin('rounds as r', { 'r.system_id': 'h.system_id', 'r.id': 'h.review_round_id' })
    .where({ 'h.system_id': scope.systemId, 'h.action_id': actionId })
    .orderBy('h.revision', 'desc')
    .select<HistoryLine[]>({
      revision: 'h.revision',
      at: 'h.changed_at',
      by: 'm.name',
      changes: 'h.changes',
      note: 'h.note',
      reviewRound: 'r.name',
    });
}
