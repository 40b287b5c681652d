/** Publishes the instruments that are shipped; a version that is there already stays as it is. */
import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import { listShippedDefinitions, readShippedDefinition } from './adapters/instruments.ts';
import { publishDefinition } from './features/instruments/instruments.queries.ts';

export async function publishShippedInstruments(db: Knex): Promise<void> {
  for (const { id, version } of listShippedDefinitions()) {
    const definition = readShippedDefinition(id, version);
    if (definition) await publishDefinition(db, definition, randomUUID);
  }
}
