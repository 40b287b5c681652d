/** What is known of a Place's births and need, as a round's results take it. */
import type { Knex } from 'knex';
import type { Scope } from '../domain/access/scope.ts';
import type { SimpleAnswers } from '../domain/answers/answers.ts';
import type { Definition } from '../domain/instrument/definition.ts';
import type { OnePlace, ResultsDeps, VisibleRound } from './load.ts';
import type { ReportRound } from './round.queries.ts';

export interface PlaceNeed {
  readonly definition: Definition;
  readonly year: number;
  readonly answers: SimpleAnswers;
  /** when it was entered, where that was after the results were published; else null */
  readonly lateAt: Date | null;
}

interface NeedRow extends Omit<PlaceNeed, 'definition' | 'lateAt'> {
  readonly placeId: string;
  readonly versionId: string;
  readonly at: Date;
  readonly inTime: boolean;
}

/** The need of one Place; null where nothing is entered. */
export async function loadNeed(
  deps: ResultsDeps,
  scope: Scope,
  { round, place }: OnePlace,
): Promise<PlaceNeed | null> {
  const needs = await loadNeeds(deps, scope, { round, places: [place] });
  return needs.get(place.id) ?? null;
}

/**
 * The latest year that is not after the round's, by the Place's id. What is published keeps the figures that it
 * was published with; where there were none, it takes the first that came. Left out is where nothing is entered.
 */
export async function loadNeeds(
  { db, definitions }: ResultsDeps,
  scope: Scope,
  { round, places }: VisibleRound,
): Promise<ReadonlyMap<string, PlaceNeed>> {
  const rows = await findNeeds(db, scope, { round, places });
  const needs = await Promise.all(
    rows.map(async ({ placeId, versionId, year, answers, inTime, at }) => {
      const definition = await definitions(versionId);
      return [placeId, { definition, year, answers, lateAt: inTime ? null : at }] as const;
    }),
  );
  return new Map(needs);
}

async function findNeeds(
  db: Knex,
  { systemId }: Scope,
  { round, places }: VisibleRound,
): Promise<NeedRow[]> {
  const { rows } = await db.raw<{ rows: NeedRow[] }>(
    `select distinct on (x."placeId") * from (
      select distinct on (h.need_id) n.place_id as "placeId", h.year, h.answers,
        h.version_id as "versionId", h.changed_at as at,
        coalesce(h.changed_at <= :publishedAt::timestamptz, true) as "inTime"
      from population_needs n
      join population_need_history h on h.system_id = n.system_id and h.need_id = n.id
      where n.system_id = :systemId and n.place_id = any(:placeIds)
        -- What was removed later still stands in the results that were published with it.
        and (n.removed_at is null or (n.removed_at > :publishedAt::timestamptz
          and h.changed_at <= :publishedAt::timestamptz))
      order by h.need_id, "inTime" desc,
        case when coalesce(h.changed_at <= :publishedAt::timestamptz, true) then -h.revision else h.revision end
    ) x
    where x.year <= :year
    order by x."placeId", x."inTime" desc, x.year desc`,
    {
      systemId,
      placeIds: places.map(({ id }) => id),
      publishedAt: round.publishedAt,
      year: yearOf(round),
    },
  );
  return rows;
}

/** Of its closing, in UTC: no round closes at midnight of the new year. */
function yearOf({ closesAt, opensAt }: ReportRound): number {
  return (closesAt ?? opensAt)?.getUTCFullYear() ?? 9999;
}
