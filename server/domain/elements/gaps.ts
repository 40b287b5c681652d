/** The gaps of a Place's service map, each with an id that an action can name and its own words (Design 6.1, 6.2, 6.4, 8). */
import { ageWords } from '../answers/age-words.ts';
import type { SupportRules } from '../instrument/definition.ts';
import { ageLanes, type AgeLane } from './age-lanes.ts';
import { levelsOf } from './coverage.ts';
import { entriesOfPlace } from './element-entry.ts';
import type { CareLevel, Coverage, MapEntry, PlaceMap, Span } from './element.ts';
import { answerOf } from './evaluate.ts';
import { isWithin, moneyEnds } from './money.ts';

export interface Gap {
  /** of its kind and where it lies: the same as long as it is this gap */
  readonly id: string;
  /** "No targeted service from education", up to 200 characters */
  readonly words: string;
}

/** A sector, and what its agencies have said so far. */
export interface SectorAnswers {
  readonly id: string;
  readonly label: string;
  /** agencies asked about the Place */
  readonly asked: number;
  readonly submitted: number;
  /** agencies that said "No service" */
  readonly absent: number;
}

export interface MapGapFacts {
  readonly rules: SupportRules;
  readonly entries: readonly MapEntry[];
  /** its id */
  readonly place: string;
  readonly coverage: PlaceMap['coverage'];
  readonly sectors: readonly SectorAnswers[];
  /** agencies of the Place have not answered yet */
  readonly silent: boolean;
  /** "2026-11-21" */
  readonly today: string;
}

/** Money that ends within so many months is at risk. */
export const AT_RISK = 18;

export const coverGapId = (sector: string, level: CareLevel): string => `sector:${sector}:${level}`;
export const ageGapId = (level: CareLevel, [from, to]: Span): string =>
  `ages:${level}:${from}:${to}`;
export const moneyGapId = (entry: string): string => `money:${entry}`;

/** By sector, by age, then services whose money ends; none where there is nothing to close. */
export function placeGaps(facts: MapGapFacts): Gap[] {
  const { rules, entries, place, silent } = facts;
  const { running } = entriesOfPlace(rules, entries, place);
  const lanes = ageLanes(rules, entries, place);
  return [
    ...coverGaps({ ...facts, running }).map(({ id, words }) => ({ id, words })),
    ...lanes.flatMap((lane) => ageGaps({ ...lane, open: isOpen(lane, silent) })),
    ...running.flatMap((entry) => moneyGaps(entry, facts)),
  ];
}

/** A level at which a sector has no service. */
export interface CoverGap extends Gap {
  /** an answer that is not there yet may fill it */
  readonly mayFill: boolean;
}
interface CoverFacts extends Pick<MapGapFacts, 'coverage' | 'sectors'> {
  /** the entries that serve the Place and run */
  readonly running: readonly MapEntry[];
}

/** By sector alone: what no service of it offers at a level. */
export function coverGaps({ sectors, coverage, running }: CoverFacts): CoverGap[] {
  return sectors.flatMap((sector) => sectorGaps(sector, coverage[sector.id], running));
}

const levels: readonly CareLevel[] = ['universal', 'targeted', 'specialist'];

/** Where somebody of the sector has answered, a nought is a gap: "known" where an answer may still fill it. */
function sectorGaps(
  { id, label, asked, submitted, absent }: SectorAnswers,
  counts: Coverage | undefined,
  running: readonly MapEntry[],
): CoverGap[] {
  if (submitted + absent === 0) return [];
  const unplaced = running.some(
    (entry) => answerOf(entry.answers, 'sector') === id && levelsOf(entry) === null,
  );
  const mayFill = submitted < asked || unplaced;
  return levels
    .filter((level) => (counts?.[level] ?? 0) === 0)
    .map((level) => ({
      id: coverGapId(id, level),
      words: `No ${mayFill ? 'known ' : ''}${level} service: ${label}`,
      mayFill,
    }));
}

/** An answer that is not there yet may fill its holes. */
export function isOpen({ mayFill }: Pick<AgeLane, 'mayFill'>, silent: boolean): boolean {
  return silent || mayFill.length > 0;
}

/** "specialist offer", and whether more than is known may be there: "known specialist offer" */
export function offerWords({ level, open }: Pick<OpenLane, 'level' | 'open'>): string {
  return `${open ? 'known ' : ''}${level} offer`;
}

export interface OpenLane extends Pick<AgeLane, 'level' | 'offered' | 'holes'> {
  /** an answer that is not there yet may fill a hole */
  readonly open: boolean;
}

/** "No specialist offer from 18 months to 5 years", one for each hole. */
export function ageGaps(lane: OpenLane): Gap[] {
  const none = `No ${offerWords(lane)}`;
  return lane.holes.map((hole) => ({
    id: ageGapId(lane.level, hole),
    words: lane.offered.length === 0 ? `${none} at any age` : `${none} from ${spanWords(hole)}`,
  }));
}

/** "birth to 18 months" */
export function spanWords([from, to]: Span): string {
  return `${ageWords(from)} to ${ageWords(to)}`;
}

/** Within 18 months, or over already. */
export function isMoneyAtRisk(entry: MapEntry, today: string): boolean {
  const ends = moneyEnds(entry);
  return ends !== null && isWithin(ends, AT_RISK, today);
}

/** of a service's name in a gap's words */
const LONGEST_NAME = 120;

/** A service as a gap's words name it. */
export function shortName({ name }: Pick<MapEntry, 'name'>): string {
  const letters = Array.from(name);
  return letters.length > LONGEST_NAME ? `${letters.slice(0, LONGEST_NAME).join('')}…` : name;
}

function moneyGaps(entry: MapEntry, { today }: Pick<MapGapFacts, 'today'>): Gap[] {
  const ends = moneyEnds(entry);
  if (ends === null || !isMoneyAtRisk(entry, today)) return [];
  const when = ends < today ? 'has ended' : `ends within ${AT_RISK} months`;
  return [{ id: moneyGapId(entry.id), words: `The money of ${shortName(entry)} ${when}` }];
}
