/** The rounds of a system and who is asked in them, for those who look at more than one agency. */
import type { Knex } from 'knex';
import { stillAsked } from '../../db/responses.queries.ts';
import type { Scope } from '../../domain/access/scope.ts';
import { inNaturalOrder } from '../../domain/natural-order.ts';
import type { ResponseStatus } from '../../domain/round/response.ts';
import type { RoundStatus } from '../../domain/round/round.ts';

export interface SystemRound {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly status: RoundStatus;
  readonly closesAt: Date | null;
  readonly publishedAt: Date | null;
  readonly placeIds: readonly string[];
  /** how many responses are asked for, and how many are in */
  readonly assigned: number;
  readonly submitted: number;
}

/** The newest first; none that is still being drafted. */
export function listSystemRounds(db: Knex, scope: Scope): Promise<SystemRound[]> {
  return db('rounds as ro')
    .where('ro.system_id', scope.systemId)
    .whereNot('ro.status', 'draft')
    .orderBy('ro.position', 'desc')
    .select<SystemRound[]>(
      {
        id: 'ro.id',
        slug: 'ro.slug',
        name: 'ro.name',
        status: 'ro.status',
        closesAt: 'ro.closes_at',
        publishedAt: 'ro.published_at',
      },
      db.raw(`array(
        select rp.place_id from round_places rp
        where rp.system_id = ro.system_id and rp.round_id = ro.id) as "placeIds"`),
      db.raw(`(
        select count(*)::int from assignments a
        join responses r on r.system_id = a.system_id and r.assignment_id = a.id
        where a.system_id = ro.system_id and a.round_id = ro.id
          and r.status <> 'withdrawn') as assigned`),
      db.raw(`(
        select count(*)::int from assignments a
        join responses r on r.system_id = a.system_id and r.assignment_id = a.id
        where a.system_id = ro.system_id and a.round_id = ro.id and r.status = 'submitted') as submitted`),
    );
}

/** One response that is asked of an agency. */
export interface Asked {
  readonly roundId: string;
  readonly agency: string;
  readonly agencySlug: string;
  readonly onPaper: boolean;
  readonly status: ResponseStatus;
  /** the Places that it is about: its own, or all those in which the agency works */
  readonly placeIds: readonly string[];
  readonly submitted: boolean;
  /** somebody has saved something */
  readonly begun: boolean;
}

/** By agency's name. */
export async function listAsked(
  db: Knex,
  scope: Scope,
  roundIds: readonly string[],
): Promise<Asked[]> {
  const asked = await db('assignments as a')
    .join('agencies as g', { 'g.system_id': 'a.system_id', 'g.id': 'a.agency_id' })
    .leftJoin('responses as r', { 'r.system_id': 'a.system_id', 'r.assignment_id': 'a.id' })
    .where('a.system_id', scope.systemId)
    .whereIn('a.round_id', [...roundIds])
    .whereRaw(stillAsked)
    .select<Asked[]>(
      {
        roundId: 'a.round_id',
        agency: 'g.name',
        agencySlug: 'g.slug',
        onPaper: 'g.on_paper',
      },
      db.raw(`case when a.place_id is not null then array[a.place_id] else array(
        select ap.place_id from round_agency_places ap
        where ap.system_id = a.system_id and ap.round_id = a.round_id
          and ap.agency_id = a.agency_id) end as "placeIds"`),
      db.raw(`coalesce(r.status, 'draft') as status`),
      db.raw(`coalesce(r.status = 'submitted', false) as submitted`),
      db.raw('r.updated_at is not null as begun'),
    );
  return inNaturalOrder(asked, ({ agency }) => agency);
}
