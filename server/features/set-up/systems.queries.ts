/** The systems of the installation, for administrators: names and counts, no content. */
import type { Knex } from 'knex';

export interface SystemRow {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly places: number;
  readonly agencies: number;
  readonly coordinators: readonly string[];
}

export function listSystems(db: Knex): Promise<SystemRow[]> {
  return db('systems as s')
    .orderByRaw('s.name collate "en-GB-x-icu"')
    .select<SystemRow[]>(
      's.id',
      's.slug',
      's.name',
      db.raw(`(select count(*)::integer from places p
        where p.system_id = s.id and p.retired_at is null) as places`),
      db.raw(`(select count(*)::integer from agencies a
        where a.system_id = s.id and a.retired_at is null) as agencies`),
      db.raw(`array(select m.name || ' <' || p.email || '>' from memberships r
        join members m on m.system_id = r.system_id and m.person_id = r.person_id
        join people p on p.id = r.person_id
        where r.system_id = s.id and r.role = 'coordinator' order by r.position) as coordinators`),
    );
}
