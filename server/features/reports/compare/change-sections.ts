/** What is compared of two rounds: domains, elements and sectors, Place by Place. */
import { elementsAt } from '../../../results/elements.ts';
import { scoreAt } from '../../../results/grid.ts';
import type { VisiblePlace } from '../../../results/load.ts';
import type { ServiceMap } from '../../../results/service-map.ts';
import { paths } from '../../../web/paths.ts';
import { inColumns } from '../matrix.view.ts';
import { sectorRows, type SectorCellView } from '../sector-table.view.ts';
import { capital } from '../words.ts';
import type { RoundSide } from './compare.load.ts';
import { colourMove, levelMove, notCompared, tally, type Move } from './moves.ts';
import { sectorMove } from './sector-move.ts';

export interface MoveCell extends Move {
  readonly place: string;
  readonly href: string;
  /** for those who hear the link */
  readonly label: string;
}
interface MoveRow {
  readonly name: string;
  readonly cells: readonly MoveCell[];
}
export interface MoveTable {
  readonly caption: string;
  /** "Domain" */
  readonly of: string;
  readonly places: readonly { readonly name: string; readonly href: string }[];
  readonly rows: readonly MoveRow[];
}
export interface MoveSection {
  readonly id: string;
  readonly heading: string;
  /** how many moved, or why they can't be compared */
  readonly text: string;
  readonly tables: readonly MoveTable[];
}
export const isAsked = ({ places }: RoundSide, { id }: VisiblePlace): boolean =>
  places.some((place) => place.id === id);

interface Kind {
  readonly id: string;
  readonly heading: string;
  /** "Domain" */
  readonly of: string;
  /** what is counted: "levels went up" */
  readonly up: string;
  readonly down: string;
}
const domains: Kind = {
  id: 'domains',
  heading: 'Domains',
  of: 'Domain',
  up: 'levels went up',
  down: 'down',
};
const elements: Kind = {
  id: 'elements',
  heading: 'Elements of support',
  of: 'Element of support',
  up: 'colours are better',
  down: 'worse',
};
const sectors: Kind = {
  id: 'sectors',
  heading: 'Sectors',
  of: 'Sector',
  up: 'offers reach more levels',
  down: 'fewer',
};

export function domainSection(now: RoundSide, then: RoundSide): MoveSection[] {
  const [grid, before] = [now.grid, then.grid];
  if (!grid) return [];
  if (!before) return apart(domains, `${then.round.name} did not ask the maturity grid.`);
  if (now.round.gridVersionId !== then.round.gridVersionId) {
    return apart(domains, otherVersion(now, then, [grid, before]));
  }
  const said = { words: grid.words, times: { now: now.round.name, then: then.round.name } };
  const moveOf = (place: VisiblePlace, id: string): Move =>
    levelMove(
      scoreAt(grid.scores, place.id, id),
      isAsked(then, place) ? before.scores.get(place.id)?.get(id) : undefined,
      said,
    );
  const items = grid.domains.map(({ id, text }) => ({ id, name: text }));
  return together(domains, rowsOf(now, { items, moveOf }), [now, then]);
}

export function elementSection(now: RoundSide, then: RoundSide): MoveSection[] {
  const [map, before] = [now.map, then.map];
  if (!map) return [];
  const why = otherMap(now, then);
  if (!before || why !== '') return apart(elements, why);
  const times = { now: now.round.name, then: then.round.name };
  const moveOf = (place: VisiblePlace, id: string): Move =>
    colourMove(
      colourAt(map, place, id) ?? 'white',
      isAsked(then, place) ? colourAt(before, place, id) : undefined,
      times,
    );
  const items = map.rules.elements.map(({ id, title }) => ({ id, name: title }));
  return together(elements, rowsOf(now, { items, moveOf }), [now, then]);
}

/** What each sector offers at which level, as the matrix tells it. */
export function sectorSection(now: RoundSide, then: RoundSide): MoveSection[] {
  const [map, before] = [now.map, then.map];
  if (!map) return [];
  const why = otherMap(now, then);
  if (why !== '') return apart(sectors, why);
  const times = { now: now.round.name, then: then.round.name };
  const offered = sectorCells(now, map);
  const earlier = before ? sectorCells(then, before) : undefined;
  const moveOf = (place: VisiblePlace, id: string): Move => {
    const cell = offered(place, id);
    return cell
      ? sectorMove(cell, isAsked(then, place) ? earlier?.(place, id) : undefined, times)
      : notCompared(`not asked in ${times.now}`);
  };
  const items = [...map.sectors].map(([id, name]) => ({ id, name }));
  const hrefOf = ({ slug }: VisiblePlace): string =>
    `${paths.placeReport(now.round.slug, slug)}#services`;
  return together(sectors, rowsOf(now, { items, moveOf, hrefOf }), [now, then]);
}

function sectorCells({ round, places, absences }: RoundSide, map: ServiceMap) {
  const rows = sectorRows(map, { places, absences, roundSlug: round.slug });
  return ({ id }: VisiblePlace, sector: string): SectorCellView | undefined =>
    rows.find((row) => row.id === sector)?.cells.at(places.findIndex((place) => place.id === id));
}

/** Why the maps of the two rounds can't be held against each other; '' where they can. */
function otherMap(now: RoundSide, then: RoundSide): string {
  if (!now.map) return '';
  if (!then.map) return `${then.round.name} did not ask the service map.`;
  return now.round.mapVersionId === then.round.mapVersionId
    ? ''
    : otherVersion(now, then, [now.map, then.map]);
}

const colourAt = (map: ServiceMap, place: VisiblePlace, id: string) =>
  elementsAt(map, place.id).find(({ rule }) => rule.id === id)?.rag;

interface Moved {
  readonly items: readonly { readonly id: string; readonly name: string }[];
  readonly moveOf: (place: VisiblePlace, id: string) => Move;
  /** where it was worked out: its part of the method where left out */
  readonly hrefOf?: (place: VisiblePlace) => string;
}

function rowsOf({ round, places }: RoundSide, { items, moveOf, hrefOf }: Moved): MoveRow[] {
  return items.map(({ id, name }) => ({
    name,
    cells: places.map((place) => {
      const move = moveOf(place, id);
      return {
        ...move,
        place: place.name,
        href: hrefOf?.(place) ?? `${paths.placeMethod(round.slug, place.slug)}#${id}`,
        label: `${move.text}: ${name} in ${place.name}`,
      };
    }),
  }));
}

interface Asks {
  readonly definition: { readonly title: string; readonly version: string };
}

function otherVersion(
  now: RoundSide,
  then: RoundSide,
  [asks, asked]: readonly [Asks, Asks],
): string {
  const of = ({ round }: RoundSide, { definition }: Asks): string =>
    `${round.name} asked ${definition.title}, version ${definition.version}`;
  return `${of(now, asks)}; ${of(then, asked)}. Different versions ask different things.`;
}

/** Nothing is compared, and why. */
function apart({ id, heading }: Kind, why: string): MoveSection[] {
  return [{ id, heading, text: `Not compared. ${why}`, tables: [] }];
}

function together(
  kind: Kind,
  rows: readonly MoveRow[],
  [now, then]: readonly [RoundSide, RoundSide],
): MoveSection[] {
  const heads = now.places.map(({ name, slug }) => ({
    name,
    href: paths.placeReport(now.round.slug, slug),
  }));
  const tables = inColumns(heads).map((places, n) => ({
    caption: `${kind.heading} in ${now.round.name} beside ${then.round.name}: ${places.map(({ name }) => name).join(', ')}`,
    of: kind.of,
    places,
    rows: rows.map((row) => ({ ...row, cells: inColumns(row.cells)[n] ?? [] })),
  }));
  const text = movedText(
    kind,
    rows.flatMap(({ cells }) => cells),
  );
  return [{ id: kind.id, heading: kind.heading, text, tables }];
}

/** "14 of 66 levels went up, 3 down; 30 stayed. 19 can’t be compared." */
function movedText({ up, down }: Kind, moves: readonly Move[]): string {
  const found = tally(moves);
  const open = found.open === 0 ? '' : ` ${found.open} can’t be compared.`;
  return capital(
    `${found.up} of ${found.all} ${up}, ${found.down} ${down}; ${found.same} stayed.${open}`,
  );
}
