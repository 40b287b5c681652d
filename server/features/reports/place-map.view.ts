/** A Place's services: which sector offers what at which level, and every service that was entered (Design 6.1). */
import type { SimpleAnswer } from '../../domain/answers/answers.ts';
import { answerWords } from '../../domain/answers/words.ts';
import type { Coverage, MapEntry } from '../../domain/elements/element.ts';
import { coverGapId, type SectorAnswers } from '../../domain/elements/gaps.ts';
import type { VisiblePlace } from '../../results/load.ts';
import { sectorAnswers } from '../../results/map-gaps.ts';
import type { Absence } from '../../results/map.queries.ts';
import type { ServiceMap } from '../../results/service-map.ts';
import { paths } from '../../web/paths.ts';
import { levelWords } from './age-words.ts';
import type { FindGap, MapGapView } from './map-gap.view.ts';

export interface CoverageRow {
  readonly sector: string;
  readonly cells: readonly CoverageCell[];
  /** "2 of 2 answered", "Not asked" */
  readonly said: string;
}
/** The running services of a sector at one level. */
interface CoverageCell {
  /** "Targeted" */
  readonly level: string;
  /** "–" where nobody of the sector is asked and nobody else entered anything: a nought would mean nothing */
  readonly count: string;
  /** null where there is none, or it is not known */
  readonly gap: MapGapView | null;
}
export interface ServiceView {
  readonly name: string;
  /** its own page */
  readonly href: string;
  readonly sector: string;
  readonly status: string;
  /** '' for those who may not see names */
  readonly agency: string;
}
/** A list of services as a table of its own. */
export interface ServiceTable {
  readonly caption: string;
  readonly showsAgency: boolean;
  readonly services: readonly ServiceView[];
}
export interface PlaceServicesView {
  readonly coverage: readonly CoverageRow[];
  readonly services: readonly ServiceView[];
  /** of agencies that work here; counted nowhere */
  readonly unplaced: readonly ServiceView[];
}

interface ServicesAsked {
  /** its slug */
  readonly round: string;
  readonly absences: readonly Absence[];
  readonly findGap: FindGap;
}

export function placeServices(
  map: ServiceMap,
  place: VisiblePlace,
  { round, absences, findGap }: ServicesAsked,
): PlaceServicesView {
  const here = new Set(
    map.agencies.filter(({ places }) => places.includes(place.id)).map(({ agency }) => agency),
  );
  const toView = (entry: MapEntry): ServiceView => ({
    ...toService(entry, map, place.names),
    href: paths.service(round, entry.id),
  });
  return {
    coverage: coverageRows(map, place, { absences, findGap }),
    services: map.entries.filter(({ places }) => places?.includes(place.id)).map(toView),
    unplaced: map.entries
      .filter(({ places, agency }) => places === null && here.has(agency))
      .map(toView),
  };
}

const levels = ['universal', 'targeted', 'specialist'] as const;
const noServices: Coverage = { universal: 0, targeted: 0, specialist: 0 };

function coverageRows(
  map: ServiceMap,
  { id: place }: VisiblePlace,
  { absences, findGap }: Omit<ServicesAsked, 'round'>,
): CoverageRow[] {
  const coverage = map.places.get(place)?.coverage ?? {};
  return sectorAnswers(map, place, absences).map((sector) => {
    const counts = coverage[sector.id] ?? noServices;
    const offered = levels.some((level) => counts[level] > 0);
    const counted = offered || sector.asked + sector.absent > 0;
    return {
      sector: sector.label,
      cells: levels.map((level) => ({
        level: levelWords[level].word,
        count: counted ? String(counts[level]) : '–',
        gap: findGap(coverGapId(sector.id, level)),
      })),
      said: saidText(sector),
    };
  });
}

function saidText({ asked, submitted, absent }: SectorAnswers): string {
  if (asked + absent === 0) return 'Not asked';
  const answered = `${submitted} of ${asked} answered`;
  return absent > 0 ? `${answered}, “No service” from ${absent}` : answered;
}

function toService(entry: MapEntry, map: ServiceMap, names: boolean): Omit<ServiceView, 'href'> {
  const { groupItem, statusItem } = map.entriesItem;
  return {
    name: entry.name,
    sector: wordsOf(entry, groupItem, map),
    status: wordsOf(entry, statusItem, map),
    agency: names ? (map.agencies.find(({ agency }) => agency === entry.agency)?.name ?? '') : '',
  };
}

function wordsOf(entry: MapEntry, itemId: string, { items, definition }: ServiceMap): string {
  const item = items.get(itemId);
  if (!item) return '';
  const answer = entry.answers[itemId] as SimpleAnswer | undefined;
  return answerWords(item, answer, { definition, places: new Map() }).join(', ');
}
