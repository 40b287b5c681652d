/** Enters agencies' services, says "No service" where they have none, and submits the map. */
import type { Knex } from 'knex';
import { readShippedDefinition } from '../../adapters/instruments.ts';
import type { Scope } from '../../domain/access/scope.ts';
import type { SimpleAnswers } from '../../domain/answers/answers.ts';
import type { EntriesItem } from '../../domain/instrument/definition.ts';
import { entriesItem } from '../../domain/instrument/items.ts';
import { markAsPaper } from '../../db/paper.queries.ts';
import { submitResponse } from '../../features/responses/submit.queries.ts';
import { sayNoService } from '../../features/services/absences.queries.ts';
import { insertEntries } from '../../features/services/entries.queries.ts';
import type { AgencyPlan } from '../../features/set-up/plan.ts';
import { idOf, type SystemIds } from '../../features/set-up/set-up.queries.ts';
import { isHeldBack, isOnPaper, momentOf, responseOf, speakers, type Loading } from './loading.ts';
import type { SeedEntry } from './seed.types.ts';
import { serviceEntries } from './service-entries.ts';

function serviceItem(): EntriesItem {
  const definition = readShippedDefinition('pair-service-map');
  const item = definition && entriesItem(definition);
  if (!item) throw new Error('the shipped service map has no entries');
  return item;
}

type Row = Readonly<Record<string, unknown>>;

/** Files name Places by slug, answers by id: in the entry itself and in its table of figures. */
export function toAnswers(entry: SeedEntry, ids: Pick<SystemIds, 'places'>): SimpleAnswers {
  const idOfPlace = (slug: unknown): string => idOf(ids.places, String(slug));
  const figures = entry['figures'] as readonly Row[] | undefined;
  return {
    ...entry,
    places: entry.places === null ? null : entry.places.map(idOfPlace),
    ...(figures && { figures: figures.map((row) => ({ ...row, place: idOfPlace(row['place']) })) }),
  };
}

export interface Entered {
  readonly responseId: string;
  readonly entries: readonly SeedEntry[];
  readonly newId: () => string;
  readonly now: Date;
}

export async function enterServices(
  db: Knex,
  scope: Scope,
  ids: SystemIds,
  { responseId, entries, newId, now }: Entered,
): Promise<void> {
  const target = { responseId, item: serviceItem() };
  const written = entries.map((entry) => ({ id: newId(), answers: toAnswers(entry, ids), now }));
  await insertEntries(db, scope, target, written);
}

export async function loadMaps(loading: Loading): Promise<void> {
  for (const [turn, [slug, used]] of Object.entries(loading.round.services).entries()) {
    const agency = loading.seed.system.agencies.find((each) => each.slug === slug);
    if (!agency) throw new Error(`${loading.round.slug}: there is no agency ${slug}`);
    const entries = serviceEntries(loading.seed, agency, used, loading.today);
    await loadMap(loading, agency, entries, momentOf(loading, turn + 7));
  }
}

async function loadMap(
  loading: Loading,
  agency: AgencyPlan,
  entries: readonly SeedEntry[],
  now: Date,
): Promise<void> {
  const { db, ids, newId } = loading;
  const responseId = responseOf(loading, agency.slug, null);
  const [scope] = speakers(loading, agency.slug);
  if (isOnPaper(loading, agency.slug)) await markAsPaper(db, scope, { responseId, now });
  await enterServices(db, scope, ids, { responseId, entries, newId, now });
  if (isHeldBack(loading, agency.slug, 'services')) return;
  for (const [groupId, place] of leftOpen(agency, entries)) {
    await sayNoService(db, scope, { responseId, groupId, placeId: idOf(ids.places, place), now });
  }
  await submitResponse(db, scope, { responseId, now });
}

/** The sectors and Places that no entry accounts for: submitting asks for a word on each. */
export function leftOpen(
  { sectors, places }: AgencyPlan,
  entries: readonly SeedEntry[],
): [string, string][] {
  return sectors.flatMap((sector) =>
    places
      .filter(
        (place) =>
          !entries.some((entry) => entry['sector'] === sector && entry.places?.includes(place)),
      )
      .map((place): [string, string] => [sector, place]),
  );
}
