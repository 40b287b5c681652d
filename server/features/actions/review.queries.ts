/** The round at whose beginning the open actions of before are gone through, and which of them were. */
import type { Knex } from 'knex';
import type { Scope } from '../../domain/access/scope.ts';
import type { RoundStatus } from '../../domain/round/round.ts';

export interface ReviewRound {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly status: RoundStatus;
  readonly position: number;
  readonly opensAt: Date | null;
}

/** One that is no draft. @param slug the newest of them where it is '' */
export async function findReviewRound(
  db: Knex,
  scope: Scope,
  slug: string,
): Promise<ReviewRound | undefined> {
  return db('rounds')
    .where({ system_id: scope.systemId })
    .whereNot('status', 'draft')
    .where(slug === '' ? {} : { slug })
    .orderBy('position', 'desc')
    .first<ReviewRound | undefined>({
      id: 'id',
      slug: 'slug',
      name: 'name',
      status: 'status',
      position: 'position',
      opensAt: 'opens_at',
    });
}

/** Ids of the actions that were gone through for the round. */
export async function listGoneThrough(
  db: Knex,
  scope: Scope,
  roundId: string,
): Promise<ReadonlySet<string>> {
  const ids = await db('action_changes')
    .where({ system_id: scope.systemId, review_round_id: roundId })
    .distinct()
    .pluck<string[]>('action_id');
  return new Set(ids);
}
