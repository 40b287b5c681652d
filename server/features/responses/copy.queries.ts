/** Where an agency could copy answers from: its responses for other Places, same round and same questions. */
import type { Knex } from 'knex';
import type { Scope } from '../../domain/access/scope.ts';
import type { ResponseInRound } from '../../db/responses.queries.ts';
import type { CopySource } from './copy.view.ts';

/** Only responses that hold answers, in the system's order of Places; none where the instrument is not asked per Place. */
export async function listCopySources(
  db: Knex,
  scope: Scope,
  target: ResponseInRound,
): Promise<CopySource[]> {
  const { id, roundId, agencyId, versionId } = target;
  const rows = await db('responses as r')
    .join('assignments as a', { 'a.system_id': 'r.system_id', 'a.id': 'r.assignment_id' })
    .join('places as pl', { 'pl.system_id': 'a.system_id', 'pl.id': 'a.place_id' })
    .join('answers as an', { 'an.system_id': 'r.system_id', 'an.response_id': 'r.id' })
    .where({
      'r.system_id': scope.systemId,
      'a.round_id': roundId,
      'a.agency_id': agencyId,
      'a.version_id': versionId,
    })
    .whereNot('r.id', id)
    .groupBy('r.id', 'pl.name', 'pl.position')
    .orderBy('pl.position')
    .select<CopySource[]>({ id: 'r.id', placeName: 'pl.name' }, db.raw('count(*)::int as answers'));
  return rows;
}
