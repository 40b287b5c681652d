/** The system's agencies by id: for those who may see names. */
import type { Knex } from 'knex';
import type { Scope } from '../../domain/access/scope.ts';

interface Agency {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
}

export function listAgencies(db: Knex, scope: Scope): Promise<Agency[]> {
  return db('agencies').where({ system_id: scope.systemId }).select<Agency[]>('id', 'slug', 'name');
}
