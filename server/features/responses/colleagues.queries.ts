/** The people who answer for an agency. */
import type { Knex } from 'knex';
import type { Scope } from '../../domain/access/scope.ts';

export interface Colleague {
  readonly personId: string;
  readonly agencyId: string;
  readonly agencySlug: string;
  readonly agencyName: string;
  /** as the agency lead who invited them said, until they have signed in */
  readonly name: string;
  readonly isLead: boolean;
}

export function listColleagues(
  db: Knex,
  scope: Scope,
  agencyIds: readonly string[],
): Promise<Colleague[]> {
  return db('memberships as m')
    .join('members as p', { 'p.system_id': 'm.system_id', 'p.person_id': 'm.person_id' })
    .join('agencies as a', { 'a.system_id': 'm.system_id', 'a.id': 'm.agency_id' })
    .where('m.system_id', scope.systemId)
    .whereIn('m.agency_id', [...agencyIds])
    .groupBy('m.person_id', 'm.agency_id', 'a.slug', 'a.name', 'p.name')
    .orderBy('name')
    .select<Colleague[]>(
      {
        personId: 'm.person_id',
        agencyId: 'm.agency_id',
        agencySlug: 'a.slug',
        agencyName: 'a.name',
      },
      db.raw('coalesce(min(m.invited_as), p.name) as name'),
      db.raw(`bool_or(m.role = 'agency-lead') as "isLead"`),
    );
}
