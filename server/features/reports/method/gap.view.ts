/** How the equity gap of a domain is worked out, with the widest one of the round (Design 4.7). */
import { paths } from '../../../web/paths.ts';
import { domainRows, type DomainRow } from '../matrix.view.ts';
import type { SystemReportFacts } from '../system-report.view.ts';
import { counted, lower } from '../words.ts';

export interface GapPlaceView {
  readonly place: string;
  /** "Good progress"; "To discuss" before there is a level */
  readonly level: string;
  /** "highest", "lowest"; '' for those between */
  readonly end: string;
}
export interface MethodGapView {
  readonly domain: string;
  readonly places: readonly GapPlaceView[];
  /** "4 − 1 = 3 levels" */
  readonly sum: string;
  /** an end rests on a split that is not agreed */
  readonly open: boolean;
  readonly systemHref: string;
}

/** Null unless two Places or more may be seen and have a level. */
export function toMethodGap(facts: SystemReportFacts): MethodGapView | null {
  const { grid, places, round } = facts;
  if (!grid || places.length < 2) return null;
  const widest = widestRow(domainRows(grid, places, round.slug));
  if (!widest) return null;
  const { lowest, highest, gap, gapOpen } = widest.system;
  if (lowest === null || highest === null || gap === null) return null;
  return {
    domain: lower(widest.name),
    places: widest.cells.map(({ place, text }, n) => {
      const level = widest.scores[n]?.level ?? null;
      return { place, level: text, end: endOf(level, { lowest, highest }) };
    }),
    sum: `${highest} − ${lowest} = ${counted(gap, 'level', 'levels')}`,
    open: gapOpen,
    systemHref: paths.systemReport(round.slug),
  };
}

/** A gap that rests on settled levels comes first; then the wider one. */
function widestRow(rows: readonly DomainRow[]): DomainRow | undefined {
  const worth = ({ system }: DomainRow): number => (system.gap ?? -1) + (system.gapOpen ? 0 : 10);
  return rows
    .filter(({ scores }) => scores.filter(({ level }) => level !== null).length > 1)
    .toSorted((one, other) => worth(other) - worth(one))[0];
}

function endOf(
  level: number | null,
  { lowest, highest }: { readonly lowest: number; readonly highest: number },
): string {
  if (level === null || lowest === highest) return '';
  if (level === highest) return 'highest';
  return level === lowest ? 'lowest' : '';
}
