/** Reads the history of an entry. */
import type { Knex } from 'knex';
import type { Scope } from '../../domain/access/scope.ts';
import type { SimpleAnswers } from '../../domain/answers/answers.ts';
import type { Saved } from '../../domain/answers/history.ts';

export interface EntryState {
  readonly answers: SimpleAnswers;
  readonly removed: boolean;
}
export type SavedEntry = Saved<EntryState>;

/** The oldest first. */
export async function listEntryHistory(
  db: Knex,
  scope: Scope,
  entryId: string,
): Promise<SavedEntry[]> {
  const rows = await db('service_entry_history as h')
    .join('members as p', { 'p.system_id': 'h.system_id', 'p.person_id': 'h.changed_by' })
    .where({ 'h.system_id': scope.systemId, 'h.entry_id': entryId })
    .orderBy('h.revision')
    .select<(Omit<SavedEntry, 'value'> & EntryState)[]>({
      revision: 'h.revision',
      answers: 'h.answers',
      removed: 'h.removed',
      at: 'h.changed_at',
      byId: 'h.changed_by',
      by: 'p.name',
    });
  return rows.map(({ answers, removed, ...saved }) => ({ ...saved, value: { answers, removed } }));
}
