/** Need against capacity of every Place, and their sum: where most babies are missed (Design 7). */
import { needInput } from '../../domain/needs/entered.ts';
import { populationNeed, type PopulationNeed, type Range } from '../../domain/needs/need.ts';
import type { VisiblePlace } from '../../results/load.ts';
import type { PlaceNeed } from '../../results/needs.ts';
import type { ServiceMap } from '../../results/service-map.ts';
import { paths } from '../../web/paths.ts';
import { rangeWords } from './need-words.ts';
import { roomOf, shortfallOf, shortfallWords, type Shortfall } from './shortfall.ts';
import { capital, inWords, wholeFigure } from './words.ts';

export interface SystemNeedRow {
  readonly name: string;
  /** of the Place's own figures; '' for the sum */
  readonly href: string;
  /** "3,150 in 2025" */
  readonly births: string;
  readonly need: string;
  readonly missed: string;
  readonly targeted: string;
  readonly specialist: string;
}
export interface SystemNeedView {
  readonly sentence: string;
  readonly rows: readonly SystemNeedRow[];
  /** null with fewer than two Places whose births are known */
  readonly total: SystemNeedRow | null;
  readonly note: string;
}

interface Facts {
  readonly round: { readonly slug: string };
  readonly places: readonly VisiblePlace[];
  readonly needs: ReadonlyMap<string, PlaceNeed>;
  readonly map: ServiceMap | null;
}

interface Worked {
  readonly place: VisiblePlace;
  readonly year: number;
  readonly need: PopulationNeed;
  readonly targeted: Shortfall | null;
  readonly specialist: Shortfall | null;
}

/** Null where no Place's births are entered. */
export function systemNeed({ round, places, needs, map }: Facts): SystemNeedView | null {
  const worked = places.flatMap((place) => workedAt(place, needs.get(place.id), map));
  if (worked.length === 0) return null;
  return {
    sentence: sentenceOf(worked, places.length),
    rows: places.map((place) => toRow(place, worked, paths.placeReport(round.slug, place.slug))),
    total: worked.length > 1 ? totalOf(worked) : null,
    note: 'Shortfall: babies in need for whom the services in the map have no room; “at most” where a service or an agency has not said. Each Place’s page says what its figures rest on.',
  };
}

function workedAt(
  place: VisiblePlace,
  entered: PlaceNeed | undefined,
  map: ServiceMap | null,
): Worked[] {
  const input = entered ? needInput(entered.answers) : null;
  if (!entered || !input) return [];
  const need = populationNeed(input);
  const room = map ? roomOf(map, place.id) : null;
  return [
    {
      place,
      year: entered.year,
      need,
      targeted: shortfallOf(need.levels.targeted, room, 'targeted'),
      specialist: shortfallOf(need.specialist.need, room, 'specialist'),
    },
  ];
}

function sentenceOf(worked: readonly Worked[], places: number): string {
  const { need, missed } = sumOf(worked);
  const where = whereWords(worked, places);
  return `${where}, ${rangeWords(need)} babies a year need specialist help, and services miss ${rangeWords(missed)} of them.${mostWords(worked)}`;
}

function whereWords(worked: readonly Worked[], places: number): string {
  const [first] = worked;
  if (worked.length === places) {
    return places === 1 ? 'In this Place' : `In the ${inWords(places)} Places`;
  }
  return worked.length === 1 && first
    ? `In ${first.place.name}, the one Place whose births are entered`
    : `In the ${inWords(worked.length)} of ${inWords(places)} Places whose births are entered`;
}

/** Where the largest number is missed, if that is one Place alone. */
function mostWords(worked: readonly Worked[]): string {
  const [first, second] = worked.toSorted((one, next) => missedOf(next) - missedOf(one));
  if (!first || !second || missedOf(first) === missedOf(second)) return '';
  return ` The most are in ${first.place.name}: ${rangeWords(first.need.specialist.missed)}.`;
}
const missedOf = ({ need }: Worked): number => need.specialist.missed[1];

function toRow(place: VisiblePlace, worked: readonly Worked[], page: string): SystemNeedRow {
  const found = worked.find((one) => one.place.id === place.id);
  const row = { name: place.name, href: `${page}#need` };
  if (!found) {
    const unknown = { need: '–', missed: '–', targeted: '–', specialist: '–' };
    return { ...row, births: 'Not entered', ...unknown };
  }
  const { year, need, targeted, specialist } = found;
  return {
    ...row,
    births: `${wholeFigure(need.births)} in ${year}`,
    need: rangeWords(need.specialist.need),
    missed: rangeWords(need.specialist.missed),
    targeted: shortfallWords(targeted),
    specialist: shortfallWords(specialist),
  };
}

/** Of the Places whose births are known; what one has too much room for makes up for no other. */
function totalOf(worked: readonly Worked[]): SystemNeedRow {
  const { births, need, missed } = sumOf(worked);
  return {
    name: `${capital(inWords(worked.length))} Places`,
    href: '',
    births: wholeFigure(births),
    need: rangeWords(need),
    missed: rangeWords(missed),
    targeted: shortfallWords(allShortfalls(worked.map(({ targeted }) => targeted))),
    specialist: shortfallWords(allShortfalls(worked.map(({ specialist }) => specialist))),
  };
}

function sumOf(worked: readonly Worked[]) {
  return {
    births: worked.reduce((sum, { need }) => sum + need.births, 0),
    need: sumOfRanges(worked.map(({ need }) => need.specialist.need)),
    missed: sumOfRanges(worked.map(({ need }) => need.specialist.missed)),
  };
}

function allShortfalls(parts: readonly (Shortfall | null)[]): Shortfall | null {
  const known = parts.filter((part) => part !== null);
  if (known.length === 0) return null;
  return {
    babies: sumOfRanges(known.map(({ babies }) => babies)),
    atMost: known.some(({ atMost }) => atMost),
  };
}

const sumOfRanges = (ranges: readonly Range[]): Range =>
  ranges.reduce<Range>((sum, [low, high]) => [sum[0] + low, sum[1] + high], [0, 0]);
