/** Through a baby's eyes (Design 6.2): for every month from conception to five, is there an offer of each level, and which services make it? */
import type { AgeRange } from '../answers/answers.ts';
import type { SupportRules } from '../instrument/definition.ts';
import { ages, agesOf, levelsOf } from './coverage.ts';
import { entriesOfPlace } from './element-entry.ts';
import type { CareLevel, ElementEntry, MapEntry, Span } from './element.ts';

/** Months from birth, end exclusive: conception to the fifth birthday. */
export const CHILDHOOD: AgeRange = { from: -9, to: 60 };

export interface LaneEntry {
  readonly entry: MapEntry;
  readonly status: ElementEntry['status'];
  /** as stated, so possibly beyond five; null where not stated */
  readonly ages: AgeRange | null;
}

export interface AgeLane {
  readonly level: CareLevel;
  /** months at which a running service is known to be open, within childhood */
  readonly offered: readonly Span[];
  /** all other months of childhood */
  readonly holes: readonly Span[];
  /** running or in development at this level and taking some age of childhood, by age; those whose ages are not stated last */
  readonly entries: readonly LaneEntry[];
  /** running services that may fill a hole: their level, or their ages, are not known */
  readonly mayFill: readonly MapEntry[];
}

const levels: readonly CareLevel[] = ['universal', 'targeted', 'specialist'];

/** One lane a level, from what serves the Place whatever its focus. Total. */
export function ageLanes(
  rules: SupportRules,
  entries: readonly MapEntry[],
  place: string,
): readonly AgeLane[] {
  const { active, running } = entriesOfPlace(rules, entries, place);
  const merged = ages(running);
  return levels.map((level) => {
    const offered = within(CHILDHOOD, merged[level]);
    const holes = holesBetween(CHILDHOOD, offered);
    return {
      level,
      offered,
      holes,
      entries: active
        .filter(({ entry }) => levelsOf(entry)?.includes(level) === true)
        .map((each): LaneEntry => ({ ...each, ages: agesOf(each.entry) }))
        .filter((each) => each.ages === null || overlaps(CHILDHOOD, each.ages))
        .toSorted(byAge),
      mayFill: running.filter((entry) => couldFill(entry, level, holes)),
    };
  });
}

/** Those parts of the spans that lie in the frame. */
function within(frame: AgeRange, spans: readonly Span[]): readonly Span[] {
  return spans
    .map(([from, to]): Span => [Math.max(from, frame.from), Math.min(to, frame.to)])
    .filter(([from, to]) => from < to);
}

/** What spans in order, without overlap, leave free of the frame. */
export function holesBetween(frame: AgeRange, spans: readonly Span[]): readonly Span[] {
  const starts = [frame.from, ...spans.map(([, to]) => to)];
  const ends = [...spans.map(([from]) => from), frame.to];
  return starts
    .map((from, index): Span => [from, ends[index] ?? frame.to])
    .filter(([from, to]) => from < to);
}

/** Its level and ages do not exclude a hole of this level, and one of the two is not known. */
function couldFill(entry: MapEntry, level: CareLevel, holes: readonly Span[]): boolean {
  const [its, open] = [levelsOf(entry), agesOf(entry)];
  if (its !== null && (open !== null || !its.includes(level))) return false;
  return holes.some(([from, to]) => open === null || overlaps({ from, to }, open));
}

function overlaps(one: AgeRange, other: AgeRange): boolean {
  return one.from < other.to && other.from < one.to;
}

function byAge({ ages: one }: LaneEntry, { ages: other }: LaneEntry): number {
  if (one === null || other === null) return Number(one === null) - Number(other === null);
  return one.from - other.from || one.to - other.to;
}
