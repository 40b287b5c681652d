/** The round that results are about, by its slug. */
import type { Knex } from 'knex';
import { askedAgencies } from '../db/asked-agencies.ts';
import type { Scope } from '../domain/access/scope.ts';
import type { Band } from '../domain/instrument/definition.ts';
import type { RoundStatus } from '../domain/round/round.ts';

export interface ReportPlace {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  /** during the factual check: ids of the agencies asked about it, whose people may read its draft */
  readonly asked: readonly string[];
}
export interface ReportRound {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly status: RoundStatus;
  /** in the order of rounds */
  readonly position: number;
  readonly opensAt: Date | null;
  readonly closesAt: Date | null;
  readonly publishedAt: Date | null;
  /** the system's recorded assumptions and sources */
  readonly notes: readonly string[];
  readonly bands: readonly Band[];
  /** in the system's order */
  readonly places: readonly ReportPlace[];
  /** null where the round does not ask the grid, or the map */
  readonly gridVersionId: string | null;
  readonly mapVersionId: string | null;
  /** the last published round before this one */
  readonly previous: {
    readonly id: string;
    readonly name: string;
    readonly gridVersionId: string | null;
    readonly mapVersionId: string | null;
  } | null;
  /** every published round before this one, the oldest first */
  readonly earlier: readonly EarlierRound[];
}
export interface EarlierRound {
  readonly id: string;
  readonly name: string;
  readonly gridVersionId: string | null;
}

const versionOf = (round: string, kind: string): string =>
  `(select i.version_id from round_instruments i
    where i.system_id = ${round}.system_id and i.round_id = ${round}.id and i.kind = '${kind}')`;

/** The round with its Places, what it asks and the round before it, in one query. */
export async function findRound(
  db: Knex,
  scope: Scope,
  slug: string,
): Promise<ReportRound | undefined> {
  return db('rounds as r')
    .join('systems as s', 's.id', 'r.system_id')
    .where({ 'r.system_id': scope.systemId, 'r.slug': slug })
    .first<ReportRound | undefined>(
      {
        id: 'r.id',
        slug: 'r.slug',
        name: 'r.name',
        status: 'r.status',
        position: 'r.position',
        opensAt: 'r.opens_at',
        closesAt: 'r.closes_at',
        publishedAt: 'r.published_at',
        bands: 'r.bands',
        notes: 's.notes',
      },
      db.raw(`${versionOf('r', 'maturity')} as "gridVersionId"`),
      db.raw(`${versionOf('r', 'service-map')} as "mapVersionId"`),
      db.raw(`coalesce((
        select json_agg(json_build_object('id', p.id, 'slug', p.slug, 'name', p.name, 'asked',
          case when r.status = 'factual-check' then to_json(${askedAgencies}) else '[]' end) order by p.position)
        from round_places rp
        join places p on p.system_id = rp.system_id and p.id = rp.place_id
        where rp.system_id = r.system_id and rp.round_id = r.id), '[]') as places`),
      db.raw(`(
        select json_build_object('id', q.id, 'name', q.name, 'gridVersionId', ${versionOf('q', 'maturity')},
          'mapVersionId', ${versionOf('q', 'service-map')})
        from rounds q
        where q.system_id = r.system_id and q.position < r.position
          and q.status in ('published', 'archived')
        order by q.position desc limit 1) as previous`),
      db.raw(`coalesce((
        select json_agg(json_build_object('id', q.id, 'name', q.name,
          'gridVersionId', ${versionOf('q', 'maturity')}) order by q.position)
        from rounds q
        where q.system_id = r.system_id and q.position < r.position
          and q.status in ('published', 'archived')), '[]') as earlier`),
    );
}
