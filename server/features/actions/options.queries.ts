/** What an action's form offers: the system's Places and agencies in use, and the people who can look after one. */
import type { Knex } from 'knex';
import type { Scope } from '../../domain/access/scope.ts';
import { inNaturalOrder } from '../../domain/natural-order.ts';

export interface Named {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
}
export interface Person {
  readonly id: string;
  readonly name: string;
}
export interface Options {
  readonly places: readonly Named[];
  readonly agencies: readonly Named[];
  /** who may at least say how their own stands, with an account that is not closed */
  readonly people: readonly Person[];
}

export async function loadOptions(db: Knex, scope: Scope): Promise<Options> {
  const inUse = (table: 'places' | 'agencies') =>
    db(table).where({ system_id: scope.systemId }).whereNull('retired_at');
  const [places, agencies, people] = await Promise.all([
    inUse('places').orderBy('position').select<Named[]>('id', 'slug', 'name'),
    inUse('agencies').select<Named[]>('id', 'slug', 'name'),
    db('members as s')
      .join('people as p', 'p.id', 's.person_id')
      .where('s.system_id', scope.systemId)
      .whereNull('p.deactivated_at')
      .whereExists(
        db('memberships as m')
          .whereRaw('m.system_id = s.system_id and m.person_id = s.person_id')
          .whereNot('m.role', 'contributor'),
      )
      .select<Person[]>({ id: 's.person_id', name: 's.name' }),
  ]);
  return {
    places,
    agencies: inNaturalOrder<Named>(agencies, ({ name }) => name),
    people: inNaturalOrder<Person>(people, ({ name }) => name),
  };
}
