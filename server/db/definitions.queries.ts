/** The definitions that rounds have pinned, read once per process: a published version never changes. */
import type { Knex } from 'knex';
import type { Definition } from '../domain/instrument/definition.ts';

/** Gives the definition of a version by its id; throws where there is none. */
export type Definitions = (versionId: string) => Promise<Definition>;

export function definitionStore(db: Knex): Definitions {
  const known = new Map<string, Promise<Definition>>();
  return (versionId) => {
    const definition = known.get(versionId) ?? readDefinition(db, versionId);
    known.set(versionId, definition);
    // What failed is asked for again next time.
    definition.catch(() => known.delete(versionId));
    return definition;
  };
}

async function readDefinition(db: Knex, versionId: string): Promise<Definition> {
  const row = await db('instrument_versions').where({ id: versionId }).first('definition');
  if (!row) throw new Error(`there is no instrument version ${versionId}`);
  return row.definition;
}
