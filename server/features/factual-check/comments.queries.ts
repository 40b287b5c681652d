/** The factual check of a Place in a round: until when it runs, who is asked, and what agencies say of the draft. */
import type { Knex } from 'knex';
import { askedAgencies } from '../../db/asked-agencies.ts';
import type { Scope } from '../../domain/access/scope.ts';
import { AppError, notFound } from '../../domain/errors.ts';
import { roundAllows, type RoundAct } from '../../domain/round/workflow.ts';
import type { RoundStatus } from '../../domain/round/round.ts';

/** A Place in a round. */
export interface PlaceInRound {
  readonly roundId: string;
  readonly placeId: string;
}

interface Check {
  /** null where it has not begun */
  readonly endsAt: Date | null;
  /** ids of the agencies asked about the Place */
  readonly asked: readonly string[];
}

/** @throws not found where the round does not have the Place */
export async function findCheck(
  db: Knex,
  scope: Scope,
  { roundId, placeId }: PlaceInRound,
): Promise<Check> {
  const found = await db('round_places as rp')
    .join('rounds as ro', { 'ro.system_id': 'rp.system_id', 'ro.id': 'rp.round_id' })
    .where({ 'rp.system_id': scope.systemId, 'rp.round_id': roundId, 'rp.place_id': placeId })
    .first<Check | undefined>(
      { endsAt: 'ro.factual_check_ends_at' },
      db.raw(`${askedAgencies} as asked`),
    );
  if (!found) throw notFound();
  return found;
}

export interface Agency {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
}

/** By name. */
export function listAgencies(db: Knex, scope: Scope, ids: readonly string[]): Promise<Agency[]> {
  return db('agencies')
    .where('system_id', scope.systemId)
    .whereIn('id', [...ids])
    .orderBy('name')
    .select<Agency[]>('id', 'slug', 'name');
}

export type CommentSubject = 'place' | 'domain' | 'element';

export interface Comment {
  readonly id: string;
  readonly subject: CommentSubject;
  /** of the domain or the element; null: the Place as a whole */
  readonly itemId: string | null;
  readonly agencyId: string;
  readonly agency: string;
  readonly text: string;
  readonly writtenAt: Date;
  readonly writtenById: string;
  readonly writtenBy: string;
  /** null before it is answered */
  readonly reply: string | null;
  readonly repliedAt: Date | null;
  readonly repliedBy: string | null;
  readonly revision: number;
}

/** The unanswered ones first. @param agencyIds whose; null: everybody's. Others' are not read. */
export function listComments(
  db: Knex,
  scope: Scope,
  { roundId, placeId, agencyIds }: PlaceInRound & { readonly agencyIds: readonly string[] | null },
): Promise<Comment[]> {
  return db('check_comments as c')
    .join('agencies as g', { 'g.system_id': 'c.system_id', 'g.id': 'c.agency_id' })
    .join('members as w', { 'w.system_id': 'c.system_id', 'w.person_id': 'c.written_by' })
    .leftJoin('members as b', { 'b.system_id': 'c.system_id', 'b.person_id': 'c.replied_by' })
    .where({ 'c.system_id': scope.systemId, 'c.round_id': roundId, 'c.place_id': placeId })
    .modify((query) => {
      if (agencyIds) void query.whereIn('c.agency_id', [...agencyIds]);
    })
    .orderByRaw('c.reply is not null, c.written_at, c.id')
    .select<Comment[]>({
      id: 'c.id',
      subject: 'c.subject',
      itemId: 'c.item_id',
      agencyId: 'c.agency_id',
      agency: 'g.name',
      text: 'c.text',
      writtenAt: 'c.written_at',
      writtenById: 'c.written_by',
      writtenBy: 'w.name',
      reply: 'c.reply',
      repliedAt: 'c.replied_at',
      repliedBy: 'b.name',
      revision: 'c.revision',
    });
}

/**
 * Holds the Place, so that the same comment sent twice is one, and the round as it is, so that nothing is written
 * beside its publication. @param trx a transaction: the locks are held until it ends
 * @throws conflict where the round does not take it any more, or not yet
 */
export async function holdCheck(
  trx: Knex,
  scope: Scope,
  { roundId, placeId }: PlaceInRound,
  act: Extract<RoundAct, 'comment' | 'review'>,
): Promise<void> {
  const round = await trx('rounds')
    .where({ system_id: scope.systemId, id: roundId })
    .forShare()
    .first<{ status: RoundStatus } | undefined>('status');
  if (!round) throw notFound();
  if (!roundAllows(act, round.status)) {
    throw new AppError(
      'conflict',
      act === 'comment'
        ? 'Comments are taken during the factual check only. What was said before stays on its page.'
        : 'Comments are answered until the results are published. What was said before stays on their page.',
    );
  }
  await trx('round_places')
    .where({ system_id: scope.systemId, round_id: roundId, place_id: placeId })
    .forUpdate()
    .first('place_id');
}
