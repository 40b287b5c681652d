/** What running services cost by level and by commissioner, and whether that may be told to all (Design 1, 6.4). */
import { figureRows } from '../elements/coverage.ts';
import type { MapEntry } from '../elements/element.ts';
import { answerOf } from '../elements/evaluate.ts';

/** A figure that an agency gave. */
export interface SpendLine {
  readonly entry: MapEntry;
  /** option id */
  readonly level: string;
  /** as the agency wrote it; '' where it named nobody */
  readonly commissioners: string;
  /** pounds a year */
  readonly spend: number;
}

export interface SpendSum {
  /** what the lines have in common */
  readonly key: string;
  readonly total: number;
  readonly lines: readonly SpendLine[];
}

/** @param places whose figures are asked for */
export function spendLines(running: readonly MapEntry[], places: readonly string[]): SpendLine[] {
  return running.flatMap((entry) =>
    figureRows(entry).flatMap(({ place, level, spend }) => {
      const here = places.some((id) => id === place);
      if (!here || typeof level !== 'string') return [];
      if (typeof spend !== 'number' || !Number.isFinite(spend)) return [];
      return [{ entry, level, commissioners: commissionersOf(entry), spend }];
    }),
  );
}

/** By first appearance. */
export function spendBy(
  lines: readonly SpendLine[],
  keyOf: (line: SpendLine) => string,
): SpendSum[] {
  const grouped = new Map<string, SpendLine[]>();
  for (const line of lines) grouped.set(keyOf(line), [...(grouped.get(keyOf(line)) ?? []), line]);
  return [...grouped].map(([key, of]) => ({ key, total: sumOf(of), lines: of }));
}

export function sumOf(lines: readonly SpendLine[]): number {
  return lines.reduce((sum, { spend }) => sum + spend, 0);
}

/** How many agencies gave these figures. */
export function agenciesOf(lines: readonly SpendLine[]): number {
  return new Set(lines.map(({ entry }) => entry.agency)).size;
}

/**
 * A sum of one agency is that agency's figure, and so is what is left when all other parts are taken from a
 * total: parts are told together, or none of them, and only where each is of so many agencies or more.
 */
export function tellable(parts: readonly Pick<SpendSum, 'lines'>[], least: number): boolean {
  return parts.length > 0 && parts.every(({ lines }) => agenciesOf(lines) >= least);
}

function commissionersOf({ answers }: MapEntry): string {
  const said = answerOf(answers, 'commissioners');
  return typeof said === 'string' ? said.trim() : '';
}
