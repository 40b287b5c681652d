/** What is set side by side of two Places: domains, elements and sectors, and which of the two is ahead. */
import { elementsAt } from '../../../results/elements.ts';
import { scoreAt, type Grid } from '../../../results/grid.ts';
import type { ServiceMap } from '../../../results/service-map.ts';
import {
  givenText,
  levelText,
  settledLevel,
  showsDistribution,
} from '../../../web/domain-words.ts';
import { sectorRows, type SectorCellView } from '../sector-table.view.ts';
import { counted, lower, toRag, type RagView } from '../words.ts';
import type { PlacesFacts } from './compare.load.ts';
import { colourGap } from './moves.ts';
import { offersText } from './sector-move.ts';

export interface SideCell {
  readonly place: string;
  /** null where it has no colour of its own: a sector */
  readonly rag: RagView | null;
  readonly text: string;
  /** "7 of 8"; '' for none */
  readonly given: string;
}
export interface SideRow {
  readonly name: string;
  readonly cells: readonly SideCell[];
  /** "Saltmere Bay, by 2 levels", "Same", "Not compared: to discuss in Ferrow Vale" */
  readonly ahead: string;
  /** nobody is ahead */
  readonly isQuiet: boolean;
}
export interface SideTable {
  readonly id: string;
  readonly heading: string;
  /** who is ahead in how many */
  readonly text: string;
  /** "Domain" */
  readonly of: string;
  /** heading of the last column */
  readonly difference: string;
  readonly places: readonly string[];
  readonly rows: readonly SideRow[];
}
const NOT_COMPARED = 'Not compared';

export type Pair = NonNullable<PlacesFacts['pair']>;

export function sideTables(facts: PlacesFacts, pair: Pair): SideTable[] {
  const { grid, map } = facts;
  return [
    ...(grid ? [domainTable(grid, pair)] : []),
    ...(map ? [elementTable(map, pair), sectorTable(map, facts, pair)] : []),
  ];
}

/** How one stands to the other: above 0 the first is ahead; null with the reason where it can't be said. */
interface Standing {
  readonly by: number | null;
  readonly why: string;
}

function toRow(
  name: string,
  cells: readonly SideCell[],
  { by, why, unit }: Standing & { readonly unit: readonly [string, string] | null },
): SideRow & Standing {
  const ahead = by === null ? `${NOT_COMPARED}: ${why}` : aheadWords(cells, by, unit);
  return { name, cells, by, why, ahead, isQuiet: by === null || by === 0 };
}

/** "Saltmere Bay, by 2 levels"; colours lie apart by no number. */
function aheadWords(
  cells: readonly SideCell[],
  by: number,
  unit: readonly [string, string] | null,
): string {
  if (by === 0) return 'Same';
  const place = cells[by > 0 ? 0 : 1]?.place ?? '';
  return unit ? `${place}, by ${counted(Math.abs(by), ...unit)}` : place;
}

function domainTable(grid: Grid, pair: Pair): SideTable {
  const rows = grid.domains.map(({ id, text }) => {
    const sides = pair.map((place) => ({ place, score: scoreAt(grid.scores, place.id, id) }));
    const [one, other] = sides.map(({ score }) => settledLevel(score));
    const why = sides
      .filter(({ score }) => settledLevel(score) === null)
      .map(
        ({ place, score }) =>
          `${score.rag === 'discuss' ? 'to discuss' : 'no level'} in ${place.name}`,
      )
      .join('; ');
    const cells = sides.map(({ place, score }) => ({
      place: place.name,
      rag: toRag(score.rag),
      text: levelText(score, {
        words: grid.words,
        shown: showsDistribution(score, place.names),
      }),
      given: givenText(score),
    }));
    const by = why === '' ? (one ?? 0) - (other ?? 0) : null;
    return toRow(text, cells, { by, why, unit: ['level', 'levels'] });
  });
  return {
    id: 'domains',
    heading: 'Domains',
    text: [aheadText(rows, 'domains', pair), furthest(rows)].filter(Boolean).join(' '),
    of: 'Domain',
    difference: 'Ahead',
    places: pair.map(({ name }) => name),
    rows,
  };
}

function elementTable(map: ServiceMap, pair: Pair): SideTable {
  const rows = map.rules.elements.map((rule) => {
    const sides = pair.map((place) => ({
      place: place.name,
      rag: elementsAt(map, place.id).find((one) => one.rule.id === rule.id)?.rag ?? 'white',
    }));
    const [one, other] = sides.map(({ rag }) => rag);
    const by = colourGap(one ?? 'white', other ?? 'white');
    const why = sides
      .filter(({ rag }) => rag === 'white' || rag === 'purple')
      .map(({ place, rag }) => `${lower(toRag(rag).word)} in ${place}`)
      .join('; ');
    const cells = sides.map(({ place, rag }) => ({
      place,
      rag: toRag(rag),
      text: '',
      given: '',
    }));
    return toRow(rule.title, cells, { by, why, unit: null });
  });
  return {
    id: 'elements',
    heading: 'Elements of support',
    text: aheadText(rows, 'elements', pair),
    of: 'Element of support',
    difference: 'Ahead',
    places: pair.map(({ name }) => name),
    rows,
  };
}

/** "Saltmere Bay is ahead in 8 of 11 domains, Ferrow Vale in 1; 2 are the same, 0 can’t be compared." */
function aheadText(rows: readonly Standing[], noun: string, [one, other]: Pair): string {
  const count = (holds: (by: number | null) => boolean): number =>
    rows.filter(({ by }) => holds(by)).length;
  const first = count((by) => by !== null && by > 0);
  const second = count((by) => by !== null && by < 0);
  const same = count((by) => by === 0);
  const open = count((by) => by === null);
  const [ahead, behind] =
    first >= second
      ? [`${one.name} is ahead in ${first}`, `${other.name} in ${second || 'none'}`]
      : [`${other.name} is ahead in ${second}`, `${one.name} in ${first || 'none'}`];
  const rest = open > 0 ? `, ${open} can’t be compared` : '';
  return `${ahead} of ${rows.length} ${noun}, ${behind}; ${same || 'none'} ${same === 1 ? 'is' : 'are'} the same${rest}.`;
}

function furthest(rows: readonly (SideRow & Standing)[]): string {
  const widest = Math.max(0, ...rows.map(({ by }) => Math.abs(by ?? 0)));
  const [first, ...others] = rows.filter(({ by }) => Math.abs(by ?? 0) === widest);
  if (widest === 0 || !first || others.length > 0) return '';
  return `They are furthest apart in ${lower(first.name)}: ${counted(widest, 'level', 'levels')}.`;
}

function sectorTable(map: ServiceMap, { absences, round }: PlacesFacts, pair: Pair): SideTable {
  const rows = sectorRows(map, { places: pair, absences, roundSlug: round.slug }).map(
    ({ name, cells }) => {
      const difference = onlyIn(cells);
      return {
        name,
        cells: cells.map((cell) => ({
          place: cell.place,
          rag: null,
          text: offersText(cell),
          given: '',
        })),
        ahead: difference === '' ? 'Same levels' : difference,
        isQuiet: difference === '' || difference.startsWith(NOT_COMPARED),
        isSame: difference === '',
      };
    },
  );
  const same = rows.filter(({ isSame }) => isSame).length;
  return {
    id: 'sectors',
    heading: 'Sectors',
    text: `${same} of ${counted(rows.length, 'sector offers', 'sectors offer')} services at the same levels in both Places.`,
    of: 'Sector',
    difference: 'Difference',
    places: pair.map(({ name }) => name),
    rows,
  };
}

/** At which levels one of the two has services and the other none; '' where there is no such level. */
function onlyIn(cells: readonly SectorCellView[]): string {
  const silent = cells.filter(({ offers }) => offers.length === 0);
  if (silent.length > 0) {
    return `${NOT_COMPARED}: ${silent.map(({ text, place }) => `${lower(text)} in ${place}`).join('; ')}`;
  }
  return cells
    .map(({ place, offers }, n) => {
      const others = cells[1 - n]?.offers ?? [];
      const only = offers
        .filter(({ count }, level) => count > 0 && others[level]?.count === 0)
        .map(({ level }) => lower(level));
      return only.length === 0 ? '' : `Only ${place}: ${only.join(', ')}`;
    })
    .filter(Boolean)
    .join('. ');
}
