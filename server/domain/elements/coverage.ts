/** What runs in a Place whatever its focus (Design 6.1, 6.2): by sector and level, by age and level, and for how many families. */
import type { AgeRange } from '../answers/answers.ts';
import type { CareLevel, Coverage, MapEntry, PlaceMap, Span } from './element.ts';
import { answerOf } from './evaluate.ts';
import { isAgeRange, isChoices } from './leaf.ts';

/** The items of a service map that these figures are read from. */
const items = { sector: 'sector', levels: 'levels', ages: 'ages', figures: 'figures' } as const;

/** Running entries by sector and level; an entry whose levels are unknown counts nowhere. */
export function coverage(
  sectors: readonly string[],
  running: readonly MapEntry[],
): PlaceMap['coverage'] {
  const ofSector = (sector: string): Coverage => {
    const entries = running.filter((entry) => answerOf(entry.answers, items.sector) === sector);
    return byLevel((level) => entries.filter((entry) => offers(entry, level)).length);
  };
  return Object.fromEntries(sectors.map((sector) => [sector, ofSector(sector)]));
}

/** The ages that some running entry of the level takes, merged; unknown levels and unknown ages count nowhere. */
export function ages(running: readonly MapEntry[]): PlaceMap['ages'] {
  const at = (level: CareLevel): readonly Span[] =>
    merge(running.filter((entry) => offers(entry, level)).flatMap(spanOf));
  return { universal: at('universal'), targeted: at('targeted'), specialist: at('specialist') };
}

/** Sums of the figures that running entries give for this Place and level; 0 where there are none. */
export function familiesPerYear(
  running: readonly MapEntry[],
  place: string,
): PlaceMap['familiesPerYear'] {
  const rows = running.flatMap((entry) => figureRows(entry));
  const sum = (level: CareLevel): number =>
    rows
      .filter((row) => row['place'] === place && row['level'] === level)
      .reduce((total, row) => total + families(row), 0);
  return { targeted: sum('targeted'), specialist: sum('specialist') };
}

function byLevel(count: (level: CareLevel) => number): Coverage {
  return {
    universal: count('universal'),
    targeted: count('targeted'),
    specialist: count('specialist'),
  };
}

function offers(entry: MapEntry, level: CareLevel): boolean {
  return levelsOf(entry)?.includes(level) === true;
}

/** The levels that an entry works at; null where they are not known. */
export function levelsOf({ answers }: MapEntry): readonly string[] | null {
  const levels = answerOf(answers, items.levels);
  return isChoices(levels) ? levels : null;
}

/** The ages that an entry takes; null where they are not known. */
export function agesOf({ answers }: MapEntry): AgeRange | null {
  const range = answerOf(answers, items.ages);
  return isAgeRange(range) ? range : null;
}

function spanOf(entry: MapEntry): readonly Span[] {
  const range = agesOf(entry);
  return range === null ? [] : [[range.from, range.to]];
}

/** In order, without overlap; spans that touch become one. */
function merge(spans: readonly Span[]): readonly Span[] {
  const merged: Span[] = [];
  for (const [from, to] of spans.toSorted((one, other) => one[0] - other[0])) {
    const last = merged.at(-1);
    if (last === undefined || from > last[1]) merged.push([from, to]);
    else merged[merged.length - 1] = [last[0], Math.max(last[1], to)];
  }
  return merged;
}

type Row = Readonly<Record<string, unknown>>;

/** What an entry's agency says of it by Place and level, row by row. */
export function figureRows(entry: MapEntry): readonly Row[] {
  const rows = answerOf(entry.answers, items.figures);
  if (!Array.isArray(rows)) return [];
  return rows.filter((row): row is Row => typeof row === 'object' && row !== null);
}

function families(row: Row): number {
  const figure = row['familiesPerYear'];
  return typeof figure === 'number' && Number.isFinite(figure) ? figure : 0;
}
