/** What is known of a Place's births and need, as a round's results take it. */
import type { Knex } from 'knex';
import type { Scope } from '../domain/access/scope.ts';
import type { SimpleAnswers } from '../domain/answers/answers.ts';
import type { Definition } from '../domain/instrument/definition.ts';
import type { OnePlace, ResultsDeps } from './load.ts';
import type { ReportRound } from './round.queries.ts';

export interface PlaceNeed {
  readonly definition: Definition;
  readonly year: number;
  readonly answers: SimpleAnswers;
  /** when it was entered, where that was after the results were published; else null */
  readonly lateAt: Date | null;
}

interface NeedRow extends Omit<PlaceNeed, 'definition' | 'lateAt'> {
  readonly versionId: string;
  readonly at: Date;
  readonly inTime: boolean;
}

/**
 * The latest year that is not after the round's. What is published keeps the figures that it was published
 * with; where there were none, it takes the first that came. Null where nothing is entered.
 */
export async function loadNeed(
  { db, definitions }: ResultsDeps,
  scope: Scope,
  { round, place }: OnePlace,
): Promise<PlaceNeed | null> {
  const row = await findNeed(db, scope, place.id, round);
  if (!row) return null;
  const { versionId, year, answers, inTime, at } = row;
  return { definition: await definitions(versionId), year, answers, lateAt: inTime ? null : at };
}

async function findNeed(
  db: Knex,
  { systemId }: Scope,
  placeId: string,
  round: ReportRound,
): Promise<NeedRow | undefined> {
  const { rows } = await db.raw<{ rows: NeedRow[] }>(
    `select * from (
      select distinct on (h.need_id) h.year, h.answers, h.version_id as "versionId", h.changed_at as at,
        coalesce(h.changed_at <= :publishedAt::timestamptz, true) as "inTime"
      from population_needs n
      join population_need_history h on h.system_id = n.system_id and h.need_id = n.id
      where n.system_id = :systemId and n.place_id = :placeId
      order by h.need_id, "inTime" desc,
        case when coalesce(h.changed_at <= :publishedAt::timestamptz, true) then -h.revision else h.revision end
    ) x
    where x.year <= :year
    order by x."inTime" desc, x.year desc limit 1`,
    { systemId, placeId, publishedAt: round.publishedAt, year: yearOf(round) },
  );
  return rows[0];
}

/** Of its closing, in UTC: no round closes at midnight of the new year. */
function yearOf({ closesAt, opensAt }: ReportRound): number {
  return (closesAt ?? opensAt)?.getUTCFullYear() ?? 9999;
}
