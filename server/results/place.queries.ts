/** Who answered for a Place and what each agency said: for those who may see names only. */
import type { Knex } from 'knex';
import { stillAsked } from '../db/responses.queries.ts';
import type { Scope } from '../domain/access/scope.ts';
import type { ResponseStatus } from '../domain/round/response.ts';
import { inNaturalOrder } from '../domain/natural-order.ts';
import type { Level } from '../domain/scoring/score.ts';

export interface PlaceSelection {
  readonly roundId: string;
  readonly placeId: string;
}

export interface PlaceAgency {
  readonly id: string;
  readonly name: string;
  readonly sectors: readonly string[];
  /** null where the agency is not asked the grid, or the map */
  readonly grid: ResponseStatus | null;
  readonly map: ResponseStatus | null;
  readonly gridId: string | null;
  readonly mapId: string | null;
  readonly gridAt: Date | null;
  readonly mapAt: Date | null;
  /** when the grid was given back, the last time, and why; also where it was submitted again since */
  readonly gridReturnedAt: Date | null;
  readonly gridReturnReason: string | null;
  /** who keyed it in, where it came on paper */
  readonly gridKeyedBy: string | null;
  readonly mapKeyedBy: string | null;
}

/** Every agency asked anything about the Place, by name, with the state of its responses. */
export async function listPlaceAgencies(
  db: Knex,
  scope: Scope,
  { roundId, placeId }: PlaceSelection,
): Promise<PlaceAgency[]> {
  const ofKind = (column: string, kind: string): string =>
    `max(${column}) filter (where i.kind = '${kind}')`;
  const agencies = await db('assignments as a')
    .join('agencies as g', { 'g.system_id': 'a.system_id', 'g.id': 'a.agency_id' })
    .join('round_instruments as i', {
      'i.system_id': 'a.system_id',
      'i.round_id': 'a.round_id',
      'i.version_id': 'a.version_id',
    })
    .leftJoin('responses as r', { 'r.system_id': 'a.system_id', 'r.assignment_id': 'a.id' })
    .leftJoin('members as k', { 'k.system_id': 'r.system_id', 'k.person_id': 'r.keyed_by' })
    .where({ 'a.system_id': scope.systemId, 'a.round_id': roundId })
    .whereRaw(stillAsked)
    .whereRaw(
      `(a.place_id = ? or a.place_id is null and exists (
        select from round_agency_places ap
        where ap.system_id = a.system_id and ap.round_id = a.round_id
          and ap.agency_id = a.agency_id and ap.place_id = ?))`,
      [placeId, placeId],
    )
    .groupBy('a.system_id', 'a.round_id', 'g.id', 'g.name')
    .select<PlaceAgency[]>(
      { id: 'g.id', name: 'g.name' },
      db.raw(`array(
        select s.sector from round_agency_sectors s
        where s.system_id = a.system_id and s.round_id = a.round_id and s.agency_id = g.id
        order by s.sector) as sectors`),
      db.raw(`${ofKind('r.status', 'maturity')} as grid`),
      db.raw(`${ofKind('r.status', 'service-map')} as map`),
      db.raw(`${ofKind('r.id::text', 'maturity')} as "gridId"`),
      db.raw(`${ofKind('r.id::text', 'service-map')} as "mapId"`),
      db.raw(`${ofKind('r.submitted_at', 'maturity')} as "gridAt"`),
      db.raw(`${ofKind('r.submitted_at', 'service-map')} as "mapAt"`),
      db.raw(`${ofKind('r.returned_at', 'maturity')} as "gridReturnedAt"`),
      db.raw(`${ofKind('r.return_reason', 'maturity')} as "gridReturnReason"`),
      db.raw(`${ofKind('k.name', 'maturity')} as "gridKeyedBy"`),
      db.raw(`${ofKind('k.name', 'service-map')} as "mapKeyedBy"`),
    );
  return inNaturalOrder(agencies, ({ name }) => name);
}

export interface AgencyAnswer {
  readonly agency: string;
  readonly itemId: string;
  /** null: "We can't say" */
  readonly level: Level | null;
  readonly value: unknown;
}

/** The levels that agencies gave the Place, with their reasons and evidence, by agency's name. */
export async function listAgencyAnswers(
  db: Knex,
  scope: Scope,
  { roundId, placeId, versionId }: PlaceSelection & { readonly versionId: string },
): Promise<AgencyAnswer[]> {
  const answers = await db('assignments as a')
    .join('agencies as g', { 'g.system_id': 'a.system_id', 'g.id': 'a.agency_id' })
    .join('responses as r', { 'r.system_id': 'a.system_id', 'r.assignment_id': 'a.id' })
    .join('answers as n', { 'n.system_id': 'r.system_id', 'n.response_id': 'r.id' })
    .where({ 'a.system_id': scope.systemId, 'a.round_id': roundId, 'a.place_id': placeId })
    .where({ 'a.version_id': versionId, 'r.status': 'submitted', 'n.has_level': true })
    .select<AgencyAnswer[]>({
      agency: 'g.name',
      itemId: 'n.item_id',
      level: 'n.level',
      value: 'n.value',
    });
  return inNaturalOrder(answers, ({ agency }) => agency);
}
