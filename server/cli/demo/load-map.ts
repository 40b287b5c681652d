/** Enters an agency's services, and says "No service" where it has none. */
import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import { readShippedDefinition } from '../../adapters/instruments.ts';
import type { Scope } from '../../domain/access/scope.ts';
import type { SimpleAnswers } from '../../domain/answers/answers.ts';
import type { EntriesItem } from '../../domain/instrument/definition.ts';
import { entriesItem } from '../../domain/instrument/items.ts';
import { sayNoService } from '../../features/services/absences.queries.ts';
import { insertEntry } from '../../features/services/entries.queries.ts';
import { idOf, type SystemIds } from '../../features/set-up/set-up.queries.ts';
import type { SeedEntry } from './seeds.ts';

export function serviceItem(): EntriesItem {
  const definition = readShippedDefinition('pair-service-map');
  const item = definition && entriesItem(definition);
  if (!item) throw new Error('the shipped service map has no entries');
  return item;
}

type Row = Readonly<Record<string, unknown>>;

/** Files name Places by slug, answers by id: in the entry itself and in its table of figures. */
function toAnswers(entry: SeedEntry, ids: SystemIds): SimpleAnswers {
  const idOfPlace = (slug: unknown): string => idOf(ids.places, String(slug));
  const figures = entry['figures'] as readonly Row[] | undefined;
  return {
    ...entry,
    places: entry.places === null ? null : entry.places.map(idOfPlace),
    ...(figures && { figures: figures.map((row) => ({ ...row, place: idOfPlace(row['place']) })) }),
  };
}

export interface MapAnswers {
  readonly responseId: string;
  readonly entries: readonly SeedEntry[];
  /** [sector, Place] */
  readonly noService: readonly (readonly [string, string])[];
  readonly now: Date;
}

export async function enterServices(
  db: Knex,
  scope: Scope,
  ids: SystemIds,
  { responseId, entries, noService, now }: MapAnswers,
): Promise<void> {
  const target = { responseId, item: serviceItem() };
  for (const entry of entries) {
    const write = { id: randomUUID(), answers: toAnswers(entry, ids), now };
    await insertEntry(db, scope, target, write);
  }
  for (const [groupId, place] of noService) {
    await sayNoService(db, scope, { responseId, groupId, placeId: idOf(ids.places, place), now });
  }
}
