/** All rounds of a system, with how far their answers are. */
import type { Knex } from 'knex';
import { askedAgencies } from '../../db/asked-agencies.ts';
import type { Scope } from '../../domain/access/scope.ts';
import type { RoundStatus } from '../../domain/round/round.ts';

export interface RoundRow {
  readonly slug: string;
  readonly name: string;
  readonly status: RoundStatus;
  readonly opensAt: Date | null;
  readonly closesAt: Date | null;
  readonly publishedAt: Date | null;
  readonly places: readonly {
    readonly id: string;
    /** during the factual check: ids of the agencies asked about it */
    readonly asked: readonly string[];
  }[];
  readonly assigned: number;
  readonly submitted: number;
}

/** All rounds of the system, the newest first; who may see which is the caller's question. */
export function listRounds(db: Knex, scope: Scope): Promise<RoundRow[]> {
  return db('rounds as r')
    .where('r.system_id', scope.systemId)
    .orderBy('r.position', 'desc')
    .select<RoundRow[]>(
      {
        slug: 'r.slug',
        name: 'r.name',
        status: 'r.status',
        opensAt: 'r.opens_at',
        closesAt: 'r.closes_at',
        publishedAt: 'r.published_at',
      },
      db.raw(`coalesce((
        select json_agg(json_build_object('id', rp.place_id, 'asked',
          case when r.status = 'factual-check' then to_json(${askedAgencies}) else '[]' end))
        from round_places rp
        where rp.system_id = r.system_id and rp.round_id = r.id), '[]') as places`),
      db.raw(`(
        select count(*)::int from assignments a
        join responses p on p.system_id = a.system_id and p.assignment_id = a.id
        where a.system_id = r.system_id and a.round_id = r.id
          and p.status <> 'withdrawn') as assigned`),
      db.raw(`(
        select count(*)::int from assignments a
        join responses p on p.system_id = a.system_id and p.assignment_id = a.id
        where a.system_id = r.system_id and a.round_id = r.id and p.status = 'submitted') as submitted`),
    );
}
