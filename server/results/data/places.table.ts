/** The Places of a round as rows: who was asked and has answered, and what runs there adds up to. */
import { showsTotal } from '../../domain/access/small-numbers.ts';
import { entriesOfPlace } from '../../domain/elements/element-entry.ts';
import type { PlaceMap } from '../../domain/elements/element.ts';
import { spendIn, type Spend } from '../../domain/elements/spend.ts';
import type { VisiblePlace } from '../load.ts';
import { mapProgress, type ServiceMap } from '../service-map.ts';
import type { ScoreFacts } from './scores.table.ts';
import {
  figure,
  shortTable,
  text,
  type Column,
  type DataTable,
  type Field,
  type Value,
} from './table.ts';

interface PlaceRow {
  readonly place: VisiblePlace;
  /** null where the round does not ask it */
  readonly grid: Progress | null;
  readonly map: Progress | null;
  readonly worked: PlaceMap | null;
  /** null where it may not be told, or nobody gave a figure */
  readonly spend: number | null;
  readonly spendAgencies: number | null;
}
interface Progress {
  readonly assigned: number;
  readonly submitted: number;
}

/** @param size how many rows it has */
export function placesTable(load: () => Promise<ScoreFacts>, size: number): DataTable {
  return shortTable(
    { name: 'places', about: 'One row for each Place', columns },
    async () => {
      const facts = await load();
      return facts.places.map((place) => placeRow(place, facts));
    },
    async () => Promise.resolve(size),
  );
}

const families = (name: string, level: 'targeted' | 'specialist'): Column<PlaceRow> => ({
  ...figure(
    name,
    `Families a year that running services name for the ${level} level`,
    ({ worked }) => (worked ? worked.familiesPerYear[level] : null),
  ),
  only: 'cells',
});
const inJson = (
  name: string,
  about: string,
  value: (row: PlaceRow) => Value,
): Column<PlaceRow> => ({
  ...text(name, about, value),
  only: 'json',
});

const columns: readonly Column<PlaceRow>[] = [
  text('place', 'Id of the Place', ({ place }) => place.slug),
  text('placeName', 'The Place', ({ place }) => place.name),
  figure('gridAssigned', 'Agencies that were asked the grid', ({ grid }) => grid?.assigned ?? null),
  figure('gridSubmitted', 'Agencies that submitted it', ({ grid }) => grid?.submitted ?? null),
  figure(
    'mapAssigned',
    'Agencies that were asked the service map',
    ({ map }) => map?.assigned ?? null,
  ),
  figure('mapSubmitted', 'Agencies that submitted it', ({ map }) => map?.submitted ?? null),
  families('familiesTargeted', 'targeted'),
  families('familiesSpecialist', 'specialist'),
  inJson('familiesPerYear', 'Families a year that running services name, by level', ({ worked }) =>
    worked ? { ...worked.familiesPerYear } : null,
  ),
  inJson('coverage', 'Running services by sector and level', ({ worked }) =>
    worked
      ? Object.fromEntries(Object.entries(worked.coverage).map(([id, row]) => [id, { ...row }]))
      : null,
  ),
  inJson('ages', 'Ages that running services take, in months from birth, by level', ({ worked }) =>
    worked ? { ...worked.ages } : null,
  ),
  figure(
    'spend',
    'Pounds a year that running services name together; to those who may not see names only where two agencies or more gave a figure',
    ({ spend }) => spend,
  ),
  figure('spendAgencies', 'Agencies that gave a figure', ({ spendAgencies }) => spendAgencies),
];

export const placesFields: readonly Field[] = columns;

function placeRow(place: VisiblePlace, { grid, map }: ScoreFacts): PlaceRow {
  return {
    place,
    grid: grid ? (grid.progress.get(place.id) ?? nobody) : null,
    ...(map ? mapped(map, place) : unmapped),
  };
}

const nobody = { assigned: 0, submitted: 0 };

const unmapped = { map: null, worked: null, spend: null, spendAgencies: null };

function mapped(map: ServiceMap, place: VisiblePlace) {
  const { total, agencies } = spendOf(map, place);
  const isTold = agencies > 0 && showsTotal(agencies, place.names);
  return {
    map: mapProgress(map, place.id),
    worked: map.places.get(place.id) ?? null,
    spend: isTold ? total : null,
    spendAgencies: agencies,
  };
}

function spendOf({ rules, entries }: ServiceMap, { id }: VisiblePlace): Spend {
  return spendIn(entriesOfPlace(rules, entries, id).running, id);
}
