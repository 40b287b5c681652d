/** For whom and where a response answers: the agency's groups and Places, and the Places of the round. */
import type { Knex } from 'knex';
import type { Scope } from '../../domain/access/scope.ts';

export interface NamedPlace {
  readonly id: string;
  readonly name: string;
}
export interface Account {
  readonly responseId: string;
  /** the agency's sectors */
  readonly groups: readonly string[];
  /** the round's, in the system's order */
  readonly roundPlaces: readonly NamedPlace[];
  /** ids of the Places in which the agency works */
  readonly servedIds: readonly string[];
}

export function listAccounts(
  db: Knex,
  scope: Scope,
  responseIds: readonly string[],
): Promise<Account[]> {
  return db('responses as r')
    .join('assignments as a', { 'a.system_id': 'r.system_id', 'a.id': 'r.assignment_id' })
    .where('r.system_id', scope.systemId)
    .whereIn('r.id', [...responseIds])
    .select<Account[]>(
      { responseId: 'r.id' },
      db.raw(`array(
        select s.sector from round_agency_sectors s
        where s.system_id = a.system_id and s.round_id = a.round_id
          and s.agency_id = a.agency_id) as groups`),
      db.raw(`coalesce((
        select json_agg(json_build_object('id', p.id, 'name', p.name) order by p.position)
        from round_places rp
        join places p on p.system_id = rp.system_id and p.id = rp.place_id
        where rp.system_id = a.system_id and rp.round_id = a.round_id), '[]') as "roundPlaces"`),
      db.raw(`array(
        select ap.place_id from round_agency_places ap
        where ap.system_id = a.system_id and ap.round_id = a.round_id
          and ap.agency_id = a.agency_id) as "servedIds"`),
    );
}
