/** The levels that a service can be looked for at: those that the service map asks about. */
import { doorItems } from '../../../domain/elements/doors.ts';
import { optionsOf } from '../../../domain/instrument/items.ts';
import type { ServiceMap } from '../../../results/service-map.ts';

interface OfferedLevel {
  readonly id: string;
  readonly label: string;
}

export function levelsOffered({ definition, items }: ServiceMap): readonly OfferedLevel[] {
  const item = items.get(doorItems.levels);
  return item ? optionsOf(definition, item) : [];
}
