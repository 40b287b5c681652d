/** Who is asked what: per agency for the map, per agency and Place for the grid. */
import type { Knex } from 'knex';
import { freezeAgencies } from '../../../db/round-agencies.queries.ts';

export interface Asking {
  readonly systemId: string;
  readonly roundId: string;
  readonly agencyIds: readonly string[];
  readonly newId: () => string;
}

interface AssignmentPlan {
  readonly agencyId: string;
  readonly versionId: string;
  readonly placeId: string | null;
}

/**
 * Makes the assignments of these agencies, with an empty response each, and keeps what the agencies are
 * now. What is asked already stays as it is; an agency that works in none of the round's Places is not asked.
 * @param trx a transaction: the round has its Places and instruments
 */
export async function assignAgencies(trx: Knex, asking: Asking): Promise<void> {
  const { systemId, roundId, agencyIds, newId } = asking;
  const inRound = { system_id: systemId, round_id: roundId };
  if (agencyIds.length === 0) return;
  await trx('round_agencies')
    .insert(agencyIds.map((agency_id) => ({ ...inRound, agency_id })))
    .onConflict(['system_id', 'round_id', 'agency_id'])
    .ignore();
  const planned = await planAssignments(trx, asking);
  if (planned.length === 0) return;
  const made = await trx('assignments')
    .insert(
      planned.map(({ agencyId, versionId, placeId }) => ({
        ...inRound,
        id: newId(),
        agency_id: agencyId,
        version_id: versionId,
        place_id: placeId,
      })),
    )
    .onConflict(['system_id', 'round_id', 'agency_id', 'version_id', 'place_id'])
    .ignore()
    .returning('id');
  await freezeAgencies(trx, { systemId, roundId });
  if (made.length === 0) return;
  await trx('responses').insert(
    made.map(({ id }) => ({ system_id: systemId, id: newId(), assignment_id: id })),
  );
}

interface Served {
  readonly agencyId: string;
  readonly placeId: string;
}

async function planAssignments(
  trx: Knex,
  { systemId, roundId, agencyIds }: Asking,
): Promise<AssignmentPlan[]> {
  const { rows: served } = await trx.raw<{ rows: Served[] }>(
    `select ap.agency_id as "agencyId", ap.place_id as "placeId"
    from agency_places ap
    join round_places rp on rp.system_id = ap.system_id and rp.place_id = ap.place_id
    where ap.system_id = ? and rp.round_id = ? and ap.agency_id = any (?::uuid[])
    order by ap.agency_id, ap.place_id`,
    [systemId, roundId, [...agencyIds]],
  );
  const there = agencyIds.filter((id) => served.some(({ agencyId }) => agencyId === id));
  const versions = await listAsked(trx, systemId, roundId);
  return versions.flatMap(({ id: versionId, answered }): AssignmentPlan[] =>
    answered === 'agency'
      ? there.map((agencyId) => ({ agencyId, versionId, placeId: null }))
      : served.map((one) => ({ ...one, versionId })),
  );
}

interface AskedVersion {
  readonly id: string;
  readonly answered: string;
}

async function listAsked(trx: Knex, systemId: string, roundId: string): Promise<AskedVersion[]> {
  const { rows } = await trx.raw<{ rows: AskedVersion[] }>(
    `select v.id, v.definition ->> 'answered' as answered
    from round_instruments i
    join instrument_versions v on v.id = i.version_id
    where i.system_id = ? and i.round_id = ?
    order by i.kind, v.instrument_id`,
    [systemId, roundId],
  );
  return rows;
}
