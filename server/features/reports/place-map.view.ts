/** A Place's services: which sector offers what at which level, and every service that was entered (Design 6.1). */
import type { SimpleAnswer } from '../../domain/answers/answers.ts';
import { answerWords } from '../../domain/answers/words.ts';
import type { MapEntry } from '../../domain/elements/element.ts';
import type { VisiblePlace } from '../../results/load.ts';
import type { Absence } from '../../results/map.queries.ts';
import type { ServiceMap } from '../../results/service-map.ts';

export interface CoverageRow {
  readonly sector: string;
  readonly universal: number;
  readonly targeted: number;
  readonly specialist: number;
  /** false where nobody of the sector is asked and nobody else entered anything: its noughts mean nothing */
  readonly asked: boolean;
  /** "2 of 2 answered", "Not asked" */
  readonly said: string;
}
export interface ServiceView {
  readonly name: string;
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

export function placeServices(
  map: ServiceMap,
  place: VisiblePlace,
  absences: readonly Absence[],
): PlaceServicesView {
  const here = new Set(
    map.agencies.filter(({ places }) => places.includes(place.id)).map(({ agency }) => agency),
  );
  const toView = (entry: MapEntry): ServiceView => toService(entry, map, place.names);
  return {
    coverage: coverageRows(map, place, absences),
    services: map.entries.filter(({ places }) => places?.includes(place.id)).map(toView),
    unplaced: map.entries
      .filter(({ places, agency }) => places === null && here.has(agency))
      .map(toView),
  };
}

function coverageRows(
  map: ServiceMap,
  place: VisiblePlace,
  absences: readonly Absence[],
): CoverageRow[] {
  const coverage = map.places.get(place.id)?.coverage ?? {};
  return [...map.sectors].map(([id, label]) => {
    const counts = coverage[id] ?? { universal: 0, targeted: 0, specialist: 0 };
    const said = saidText(map, place, {
      sector: id,
      absent: absences.filter(({ sector }) => sector === id).length,
    });
    const offered = counts.universal + counts.targeted + counts.specialist;
    return { sector: label, ...counts, asked: said !== NOT_ASKED || offered > 0, said };
  });
}

const NOT_ASKED = 'Not asked';

function saidText(
  { agencies }: ServiceMap,
  place: VisiblePlace,
  { sector, absent }: { readonly sector: string; readonly absent: number },
): string {
  const asked = agencies.filter(
    ({ places, sectors }) => places.includes(place.id) && sectors.includes(sector),
  );
  if (asked.length === 0 && absent === 0) return NOT_ASKED;
  const submitted = asked.filter((agency) => agency.submitted).length;
  const answered = `${submitted} of ${asked.length} answered`;
  return absent > 0 ? `${answered}, “No service” from ${absent}` : answered;
}

function toService(entry: MapEntry, map: ServiceMap, names: boolean): ServiceView {
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
