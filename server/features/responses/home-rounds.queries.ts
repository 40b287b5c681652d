/** The rounds of a system, for those who look at all of it. */
import type { Knex } from 'knex';
import type { Scope } from '../../domain/access/scope.ts';
import type { RoundStatus } from '../../domain/round/round.ts';

export interface SystemRound {
  readonly slug: string;
  readonly name: string;
  readonly status: RoundStatus;
  readonly closesAt: Date | null;
  readonly publishedAt: Date | null;
  /** in the system's order */
  readonly places: readonly { readonly id: string; readonly slug: string; readonly name: string }[];
  /** how many responses are asked for, and how many are in */
  readonly assigned: number;
  readonly submitted: number;
}

/** The newest first. */
export function listSystemRounds(db: Knex, scope: Scope): Promise<SystemRound[]> {
  return db('rounds as ro')
    .where('ro.system_id', scope.systemId)
    .whereNot('ro.status', 'draft')
    .orderBy('ro.position', 'desc')
    .select<SystemRound[]>(
      {
        slug: 'ro.slug',
        name: 'ro.name',
        status: 'ro.status',
        closesAt: 'ro.closes_at',
        publishedAt: 'ro.published_at',
      },
      db.raw(`coalesce((
        select json_agg(json_build_object('id', p.id, 'slug', p.slug, 'name', p.name) order by p.position)
        from round_places rp
        join places p on p.system_id = rp.system_id and p.id = rp.place_id
        where rp.system_id = ro.system_id and rp.round_id = ro.id), '[]') as places`),
      db.raw(`(
        select count(*)::int from assignments a
        where a.system_id = ro.system_id and a.round_id = ro.id) as assigned`),
      db.raw(`(
        select count(*)::int from assignments a
        join responses r on r.system_id = a.system_id and r.assignment_id = a.id
        where a.system_id = ro.system_id and a.round_id = ro.id and r.status = 'submitted') as submitted`),
    );
}
