/** Writes comments on draft results, and their answers: each once, and never over somebody else's. */
import type { Knex } from 'knex';
import { recordAudit } from '../../db/audit.ts';
import type { Scope } from '../../domain/access/scope.ts';
import type { Comment, CommentSubject, PlaceInRound } from './comments.queries.ts';

export interface NewComment extends PlaceInRound {
  readonly id: string;
  readonly agencyId: string;
  readonly placeName: string;
  readonly subject: CommentSubject;
  readonly itemId: string | null;
  readonly text: string;
}

/** The same again, by the same person, writes nothing. @param trx a transaction that holds the check */
export async function addComment(
  trx: Knex,
  scope: Scope,
  comment: NewComment,
  now: Date,
): Promise<void> {
  const said = {
    system_id: scope.systemId,
    round_id: comment.roundId,
    place_id: comment.placeId,
    agency_id: comment.agencyId,
    subject: comment.subject,
    item_id: comment.itemId,
    text: comment.text,
    written_by: scope.personId,
  };
  if (await trx('check_comments').where(said).first('id')) return;
  await trx('check_comments').insert({ ...said, id: comment.id, written_at: now, revision: 1 });
  await note(trx, scope, { act: 'check.commented', ...comment }, now);
}

interface Change {
  readonly comment: Pick<Comment, 'id' | 'agencyId'>;
  readonly placeName: string;
  /** the revision that the form showed */
  readonly basedOn: number;
  readonly text: string;
}

/** While it is not answered. @returns false, and nothing written, where somebody was faster */
export async function changeComment(
  trx: Knex,
  scope: Scope,
  { comment, placeName, basedOn, text }: Change,
  now: Date,
): Promise<boolean> {
  const changed = await trx('check_comments')
    .where({ system_id: scope.systemId, id: comment.id, revision: basedOn })
    .whereNull('reply')
    .update({ text, written_at: now, written_by: scope.personId, revision: basedOn + 1 });
  if (changed === 0) return false;
  const { agencyId } = comment;
  await note(trx, scope, { act: 'check.comment-changed', agencyId, placeName }, now);
  return true;
}

/** Gives or changes the answer. @returns false, and nothing written, where somebody was faster */
export async function answerComment(
  trx: Knex,
  scope: Scope,
  { comment, placeName, basedOn, text }: Change,
  now: Date,
): Promise<boolean> {
  const answered = await trx('check_comments')
    .where({ system_id: scope.systemId, id: comment.id, revision: basedOn })
    .update({
      reply: text,
      replied_at: now,
      replied_by: scope.personId,
      revision: basedOn + 1,
    });
  if (answered === 0) return false;
  const { agencyId } = comment;
  await note(trx, scope, { act: 'check.answered', agencyId, placeName }, now);
  return true;
}

interface Deed {
  readonly act: string;
  readonly agencyId: string;
  readonly placeName: string;
}

function note(trx: Knex, scope: Scope, { act, agencyId, placeName }: Deed, now: Date) {
  return recordAudit(trx, {
    systemId: scope.systemId,
    personId: scope.personId,
    act,
    subjectType: 'agency',
    subjectId: agencyId,
    happenedAt: now,
    details: { changed: placeName },
  });
}
