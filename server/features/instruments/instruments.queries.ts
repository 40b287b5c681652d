/** Instrument versions in the database: published once, never changed. */
import type { Knex } from 'knex';
import type { Definition } from '../../domain/instrument/definition.ts';

/** Publishes a checked definition; the same version again changes nothing. */
export async function publishDefinition(
  db: Knex,
  definition: Definition,
  newId: () => string,
): Promise<void> {
  await db('instruments').insert({ id: definition.id }).onConflict('id').ignore();
  await db('instrument_versions')
    .insert({
      id: newId(),
      instrument_id: definition.id,
      version: definition.version,
      kind: definition.kind,
      definition: JSON.stringify(definition),
    })
    .onConflict(['instrument_id', 'version'])
    .ignore();
}

export async function listInstruments(db: Knex): Promise<Definition[]> {
  const rows = await db('instrument_versions')
    .orderBy(['instrument_id', { column: 'published_at', order: 'desc' }])
    .select('definition');
  return rows.map(({ definition }) => definition);
}

export async function findInstrument(
  db: Knex,
  id: string,
  version: string,
): Promise<Definition | undefined> {
  const row = await db('instrument_versions')
    .where({ instrument_id: id, version })
    .first('definition');
  return row?.definition;
}
