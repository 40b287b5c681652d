/** The personas of the demonstration. */
import type { Knex } from 'knex';
import type { Membership } from '../../domain/access/scope.ts';

export interface Persona {
  readonly membershipId: string;
  readonly personId: string;
  readonly systemId: string;
  readonly role: Membership['role'];
  readonly isChair: boolean;
  readonly personName: string;
  readonly systemName: string;
  readonly fictional: boolean;
  readonly agencyName: string | null;
  readonly placeNames: readonly string[];
}

/** Every role of every person: for the demonstration only. */
export async function listPersonas(db: Knex): Promise<Persona[]> {
  return db('memberships as m')
    .join('members as p', { 'p.system_id': 'm.system_id', 'p.person_id': 'm.person_id' })
    .join('systems as s', 's.id', 'm.system_id')
    .leftJoin('agencies as a', 'a.id', 'm.agency_id')
    .orderBy([
      { column: 's.fictional', order: 'desc' },
      { column: 's.slug' },
      { column: 'm.position' },
      { column: 'p.name' },
    ])
    .select<Persona[]>(
      'm.id as membershipId',
      'm.person_id as personId',
      'm.system_id as systemId',
      'm.role',
      'm.is_chair as isChair',
      'p.name as personName',
      's.name as systemName',
      's.fictional',
      'a.name as agencyName',
      db.raw(
        `array(select pl.name from membership_places mp
          join places pl on pl.id = mp.place_id
          where mp.system_id = m.system_id and mp.membership_id = m.id
          order by pl.position) as "placeNames"`,
      ),
    );
}

export interface AdministratorPersona {
  readonly personId: string;
  readonly personName: string;
}

export function listAdministrators(db: Knex): Promise<AdministratorPersona[]> {
  return db('administrators as a')
    .join('people as p', 'p.id', 'a.person_id')
    .orderBy('p.name')
    .select<AdministratorPersona[]>('p.id as personId', 'p.name as personName');
}
