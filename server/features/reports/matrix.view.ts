/** The matrix of domains by Places, in tables of six columns (Design 10). */
import type { LevelItem } from '../../domain/instrument/definition.ts';
import type { DomainScore, SystemDomainScore } from '../../domain/scoring/score.ts';
import { scoreSystem } from '../../domain/scoring/system.ts';
import { scoreAt, type Grid } from '../../results/grid.ts';
import type { VisiblePlace } from '../../results/load.ts';
import { gapGlyph, type GapGlyph } from '../../web/glyphs/gap.ts';
import { paths } from '../../web/paths.ts';
import { toSteps, type Steps } from '../../web/steps.ts';
import type { ActionFlagView } from './action-flag.view.ts';
import {
  basisOf,
  changeSince,
  domainFlags,
  domainWhy,
  givenText,
  levelText,
  settledLevel,
  showsDistribution,
  type ChangeView,
  type FlagView,
} from '../../web/domain-words.ts';
import { lower, toRag, type RagView } from './words.ts';

export interface PlaceHeadView {
  readonly name: string;
  readonly href: string;
  /** how far it is: "7 of 8 answered" */
  readonly note: string;
}
export interface DomainCellView {
  readonly place: string;
  readonly rag: RagView;
  /** the level's word, or what stands in its place */
  readonly text: string;
  /** the cell's link, for those who hear it: begins with the cell's text, and says where it leads */
  readonly label: string;
  /** null where there is no level to draw */
  readonly level: number | null;
  readonly steps: Steps | null;
  readonly n: number;
  readonly assigned: number;
  /** "7 of 8" */
  readonly given: string;
  /** those that the colour does not say already */
  readonly flags: readonly FlagView[];
  /** "agreed", "median"; '' where there is no level */
  readonly basis: string;
  /** what the agencies' answers alone say */
  readonly why: readonly string[];
  /** since the round before; null for none, or none to tell */
  readonly change: ChangeView | null;
  /** an action that is funded or under way; null for none */
  readonly action: ActionFlagView | null;
  /** how it was worked out */
  readonly href: string;
}
export interface GapView {
  /** in levels; null unless two Places or more have a level */
  readonly gap: number | null;
  /** "2"; "–" where there is none */
  readonly text: string;
  readonly unit: string;
  /** rests on a split that is not agreed */
  readonly open: boolean;
  readonly glyph: GapGlyph;
}
export interface DomainRowView {
  readonly id: string;
  readonly name: string;
  readonly cells: readonly DomainCellView[];
}
export interface MatrixTable {
  readonly caption: string;
  readonly places: readonly PlaceHeadView[];
  readonly rows: readonly (DomainRowView & { readonly gap: GapView | null })[];
  /** the equity gap stands in the last table only, over all Places */
  readonly showsGap: boolean;
}

/** A domain over all visible Places, before it is cut into tables. */
export interface DomainRow extends DomainRowView {
  readonly scores: readonly DomainScore[];
  readonly system: SystemDomainScore;
}

const COLUMNS = 6;

/** In pieces of six, one piece at least. */
export function inColumns<T>(all: readonly T[]): (readonly T[])[] {
  const pieces = Array.from({ length: Math.ceil(all.length / COLUMNS) }, (_, n) =>
    all.slice(n * COLUMNS, (n + 1) * COLUMNS),
  );
  return pieces.length > 0 ? pieces : [[]];
}

export function domainRows(
  grid: Grid,
  places: readonly VisiblePlace[],
  roundSlug: string,
): DomainRow[] {
  return grid.domains.map(({ id, text }) => {
    const scores = places.map((place) => scoreAt(grid.scores, place.id, id));
    return {
      id,
      name: text,
      scores,
      system: scoreSystem(scores),
      cells: places.map((place) => toCell(grid, place, { roundSlug, domain: { id, text } })),
    };
  });
}

function toCell(
  grid: Grid,
  place: VisiblePlace,
  {
    roundSlug,
    domain,
  }: { readonly roundSlug: string; readonly domain: Pick<LevelItem, 'id' | 'text'> },
): DomainCellView {
  const score = scoreAt(grid.scores, place.id, domain.id);
  const shown = showsDistribution(score, place.names);
  const level = settledLevel(score);
  const context = { words: grid.words, shown };
  const text = levelText(score, context);
  const said = score.rag === 'discuss' && shown ? `Agencies say ${text}` : text;
  return {
    place: place.name,
    rag: toRag(score.rag),
    text,
    label: `${said}: ${howWorkedOut(place.name, lower(domain.text))}`,
    level,
    steps: level === null ? null : toSteps(level, 0.85),
    n: score.n,
    assigned: score.assigned,
    given: givenText(score),
    basis: basisOf(score),
    why: domainWhy(score, context),
    flags: domainFlags(score).filter(({ code }) => code !== 'split'),
    change: movedSince(score, grid.before?.get(place.id)?.get(domain.id)),
    action: null,
    href: `${paths.placeMethod(roundSlug, place.slug)}#${domain.id}`,
  };
}

/** "how this was worked out for strategic leadership in Saltmere Bay" */
export function howWorkedOut(place: string, what: string): string {
  return `how this was worked out for ${what} in ${place}`;
}

/** What has not moved is not worth a mark in a small cell. */
function movedSince(now: DomainScore, before: DomainScore | undefined): ChangeView | null {
  const change = changeSince(now, before);
  return change?.kind === 'same' ? null : change;
}

/** In levels; null for one Place alone, which is no nearer to, or further from, another. */
export function equityGap({ scores, system }: Pick<DomainRow, 'scores' | 'system'>): number | null {
  return scores.filter(({ level }) => level !== null).length > 1 ? system.gap : null;
}

function toGap(row: DomainRow): GapView {
  const { scores, system } = row;
  const points = scores.flatMap(({ level, rag }) =>
    level === null ? [] : [{ level, open: rag === 'discuss' }],
  );
  const gap = equityGap(row);
  return {
    gap,
    text: gap === null ? '–' : String(gap),
    unit: gap === null ? '' : gap === 1 ? 'level' : 'levels',
    open: system.gapOpen,
    glyph: gapGlyph(points),
  };
}

/** Six Places to a table. */
export function matrixTables(
  rows: readonly DomainRow[],
  heads: readonly PlaceHeadView[],
): MatrixTable[] {
  const pieces = inColumns(heads);
  return pieces.map((places, n) => {
    const showsGap = heads.length > 1 && n === pieces.length - 1;
    return {
      caption: `Maturity of ${rows.length} domains in ${places.map(({ name }) => name).join(', ')}`,
      places,
      showsGap,
      rows: rows.map((row) => ({
        id: row.id,
        name: row.name,
        cells: inColumns(row.cells)[n] ?? [],
        gap: showsGap ? toGap(row) : null,
      })),
    };
  });
}
