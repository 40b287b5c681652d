/** How far each response has come: what is there of what is counted, by the database, without reading an answer. */
import type { Knex } from 'knex';
import { stillAsked } from '../../db/responses.queries.ts';
import type { Counted } from '../../domain/answers/counted.ts';
import type { InRound } from './round.queries.ts';

/** What is counted of each version that the round asks, by the version's id. */
export type CountedBy = ReadonlyMap<string, Counted>;

// Materialized, so that it is asked once: the statistics of a round that was just opened know nothing of it.
const due = `due as materialized (
    select r.id, a.version_id::text as version, a.agency_id
    from assignments a
    join responses r on r.system_id = a.system_id and r.assignment_id = a.id
    where a.system_id = :systemId and a.round_id = :roundId
      and (:agencyId::uuid is null or a.agency_id = :agencyId) and ${stillAsked}
  )`;

/** Answers that count: levels that are chosen, other items that are not empty. */
const givenItems = `due
    join answers n on n.system_id = :systemId and n.response_id = due.id
    where case when jsonb_exists(:levels::jsonb -> due.version, n.item_id) then n.has_level
      when jsonb_exists(:others::jsonb -> due.version, n.item_id) then n.value <> '""'
      else false end`;

/** Of a map: each of the agency's sectors in each Place of the round that it works in. */
const groups = `due
    join round_agency_sectors s on s.system_id = :systemId and s.round_id = :roundId
      and s.agency_id = due.agency_id and jsonb_exists(:groups::jsonb -> due.version, s.sector)
    join round_agency_places p on p.system_id = :systemId and p.round_id = :roundId
      and p.agency_id = due.agency_id
    join round_places rp on rp.system_id = :systemId and rp.round_id = :roundId
      and rp.place_id = p.place_id`;

/** There is a service, or somebody said that there is none. */
const isAccounted = `(exists (select from no_service x where x.system_id = :systemId
        and x.response_id = due.id and x.group_id = s.sector and x.place_id = p.place_id)
      or exists (select from service_entries e
        join service_entry_places ep on ep.system_id = e.system_id and ep.entry_id = e.id
        where e.system_id = :systemId and e.response_id = due.id and e.removed_at is null
          and e.group_id = s.sector and ep.place_id = p.place_id))`;

function valuesOf({ systemId, roundId }: InRound, counted: CountedBy, agencyId?: string) {
  const byVersion = (ids: (one: Counted) => readonly string[]): string =>
    JSON.stringify(Object.fromEntries([...counted].map(([version, one]) => [version, ids(one)])));
  const items = (levels: boolean) => (one: Counted) =>
    one.items.filter(({ isLevel }) => isLevel === levels).map(({ id }) => id);
  return {
    systemId,
    roundId,
    agencyId: agencyId ?? null,
    levels: byVersion(items(true)),
    others: byVersion(items(false)),
    groups: byVersion((one) => one.groups.map(({ id }) => id)),
  };
}

/** How much of what is counted is there. */
export interface Share {
  readonly given: number;
  readonly asked: number;
}

/** By the response's id; a response of which nothing is counted is left out. @param agencyId one agency's alone */
export async function countShares(
  db: Knex,
  where: InRound,
  counted: CountedBy,
  agencyId?: string,
): Promise<ReadonlyMap<string, Share>> {
  const { rows } = await db.raw<{ rows: (Share & { id: string; version: string })[] }>(
    `with ${due}
    select id, version, sum(given)::int as given, sum(asked)::int as asked from (
      select id, version, 0 as given, 0 as asked from due
      union all select due.id, due.version, 1, 0 from ${givenItems}
      union all select due.id, due.version, ${isAccounted}::int, 1 from ${groups}) counted
    group by id, version`,
    valuesOf(where, counted, agencyId),
  );
  return new Map(
    rows.flatMap(({ id, version, given, asked }) => {
      const all = asked + (counted.get(version)?.items.length ?? 0);
      return all === 0 ? [] : [[id, { given, asked: all }] as const];
    }),
  );
}

/** What is there of one agency's, and which of its sectors are not accounted for where. */
export interface Given {
  readonly items: readonly { readonly responseId: string; readonly itemId: string }[];
  readonly lacks: readonly {
    readonly responseId: string;
    readonly sector: string;
    readonly placeId: string;
  }[];
}

/** By the same conditions as the shares. */
export async function listGiven(
  db: Knex,
  where: InRound,
  counted: CountedBy,
  agencyId: string,
): Promise<Given> {
  const values = valuesOf(where, counted, agencyId);
  const items = await db.raw<{ rows: Given['items'] }>(
    `with ${due} select due.id as "responseId", n.item_id as "itemId" from ${givenItems}`,
    values,
  );
  const lacks = await db.raw<{ rows: Given['lacks'] }>(
    `with ${due} select due.id as "responseId", s.sector, p.place_id as "placeId"
    from ${groups} where not ${isAccounted}`,
    values,
  );
  return { items: items.rows, lacks: lacks.rows };
}
