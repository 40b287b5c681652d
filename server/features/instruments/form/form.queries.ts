/** Who takes in a paper form. */
import type { Knex } from 'knex';
import type { Scope } from '../../../domain/access/scope.ts';

/** The names of those who coordinate the reader's system. */
export async function listReceivers(db: Knex, scope: Scope): Promise<string[]> {
  return db('memberships as m')
    .join('members as p', { 'p.system_id': 'm.system_id', 'p.person_id': 'm.person_id' })
    .where({ 'm.system_id': scope.systemId, 'm.role': 'coordinator' })
    .distinct('p.name')
    .orderBy('p.name')
    .pluck('p.name');
}
