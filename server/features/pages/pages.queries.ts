/** What the open pages show from the database. */
import type { Knex } from 'knex';
import type { Scope } from '../../domain/access/scope.ts';
import type { Term } from '../../domain/instrument/definition.ts';

export interface GlossaryFacts {
  readonly terms: readonly Term[];
  readonly credits: readonly string[];
}

/** The terms that the published instruments define. */
export async function findGlossary(db: Knex): Promise<GlossaryFacts> {
  const rows = await db('instrument_versions')
    .orderBy('published_at', 'desc')
    .orderBy('instrument_id')
    .select('definition');
  return {
    terms: rows.flatMap(({ definition }) => definition.terms ?? []),
    credits: [...new Set(rows.map(({ definition }) => definition.source.credit))],
  };
}

/** The names of those who coordinate the person's own system. */
export async function listCoordinators(db: Knex, scope: Scope): Promise<string[]> {
  return db('memberships as m')
    .join('members as p', { 'p.system_id': 'm.system_id', 'p.person_id': 'm.person_id' })
    .where({ 'm.system_id': scope.systemId, 'm.role': 'coordinator' })
    .distinct('p.name')
    .orderBy('p.name')
    .pluck('p.name');
}
