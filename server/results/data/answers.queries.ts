/** Submitted answers, response by response: as many at a time as memory should hold. */
import type { Knex } from 'knex';
import type { Scope } from '../../domain/access/scope.ts';
import type { Provenance } from '../../domain/round/response.ts';

export interface SubmittedResponse {
  readonly id: string;
  readonly versionId: string;
  readonly agency: string;
  readonly agencyName: string;
  /** null where the instrument is answered once for all Places */
  readonly place: string | null;
  readonly placeName: string | null;
  readonly submittedAt: Date | null;
  readonly provenance: Provenance;
}

const submitted = (db: Knex, scope: Scope, roundId: string) =>
  db('assignments as a')
    .join('responses as r', { 'r.system_id': 'a.system_id', 'r.assignment_id': 'a.id' })
    .where({ 'a.system_id': scope.systemId, 'a.round_id': roundId, 'r.status': 'submitted' });

/** In the system's order of Places, then by agency. */
export function listSubmitted(
  db: Knex,
  scope: Scope,
  roundId: string,
): Promise<SubmittedResponse[]> {
  return submitted(db, scope, roundId)
    .join('agencies as g', { 'g.system_id': 'a.system_id', 'g.id': 'a.agency_id' })
    .leftJoin('places as p', { 'p.system_id': 'a.system_id', 'p.id': 'a.place_id' })
    .orderBy(['p.position', 'g.name', 'a.version_id', 'r.id'])
    .select<SubmittedResponse[]>({
      id: 'r.id',
      versionId: 'a.version_id',
      agency: 'g.slug',
      agencyName: 'g.name',
      place: 'p.slug',
      placeName: 'p.name',
      submittedAt: 'r.submitted_at',
      provenance: 'r.provenance',
    });
}

export async function countAnswers(db: Knex, scope: Scope, roundId: string): Promise<number> {
  const [row] = await submitted(db, scope, roundId)
    .join('answers as n', { 'n.system_id': 'r.system_id', 'n.response_id': 'r.id' })
    .select<{ count: number }[]>(db.raw('count(*)::int as count'));
  return row?.count ?? 0;
}

export interface StoredAnswer {
  readonly responseId: string;
  readonly itemId: string;
  readonly level: number | null;
  readonly hasLevel: boolean;
  readonly value: unknown;
}

/** All answers of these responses that are still submitted. */
export function listAnswers(
  db: Knex,
  scope: Scope,
  responseIds: readonly string[],
): Promise<StoredAnswer[]> {
  return db('answers as n')
    .join('responses as r', { 'r.system_id': 'n.system_id', 'r.id': 'n.response_id' })
    .where({ 'n.system_id': scope.systemId, 'r.status': 'submitted' })
    .whereIn('n.response_id', [...responseIds])
    .select<StoredAnswer[]>({
      responseId: 'n.response_id',
      itemId: 'n.item_id',
      level: 'n.level',
      hasLevel: 'n.has_level',
      value: 'n.value',
    });
}
