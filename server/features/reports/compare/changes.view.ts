/** Two rounds compared: from which level to which, Place by Place, and why where it can't be said. */
import { elementsAt } from '../../../results/elements.ts';
import { scoreAt } from '../../../results/grid.ts';
import type { VisiblePlace } from '../../../results/load.ts';
import type { ServiceMap } from '../../../results/service-map.ts';
import type { Select } from '../../../web/components.ts';
import { paths } from '../../../web/paths.ts';
import { template } from '../../../web/reply.ts';
import { inColumns } from '../matrix.view.ts';
import { captionOf, toHead } from '../report.view.ts';
import { andList, capital } from '../words.ts';
import type { ChangesFacts, RoundSide } from './compare.load.ts';
import { colourMove, levelMove, tally, type Move } from './moves.ts';

interface MoveCell extends Move {
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
interface MoveSection {
  readonly id: string;
  readonly heading: string;
  /** how many moved, or why they can't be compared */
  readonly text: string;
  readonly tables: readonly MoveTable[];
}
export interface ChangesView {
  readonly caption: string;
  readonly heading: string;
  readonly action: string;
  /** null where there is no other round to choose */
  readonly since: Select | null;
  readonly sections: readonly MoveSection[];
  /** "Only in Autumn 2025: Brackwater."; '' where both asked about all */
  readonly left: string;
  readonly round: string;
  readonly systemHref: string;
}
export const changesPage = template<ChangesView>('reports/compare/changes');

export function toChangesView(facts: ChangesFacts): ChangesView {
  const { now, then, earlier } = facts;
  return {
    caption: captionOf('Two rounds compared', toHead(now.round, facts.system)),
    heading: then ? `What changed since ${then.round.name}` : 'Nothing to compare with yet',
    action: paths.changes(now.round.slug),
    since: earlier.length > 1 ? sinceSelect(facts) : null,
    sections: then ? [...domainSection(now, then), ...elementSection(now, then)] : [],
    left: then ? [onlyIn(now, then), onlyIn(then, now)].filter(Boolean).join(' ') : '',
    round: now.round.name,
    systemHref: paths.systemReport(now.round.slug),
  };
}

function sinceSelect({ earlier, then }: ChangesFacts): Select {
  return {
    id: 'since',
    name: 'since',
    label: 'Compare with',
    items: earlier.map(({ slug, name }) => ({
      value: slug,
      text: name,
      chosen: slug === then?.round.slug,
    })),
  };
}

/** Places that one of the rounds asked about, and the other did not. */
function onlyIn(one: RoundSide, other: RoundSide): string {
  const names = one.places.filter((place) => !isAsked(other, place)).map(({ name }) => name);
  return names.length === 0 ? '' : `Only in ${one.round.name}: ${andList(names)}.`;
}

const isAsked = ({ places }: RoundSide, { id }: VisiblePlace): boolean =>
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

function domainSection(now: RoundSide, then: RoundSide): MoveSection[] {
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
  return together(domains, rowsOf(now, items, moveOf), [now, then]);
}

function elementSection(now: RoundSide, then: RoundSide): MoveSection[] {
  const [map, before] = [now.map, then.map];
  if (!map) return [];
  if (!before) return apart(elements, `${then.round.name} did not ask the service map.`);
  if (now.round.mapVersionId !== then.round.mapVersionId) {
    return apart(elements, otherVersion(now, then, [map, before]));
  }
  const times = { now: now.round.name, then: then.round.name };
  const moveOf = (place: VisiblePlace, id: string): Move =>
    colourMove(
      colourAt(map, place, id) ?? 'white',
      isAsked(then, place) ? colourAt(before, place, id) : undefined,
      times,
    );
  const items = map.rules.elements.map(({ id, title }) => ({ id, name: title }));
  return together(elements, rowsOf(now, items, moveOf), [now, then]);
}

const colourAt = (map: ServiceMap, place: VisiblePlace, id: string) =>
  elementsAt(map, place.id).find(({ rule }) => rule.id === id)?.rag;

function rowsOf(
  { round, places }: RoundSide,
  items: readonly { readonly id: string; readonly name: string }[],
  moveOf: (place: VisiblePlace, id: string) => Move,
): MoveRow[] {
  return items.map(({ id, name }) => ({
    name,
    cells: places.map((place) => {
      const move = moveOf(place, id);
      return {
        ...move,
        place: place.name,
        href: `${paths.placeMethod(round.slug, place.slug)}#${id}`,
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
