/** The matrix of sectors by Places: what each offers at which level, its gaps in words (Design 6.1, 10). */
import { coverGapId, coverGaps, type SectorAnswers } from '../../domain/elements/gaps.ts';
import { entriesByPlace } from '../../domain/elements/element-entry.ts';
import type { CareLevel, Coverage } from '../../domain/elements/element.ts';
import type { VisiblePlace } from '../../results/load.ts';
import { sectorAnswers } from '../../results/map-gaps.ts';
import type { Absence } from '../../results/map.queries.ts';
import type { ServiceMap } from '../../results/service-map.ts';
import { paths } from '../../web/paths.ts';
import { levelWords } from './age-words.ts';
import { inColumns, type PlaceHeadView } from './matrix.view.ts';
import { counted } from './words.ts';

export interface SectorOffer {
  /** "Targeted" */
  readonly level: string;
  /** of running services */
  readonly count: number;
  /** "2", "gap", "none yet" */
  readonly text: string;
  readonly isGap: boolean;
  /** an answer that is not there yet may fill it */
  readonly mayFill: boolean;
}
export interface SectorCellView {
  readonly place: string;
  /** "2 gaps", "No gap", "Not asked", "Not answered yet" */
  readonly text: string;
  /** empty where nobody has said anything */
  readonly offers: readonly SectorOffer[];
  /** for those who hear the link */
  readonly label: string;
  readonly href: string;
}
export interface SectorRowView {
  readonly id: string;
  readonly name: string;
  readonly cells: readonly SectorCellView[];
}
export interface SectorTable {
  readonly caption: string;
  readonly places: readonly PlaceHeadView[];
  readonly rows: readonly SectorRowView[];
}

interface Asked {
  readonly places: readonly VisiblePlace[];
  /** of all these Places */
  readonly absences: readonly Absence[];
  readonly roundSlug: string;
}

/** A row for every sector, in the map's order. */
export function sectorRows(
  map: ServiceMap,
  { places, absences, roundSlug }: Asked,
): SectorRowView[] {
  const entriesAt = entriesByPlace(map.rules, map.entries);
  const columns = places.map((place) => {
    const sectors = sectorAnswers(
      map,
      place.id,
      absences.filter(({ placeId }) => placeId === place.id),
    );
    const coverage = map.places.get(place.id)?.coverage ?? {};
    const { running } = entriesAt(place.id);
    const gaps = new Map(
      coverGaps({ sectors, coverage, running }).map((gap) => [gap.id, gap.mayFill]),
    );
    const href = `${paths.placeReport(roundSlug, place.slug)}#services`;
    return sectors.map((sector) =>
      toCell(sector, { counts: coverage[sector.id], gaps, place: place.name, href }),
    );
  });
  return [...map.sectors].map(([id, name], n) => ({
    id,
    name,
    cells: columns.flatMap((cells) => cells[n] ?? []),
  }));
}

interface CellFacts {
  readonly counts: Coverage | undefined;
  /** by id, whether an answer may still fill them */
  readonly gaps: ReadonlyMap<string, boolean>;
  readonly place: string;
  readonly href: string;
}

const levels: readonly CareLevel[] = ['universal', 'targeted', 'specialist'];

function toCell(sector: SectorAnswers, { counts, gaps, place, href }: CellFacts): SectorCellView {
  const isOffered = levels.some((level) => (counts?.[level] ?? 0) > 0);
  const isSilent = !isOffered && sector.submitted + sector.absent === 0;
  const offers = levels.map((level): SectorOffer => {
    const mayFill = gaps.get(coverGapId(sector.id, level));
    const count = counts?.[level] ?? 0;
    return {
      level: levelWords[level].word,
      count,
      text: mayFill === undefined ? String(count) : mayFill ? 'none yet' : 'gap',
      isGap: mayFill === false,
      mayFill: mayFill === true,
    };
  });
  const text = isSilent ? silentText(sector) : gapText(offers);
  return {
    place,
    text,
    offers: isSilent ? [] : offers,
    label: `${text}: ${sector.label} in ${place}`,
    href,
  };
}

const silentText = ({ asked }: SectorAnswers): string =>
  asked === 0 ? 'Not asked' : 'Not answered yet';

function gapText(offers: readonly SectorOffer[]): string {
  const gaps = offers.filter(({ isGap }) => isGap).length;
  if (gaps > 0) return counted(gaps, 'gap', 'gaps');
  return offers.some(({ mayFill }) => mayFill) ? 'No gap yet' : 'No gap';
}

/** How many gaps there are, where most of them lie, and what answers may still fill. */
export function sectorsFinding(rows: readonly SectorRowView[]): string {
  const cells = rows.flatMap((row) => row.cells);
  const count = (kind: 'isGap' | 'mayFill', place?: string): number =>
    cells
      .filter((cell) => place === undefined || cell.place === place)
      .flatMap(({ offers }) => offers.filter((offer) => offer[kind])).length;
  const [gaps, open] = [count('isGap'), count('mayFill')];
  const places = [...new Set(cells.map(({ place }) => place))];
  const most = Math.max(0, ...places.map((place) => count('isGap', place)));
  const fullest = places.filter((place) => count('isGap', place) === most);
  const where =
    fullest.length === 1 && places.length > 1 && gaps > 0
      ? `, most in ${fullest.join('')} (${most})`
      : '';
  return [
    gaps === 0 ? 'No gap is known.' : `${counted(gaps, 'gap', 'gaps')}${where}.`,
    open > 0 ? `${open} more where none is known yet: an answer may still name one.` : '',
  ]
    .filter(Boolean)
    .join(' ');
}

/** Six Places to a table. */
export function sectorTables(
  rows: readonly SectorRowView[],
  heads: readonly PlaceHeadView[],
): SectorTable[] {
  return inColumns(heads).map((places, n) => ({
    caption: `Running services of ${rows.length} sectors in ${places.map(({ name }) => name).join(', ')}`,
    places,
    rows: rows.map((row) => ({ ...row, cells: inColumns(row.cells)[n] ?? [] })),
  }));
}
