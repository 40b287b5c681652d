/** What people wrote of a round for a Board: one row for a round, and every state that it had. */
import type { Knex } from 'knex';
import type { Scope } from '../../../domain/access/scope.ts';
import type { Saved } from '../../../domain/answers/history.ts';
import type { BoardPaper } from '../../../domain/board/board-paper.ts';

export interface StoredPaper {
  readonly content: BoardPaper;
  readonly revision: number;
  readonly at: Date;
  readonly by: string;
}

/** Undefined before the first words. */
export function findPaper(
  db: Knex,
  scope: Scope,
  roundId: string,
): Promise<StoredPaper | undefined> {
  return db('board_papers as b')
    .join('members as m', { 'm.system_id': 'b.system_id', 'm.person_id': 'b.changed_by' })
    .where({ 'b.system_id': scope.systemId, 'b.round_id': roundId })
    .first<StoredPaper | undefined>({
      content: 'b.content',
      revision: 'b.revision',
      at: 'b.changed_at',
      by: 'm.name',
    });
}

/** Somebody has written something, and not taken all of it back. */
export async function isPaperBegun(
  db: Knex,
  { systemId }: Scope,
  roundId: string,
): Promise<boolean> {
  const row = await db('board_papers')
    .where({ system_id: systemId, round_id: roundId })
    .whereRaw(`exists (select from jsonb_each_text(content) as field where field.value <> '')`)
    .first('revision');
  return row !== undefined;
}

/** The oldest first. */
export function listPaperHistory(
  db: Knex,
  scope: Scope,
  roundId: string,
): Promise<Saved<BoardPaper>[]> {
  return db('board_paper_history as h')
    .join('members as m', { 'm.system_id': 'h.system_id', 'm.person_id': 'h.changed_by' })
    .where({ 'h.system_id': scope.systemId, 'h.round_id': roundId })
    .orderBy('h.revision')
    .select<Saved<BoardPaper>[]>({
      revision: 'h.revision',
      value: 'h.content',
      at: 'h.changed_at',
      byId: 'h.changed_by',
      by: 'm.name',
    });
}

/** As it was after so many changes; undefined where it never was. */
export async function findPaperAt(
  db: Knex,
  scope: Scope,
  { roundId, revision }: { readonly roundId: string; readonly revision: number },
): Promise<BoardPaper | undefined> {
  const row = await db('board_paper_history')
    .where({ system_id: scope.systemId, round_id: roundId, revision })
    .first('content');
  return row?.content;
}

export interface PaperWish {
  readonly roundId: string;
  readonly content: BoardPaper;
  /** of the paper as it was when this was decided; 0 for none */
  readonly basedOn: number;
}

/**
 * @param trx a transaction: both rows are written, or neither
 * @returns false, and nothing written, where somebody has saved meanwhile
 */
export async function storePaper(
  trx: Knex,
  { systemId: system_id, personId }: Scope,
  { roundId: round_id, content, basedOn }: PaperWish,
  now: Date,
): Promise<boolean> {
  const state = {
    content: JSON.stringify(content),
    revision: basedOn + 1,
    changed_at: now,
    changed_by: personId,
  };
  const row = { ...state, system_id, round_id };
  const written =
    basedOn === 0
      ? (
          await trx('board_papers')
            .insert(row)
            .onConflict(['system_id', 'round_id'])
            .ignore()
            .returning('revision')
        ).length
      : await trx('board_papers').where({ system_id, round_id, revision: basedOn }).update(state);
  if (written === 0) return false;
  await trx('board_paper_history').insert(row);
  return true;
}
