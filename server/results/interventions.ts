/** The interventions that a service map lets its services name, and the levels that each is designed for (Design 6.5). */
import type { CatalogueEntry } from '../domain/instrument/definition.ts';
import type { DesignedFor } from '../domain/map/fit.ts';
import type { ServiceMap } from './service-map.ts';

/** What the interventions' item chooses from, by id. */
export function interventions({ definition, items }: ServiceMap): Map<string, CatalogueEntry> {
  const item = items.get('interventions');
  const name = item?.type === 'multiple' ? item.catalogue : undefined;
  const entries = definition.catalogues?.find(({ id }) => id === name)?.entries ?? [];
  return new Map(entries.map((entry) => [entry.id, entry]));
}

export function designedFor(map: ServiceMap): DesignedFor {
  return new Map(
    [...interventions(map)].map(([id, { levels }]) => [id, levels?.designedFor ?? null]),
  );
}
