/** What the open pages show from the database. */
import type { Knex } from 'knex';
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
