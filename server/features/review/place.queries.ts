/** The review of a Place: who reviews it, whether it is signed off, and the lock under which all of it is written. */
import type { Knex } from 'knex';
import { AppError, notFound } from '../../domain/errors.ts';
import type { Scope } from '../../domain/access/scope.ts';
import type { Reviewer } from '../../domain/review/agreement.ts';
import { roundAllows } from '../../domain/round/workflow.ts';
import type { RoundStatus } from '../../domain/round/round.ts';

/** A Place in a round. */
export interface PlaceInRound {
  readonly roundId: string;
  readonly placeId: string;
}

export interface SignOff {
  readonly id: string;
  readonly signedAt: Date;
  readonly signedBy: string;
  /** null while it stands */
  readonly reopenedAt: Date | null;
  readonly reopenedBy: string | null;
  readonly reason: string | null;
}

/** The sign-offs of a Place in a round, the last first: one at most stands. */
export function listSignOffs(
  db: Knex,
  scope: Scope,
  { roundId, placeId }: PlaceInRound,
): Promise<SignOff[]> {
  return db('sign_offs as o')
    .join('members as s', { 's.system_id': 'o.system_id', 's.person_id': 'o.signed_by' })
    .leftJoin('members as b', { 'b.system_id': 'o.system_id', 'b.person_id': 'o.reopened_by' })
    .where({ 'o.system_id': scope.systemId, 'o.round_id': roundId, 'o.place_id': placeId })
    .orderBy('o.signed_at', 'desc')
    .select<SignOff[]>({
      id: 'o.id',
      signedAt: 'o.signed_at',
      signedBy: 's.name',
      reopenedAt: 'o.reopened_at',
      reopenedBy: 'b.name',
      reason: 'o.reopen_reason',
    });
}

/** The reviewers of a Place, the chair first; with the agencies asked there that they also answer for. */
export function listReviewers(
  db: Knex,
  scope: Scope,
  { roundId, placeId }: PlaceInRound,
): Promise<Reviewer[]> {
  return db('memberships as m')
    .join('members as s', { 's.system_id': 'm.system_id', 's.person_id': 'm.person_id' })
    .join('membership_places as mp', {
      'mp.system_id': 'm.system_id',
      'mp.membership_id': 'm.id',
    })
    .join('people as p', 'p.id', 'm.person_id')
    .where({ 'm.system_id': scope.systemId, 'm.role': 'reviewer', 'mp.place_id': placeId })
    .whereNull('p.deactivated_at')
    .groupBy('m.system_id', 'm.person_id', 's.name')
    .orderByRaw('bool_or(m.is_chair) desc, s.name')
    .select<Reviewer[]>(
      { personId: 'm.person_id', name: 's.name' },
      db.raw('bool_or(m.is_chair) as "isChair"'),
      db.raw(
        `array(
        select distinct g.name from memberships o
        join agencies g on g.system_id = o.system_id and g.id = o.agency_id
        join round_agency_places ap on ap.system_id = o.system_id and ap.agency_id = o.agency_id
        where o.system_id = m.system_id and o.person_id = m.person_id
          and ap.round_id = ? and ap.place_id = ?
        order by g.name) as agencies`,
        [roundId, placeId],
      ),
    );
}

/** How many reviewers must be present at each decision of the round; frozen at its opening. */
export async function findQuorum(db: Knex, scope: Scope, roundId: string): Promise<number> {
  const round = await db('rounds')
    .where({ system_id: scope.systemId, id: roundId })
    .first<{ quorum: number } | undefined>('quorum');
  if (!round) throw notFound();
  return round.quorum;
}

export interface LockedPlace {
  readonly roundStatus: RoundStatus;
  readonly signedOff: boolean;
}

/**
 * Whoever writes anything of a Place's review holds this lock, so that nothing changes beside a sign-off; its
 * round is held against being moved on.
 * @param trx a transaction: the lock is held until it ends
 * @throws not found where the round does not have the Place
 */
export async function lockPlace(
  trx: Knex,
  scope: Scope,
  { roundId, placeId }: PlaceInRound,
): Promise<LockedPlace> {
  const {
    rows: [locked],
  } = await trx.raw<{ rows: Omit<LockedPlace, 'signedOff'>[] }>(
    `select r.status as "roundStatus"
    from round_places rp
    join rounds r on r.system_id = rp.system_id and r.id = rp.round_id
    where rp.system_id = ? and rp.round_id = ? and rp.place_id = ?
    for update of rp for share of r`,
    [scope.systemId, roundId, placeId],
  );
  if (!locked) throw notFound();
  const standing = await trx('sign_offs')
    .where({ system_id: scope.systemId, round_id: roundId, place_id: placeId })
    .whereNull('reopened_at')
    .first<{ id: string } | undefined>('id');
  return { ...locked, signedOff: standing !== undefined };
}

/** @throws conflict where the round is not in review */
export function refuseUnlessInReview({ roundStatus }: Pick<LockedPlace, 'roundStatus'>): void {
  if (roundAllows('review', roundStatus)) return;
  throw new AppError(
    'conflict',
    'A Place is reviewed once its round is closed, until publication.',
  );
}

/** @throws conflict where the round is not published */
export function refuseUnlessPublished({ roundStatus }: Pick<LockedPlace, 'roundStatus'>): void {
  if (roundAllows('correct', roundStatus)) return;
  throw new AppError(
    'conflict',
    'Only published results are corrected. Until then the chair records another agreement.',
  );
}

/** @throws conflict where the round is not in review, or the Place is signed off */
export function refuseUnlessReviewed(locked: LockedPlace): void {
  refuseUnlessInReview(locked);
  if (!locked.signedOff) return;
  throw new AppError(
    'conflict',
    'This Place is signed off, so nothing of it changes. The chair can reopen it with a reason.',
  );
}
