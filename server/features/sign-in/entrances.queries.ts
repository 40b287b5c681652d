/** Where somebody may enter: the systems in which they have a role, and the administration. */
import type { Knex } from 'knex';
import type { Entrance } from '../../domain/access/sign-in.ts';

/** In the order of the systems' names, the administration last; empty where there is no role any more. */
export async function listEntrances(db: Knex, personId: string): Promise<Entrance[]> {
  const systems = await db('memberships as m')
    .join('systems as s', 's.id', 'm.system_id')
    .join('people as p', 'p.id', 'm.person_id')
    .where('m.person_id', personId)
    .whereNull('p.deactivated_at')
    .groupBy('s.id', 's.name')
    .orderByRaw('s.name collate "en-GB-x-icu"')
    .select<Entrance[]>(
      's.id as systemId',
      's.name',
      db.raw('array_agg(distinct m.role order by m.role) as roles'),
    );
  const administrator = await db('administrators as a')
    .join('people as p', 'p.id', 'a.person_id')
    .where('a.person_id', personId)
    .whereNull('p.deactivated_at')
    .first<{ person_id: string } | undefined>('a.person_id');
  return administrator
    ? [...systems, { systemId: null, name: 'Administration', roles: [] }]
    : systems;
}
