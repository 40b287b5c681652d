/** What the running services of a Place say of their room: families a year by level, and their staff (Design 6.7, 7). */
import { figureRows, levelsOf } from '../elements/coverage.ts';
import type { MapEntry } from '../elements/element.ts';
import type { Range } from './need.ts';

export interface LevelCapacity {
  /** sum of what is entered */
  readonly families: number;
  /** running services at this level */
  readonly services: number;
  /** of them, those that do not say how many families they take here */
  readonly silent: number;
}

/** A running service at a level, and what it says of its room here; null where it does not say. */
export interface LevelService {
  readonly entry: MapEntry;
  readonly families: number | null;
  readonly wte: number | null;
}

/** @param running what runs in the Place, whatever its focus */
export function levelCapacity(
  running: readonly MapEntry[],
  place: string,
  level: 'targeted' | 'specialist',
): LevelCapacity {
  const services = servicesAt(running, place, level);
  return {
    families: total(services.map(({ families }) => families)),
    services: services.length,
    silent: services.filter(({ families }) => families === null).length,
  };
}

/** What is at the level, or has figures of it for the Place. */
export function servicesAt(
  running: readonly MapEntry[],
  place: string,
  level: 'targeted' | 'specialist',
): LevelService[] {
  return running
    .map((entry) => {
      const rows = figureRows(entry).filter(
        (row) => row['place'] === place && row['level'] === level,
      );
      return { entry, families: sumOf(rows, 'familiesPerYear'), wte: sumOf(rows, 'wte') };
    })
    .filter(
      ({ entry, families, wte }) =>
        levelsOf(entry)?.includes(level) === true || families !== null || wte !== null,
    );
}

/** Null where no row has the figure. */
function sumOf(
  rows: readonly Readonly<Record<string, unknown>>[],
  figure: 'familiesPerYear' | 'wte',
): number | null {
  const given = rows
    .map((row) => row[figure])
    .filter((value): value is number => typeof value === 'number' && Number.isFinite(value));
  return given.length === 0 ? null : total(given);
}

const total = (figures: readonly (number | null)[]): number =>
  figures.reduce<number>((sum, figure) => sum + (figure ?? 0), 0);

/** Babies for whom there is no room; never below nought. */
export function shortfall([low, high]: Range, families: number): Range {
  return [Math.max(0, low - families), Math.max(0, high - families)];
}
