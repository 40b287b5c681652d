/** The Places of a round as rows: who was asked and has answered, and what runs there adds up to. */
import { showsTotal } from '../../domain/access/small-numbers.ts';
import { entriesOfPlace } from '../../domain/elements/element-entry.ts';
import type { PlaceMap } from '../../domain/elements/element.ts';
import { agenciesOf, spendLines, sumOf } from '../../domain/map/spending.ts';
import { needInput } from '../../domain/needs/entered.ts';
import { populationNeed, type PopulationNeed } from '../../domain/needs/need.ts';
import { profile, stagedLevel, type Profile } from '../../domain/scoring/place.ts';
import type { Level } from '../../domain/scoring/score.ts';
import { scoreAt, type Grid } from '../grid.ts';
import type { VisiblePlace } from '../load.ts';
import type { Absence } from '../map.queries.ts';
import type { PlaceNeed } from '../needs.ts';
import { mapProgress, type ServiceMap } from '../service-map.ts';
import type { RoundFacts } from './facts.ts';
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
  readonly profile: Profile | null;
  readonly staged: Level | null;
  /** sectors for which an agency said "No service"; null where no map is asked */
  readonly absent: readonly string[] | null;
  readonly year: number | null;
  readonly need: PopulationNeed | null;
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
export function placesTable(load: () => Promise<RoundFacts>, size: number): DataTable {
  return shortTable(
    { name: 'places', about: 'One row for each Place', columns },
    async () => {
      const facts = await load();
      return facts.places.map((place) => placeRow(place, facts));
    },
    async () => Promise.resolve(size),
  );
}

const profileAt = (level: Level): Column<PlaceRow> => ({
  ...figure(
    `profile${level}`,
    `Domains at level ${level}, agreed or else median`,
    ({ profile }) => profile?.[level] ?? null,
  ),
  only: 'cells',
});
const babies = (
  name: string,
  about: string,
  range: 'need' | 'missed',
  end: 0 | 1,
): Column<PlaceRow> => figure(name, about, ({ need }) => need?.specialist[range][end] ?? null);

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
  ...([0, 1, 2, 3, 4] as const).map(profileAt),
  inJson('profile', 'Domains at each level, agreed or else median', ({ profile }) =>
    profile ? { ...profile } : null,
  ),
  figure('staged', 'The level that every domain has reached', ({ staged }) => staged),
  text(
    'noService',
    'Ids of the sectors for which an agency said “No service” here',
    ({ absent }) => absent,
  ),
  figure('birthsYear', 'The year of the births', ({ year }) => year),
  figure('births', 'Births in that year', ({ need }) => need?.births ?? null),
  babies('needLow', 'Babies a year who need specialist help, low end', 'need', 0),
  babies('needHigh', 'The same, high end', 'need', 1),
  babies('missedLow', 'Of them not reached, low end', 'missed', 0),
  babies('missedHigh', 'The same, high end', 'missed', 1),
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

function placeRow(place: VisiblePlace, { grid, map, absences, needs }: RoundFacts): PlaceRow {
  return {
    place,
    ...(grid ? graded(grid, place) : ungraded),
    absent: map ? sectorsAbsent(absences, place) : null,
    ...neededAt(needs.get(place.id)),
    grid: grid ? (grid.progress.get(place.id) ?? nobody) : null,
    ...(map ? mapped(map, place) : unmapped),
  };
}

const ungraded = { profile: null, staged: null };

function graded({ domains, scores }: Grid, { id }: VisiblePlace) {
  const found = domains.map((domain) => scoreAt(scores, id, domain.id));
  return { profile: profile(found), staged: stagedLevel(found) };
}

function sectorsAbsent(absences: readonly Absence[], { id }: VisiblePlace): string[] {
  const said = absences.filter(({ placeId }) => placeId === id).map(({ sector }) => sector);
  return [...new Set(said)].toSorted();
}

function neededAt(entered: PlaceNeed | undefined): Pick<PlaceRow, 'year' | 'need'> {
  const input = entered ? needInput(entered.answers) : null;
  return { year: entered?.year ?? null, need: input ? populationNeed(input) : null };
}

const nobody = { assigned: 0, submitted: 0 };

const unmapped = { map: null, worked: null, spend: null, spendAgencies: null };

function mapped(map: ServiceMap, place: VisiblePlace) {
  const given = spendLines(entriesOfPlace(map.rules, map.entries, place.id).running, [place.id]);
  const agencies = agenciesOf(given);
  const isTold = agencies > 0 && showsTotal(agencies, place.names);
  return {
    map: mapProgress(map, place.id),
    worked: map.places.get(place.id) ?? null,
    spend: isTold ? sumOf(given) : null,
    spendAgencies: agencies,
  };
}
