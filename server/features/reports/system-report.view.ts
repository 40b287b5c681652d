/** The system's report: how its Places compare, domain by domain and element by element. */
import type { Grid } from '../../results/grid.ts';
import type { VisiblePlace } from '../../results/load.ts';
import type { Absence } from '../../results/map.queries.ts';
import type { Corrected } from '../../results/editions.ts';
import type { ReportRound } from '../../results/round.queries.ts';
import type { PlaceNeed } from '../../results/needs.ts';
import type { ServiceMap } from '../../results/service-map.ts';
import type { ActionMarks } from '../../results/action-marks.ts';
import { paths } from '../../web/paths.ts';
import { template } from '../../web/reply.ts';
import { toEditions } from './editions.view.ts';
import type { ElementTable } from './element-table.view.ts';
import { matrixKey, type MatrixKey } from './key.view.ts';
import { levelColours, type HasLevels } from './levels.view.ts';
import type { MatrixToolsView } from './matrix-choice.view.ts';
import { systemContext } from './map/findings.ts';
import { toMoney, type MoneyView } from './map/money.view.ts';
import { wholeMatrix, type MatrixChoice } from './matrix.filter.ts';
import type { MatrixTable } from './matrix.view.ts';
import { captionOf, creditsOf, toHead, type LinkView, type ReportHead } from './report.view.ts';
import { unlisted } from './system-figures.view.ts';
import { systemNeed, type SystemNeedView } from './system-need.view.ts';
import {
  noGrid,
  noMap,
  toGridPart,
  toMapPart,
  type GridPart,
  type MapPart,
  type SectorPart,
} from './system-parts.view.ts';
import { answered, emptyOf, soFar } from './system-progress.ts';
import { andList, capital, inWords } from './words.ts';

export interface SystemReportView extends ReportHead, HasLevels {
  readonly key: MatrixKey;
  /** which rows are shown; null where nothing is */
  readonly tools: MatrixToolsView | null;
  readonly tables: readonly MatrixTable[];
  /** the round that changes are counted from; '' where there is none */
  readonly comparedWith: string;
  readonly elementTables: readonly ElementTable[];
  readonly elementsHeading: string;
  /** the elements' finding, where the grid's stands at the top */
  readonly elementsLede: string;
  /** null where the round asks no map, or nobody has submitted yet */
  readonly sectors: SectorPart | null;
  readonly pdfHref: string;
  /** of the PDF with all workings */
  readonly fullHref: string;
  /** all reports of the round in one PDF */
  readonly packHref: string;
  /** '' for those who may not take the data away */
  readonly dataHref: string;
  /** '' for those who may not read it, or not yet */
  readonly boardHref: string;
  readonly rulesHref: string;
  /** its services by age, way in and who asks; '' where the round asks no map */
  readonly servicesHref: string;
  /** null where no Place's births are entered */
  readonly need: SystemNeedView | null;
  /** of every running service once; null where none is known, and before the first answer */
  readonly money: MoneyView | null;
  /** what the service map tells of the Places; '' likewise */
  readonly mapHref: string;
  /** two Places side by side, and what changed since the round before */
  readonly compares: readonly LinkView[];
  /** what a print has behind the sheets of the matrices */
  readonly behind: string;
}
export const systemReportPage = template<SystemReportView>('reports/system');

export interface SystemReportFacts {
  readonly system: string;
  readonly round: ReportRound;
  readonly places: readonly VisiblePlace[];
  /** null where the round does not ask it */
  readonly grid: Grid | null;
  readonly map: ServiceMap | null;
  readonly marks: ActionMarks;
  readonly absences: readonly Absence[];
  /** whoever reads it may take the data away */
  readonly exports: boolean;
  /** whoever reads it looks after the round's progress */
  readonly follows: boolean;
  /** … or read its Board paper */
  readonly readsBoard: boolean;
  readonly corrected: Corrected;
  /** by the Place's id */
  readonly needs: ReadonlyMap<string, PlaceNeed>;
}

export interface SystemReportAsked {
  /** "2026-11-21": what ends soon is counted from it */
  readonly today: string;
  /** the rows; all of them where it is left out */
  readonly choice?: MatrixChoice;
}

/** Finding, figures and key are those of the whole, whatever rows are asked for. */
export function toSystemReportView(
  facts: SystemReportFacts,
  { today, choice = wholeMatrix }: SystemReportAsked,
): SystemReportView {
  const { round, places, grid, map } = facts;
  const head = toHead(round, facts.system);
  const empty = emptyOf(facts);
  const corrected = toEditions(facts.corrected, null);
  const parts = partsOf(facts, choice);
  const need = systemNeed(facts);
  return {
    ...head,
    caption: captionOf('System report', head, corrected),
    corrected,
    heading: headingOf(places),
    empty,
    credits: creditsOf(grid, map),
    levels: levelColours(grid),
    key: keyOf(facts, parts),
    comparedWith: parts.grid.comparedWith,
    elementsHeading: parts.map.heading,
    rulesHref: parts.map.rulesHref,
    servicesHref: parts.map.servicesHref,
    compares: comparesOf(facts),
    ...papersOf(facts),
    need,
    behind: behindText({ need, corrected, notes: head.notes }),
    money: empty ? null : systemMoney(facts, today),
    mapHref: parts.map.mapHref,
    ...(empty ? notYet(facts, parts) : shown(facts, parts)),
  };
}

function systemMoney({ map, round, places }: SystemReportFacts, today: string): MoneyView | null {
  const context = map && systemContext({ map, round, places, today });
  return context && context.running.length > 0 ? toMoney(context) : null;
}

/** What there is to take away, and for whom. */
function papersOf({ round: { slug }, exports, readsBoard }: SystemReportFacts) {
  return {
    pdfHref: paths.systemPdf(slug),
    fullHref: paths.systemFullPdf(slug),
    packHref: paths.pack(slug),
    dataHref: exports ? paths.data(slug) : '',
    boardHref: readsBoard ? paths.boardPaper(slug) : '',
  };
}

interface Parts {
  readonly grid: GridPart;
  readonly map: MapPart;
  /** the grid where there is one; the elements then open with their own finding */
  readonly leading: GridPart | MapPart;
}

/** Rows are chosen of the half that leads. */
function partsOf(facts: SystemReportFacts, choice: MatrixChoice): Parts {
  const grid = facts.grid ? toGridPart(facts, facts.grid, choice) : noGrid;
  const map = facts.map ? toMapPart(facts, facts.map, facts.grid ? wholeMatrix : choice) : noMap;
  return { grid, map, leading: facts.grid ? grid : map };
}

function keyOf({ grid, map, places }: SystemReportFacts, parts: Parts): MatrixKey {
  return matrixKey({
    grid: grid !== null,
    map: map !== null,
    gap: places.length > 1,
    actions: parts.grid.hasActions || parts.map.hasActions,
    cells: parts.grid.cells,
  });
}

type Shown = Pick<
  SystemReportView,
  'lede' | 'facts' | 'tools' | 'tables' | 'elementTables' | 'elementsLede' | 'sectors'
>;

/** Before the first answer there are no rows, nor a figure that leads to some. */
function notYet(facts: SystemReportFacts, { leading }: Parts): Shown {
  return {
    lede: [],
    facts: [...leading.figures.map(unlisted), ...answered(facts)],
    tools: null,
    tables: [],
    elementTables: [],
    elementsLede: '',
    sectors: null,
  };
}

function shown(facts: SystemReportFacts, { grid, map, leading }: Parts): Shown {
  return {
    lede: [...soFar(facts), ...leading.finding],
    facts: [...leading.figures, ...answered(facts)],
    tools: leading.tools,
    tables: grid.tables,
    elementTables: map.tables,
    elementsLede: facts.grid ? map.finding.join(' ') : '',
    sectors: facts.map ? map.sectors : null,
  };
}

/** What there is to compare with; nothing is read for it. */
function comparesOf({ round, places }: SystemReportFacts): LinkView[] {
  const { slug, previous } = round;
  return [
    ...(places.length > 1
      ? [{ text: 'Compare two Places side by side', href: paths.comparePlaces(slug) }]
      : []),
    ...(previous
      ? [{ text: `What changed since ${previous.name}`, href: paths.changes(slug) }]
      : []),
  ];
}

/** "Need against capacity and the sources follow on a sheet of their own." */
function behindText({
  need,
  corrected,
  notes,
}: Pick<SystemReportView, 'need' | 'corrected' | 'notes'>): string {
  const parts = [
    need ? 'need against capacity' : '',
    corrected.editions.length > 0 ? 'what changed since the first publication' : '',
    notes.length > 0 ? 'what this rests on' : '',
    'the sources',
  ];
  return `${capital(andList(parts.filter(Boolean)))} follow on a sheet of their own.`;
}

function headingOf(places: readonly VisiblePlace[]): string {
  const [first] = places;
  return places.length === 1 && first
    ? `How ${first.name} stands`
    : `How the ${inWords(places.length)} Places compare`;
}
