/** The system's report: how its Places compare, domain by domain and element by element. */
import type { Grid } from '../../results/grid.ts';
import type { VisiblePlace } from '../../results/load.ts';
import type { Corrected } from '../../results/editions.ts';
import type { ReportRound } from '../../results/round.queries.ts';
import { mapProgress, type ServiceMap } from '../../results/service-map.ts';
import type { ActionMarks } from '../../results/action-marks.ts';
import { paths } from '../../web/paths.ts';
import { template } from '../../web/reply.ts';
import { withFlags } from './action-flag.view.ts';
import { toEditions } from './editions.view.ts';
import { elementRows, elementTables, type ElementTable } from './element-table.view.ts';
import { elementsFinding, gridFinding, placeGridFinding } from './finding.ts';
import { matrixKey, type MatrixKey } from './key.view.ts';
import { levelColours, type HasLevels } from './levels.view.ts';
import {
  domainRows,
  matrixTables,
  type DomainRow,
  type MatrixTable,
  type PlaceHeadView,
} from './matrix.view.ts';
import {
  captionOf,
  creditsOf,
  toHead,
  type EmptyView,
  type FactView,
  type ReportHead,
} from './report.view.ts';
import { elementFigures, gridFigures } from './system-figures.view.ts';
import { capital, inWords } from './words.ts';

export interface SystemReportView extends ReportHead, HasLevels {
  readonly key: MatrixKey;
  readonly tables: readonly MatrixTable[];
  /** the round that changes are counted from; '' where there is none */
  readonly comparedWith: string;
  readonly elementTables: readonly ElementTable[];
  readonly elementsHeading: string;
  /** the elements' finding, where the grid's stands at the top */
  readonly elementsLede: string;
  readonly pdfHref: string;
  /** '' for those who may not take the data away */
  readonly dataHref: string;
  readonly rulesHref: string;
  /** its services by age, way in and who asks; '' where the round asks no map */
  readonly servicesHref: string;
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
  /** whoever reads it may take the data away */
  readonly exports: boolean;
  readonly corrected: Corrected;
}

export function toSystemReportView(facts: SystemReportFacts): SystemReportView {
  const { round, places, grid, map } = facts;
  const head = toHead(round, facts.system);
  const empty = emptyOf(facts);
  const corrected = toEditions(facts.corrected, null);
  const gridPart = grid ? toGridPart(facts, grid) : noGrid;
  const mapPart = map ? toMapPart(facts, map) : noMap;
  // The grid leads where there is one; the elements then open with their own finding.
  const leading = grid ? gridPart : mapPart;
  return {
    ...head,
    caption: captionOf('System report', head, corrected),
    corrected,
    heading: headingOf(places),
    facts: [...leading.figures, ...answered(facts)],
    empty,
    credits: creditsOf(grid, map),
    levels: levelColours(grid),
    key: matrixKey({
      grid: grid !== null,
      map: map !== null,
      gap: places.length > 1,
      actions: gridPart.tables.some(hasFlags) || mapPart.tables.some(hasFlags),
      cells: gridPart.tables.flatMap(({ rows }) => rows.flatMap(({ cells }) => cells)),
    }),
    comparedWith: gridPart.comparedWith,
    elementsHeading: mapPart.heading,
    rulesHref: mapPart.rulesHref,
    pdfHref: paths.systemPdf(round.slug),
    servicesHref: mapPart.servicesHref,
    dataHref: facts.exports ? paths.data(round.slug) : '',
    ...(empty ? nothing : { lede: [...soFar(facts), ...leading.finding], tables: gridPart.tables }),
    ...(empty ? nothingMapped : mappedView(mapPart, grid !== null)),
  };
}

interface Flagged {
  readonly rows: readonly { readonly cells: readonly { readonly action: object | null }[] }[];
}
const hasFlags = ({ rows }: Flagged): boolean =>
  rows.some(({ cells }) => cells.some(({ action }) => action !== null));

const nothing = { lede: [], tables: [] };
const nothingMapped = { elementTables: [], elementsLede: '' };

function mappedView({ tables, finding }: MapPart, besideGrid: boolean) {
  return { elementTables: tables, elementsLede: besideGrid ? finding.join(' ') : '' };
}

interface GridPart {
  readonly finding: readonly string[];
  readonly figures: readonly FactView[];
  readonly tables: readonly MatrixTable[];
  readonly comparedWith: string;
}
const noGrid: GridPart = { finding: [], figures: [], tables: [], comparedWith: '' };

function toGridPart(facts: SystemReportFacts, grid: Grid): GridPart {
  const { places, marks } = facts;
  const rows = withFlags(domainRows(grid, places, facts.round.slug), marks, {
    places,
    nameOf: ({ name }) => name,
  });
  return {
    finding: facts.places.length === 1 ? loneFinding(rows, grid) : gridFinding(rows, grid.words),
    figures: gridFigures(rows),
    tables: matrixTables(rows, gridHeads(facts, grid)),
    comparedWith: grid.previousName,
  };
}

/** With one Place in sight there is nothing to compare. */
function loneFinding(rows: readonly DomainRow[], { words }: Grid): string[] {
  const standing = rows.flatMap(({ cells }) =>
    cells.map(({ level, rag, change }) => ({
      level,
      discuss: rag.code === 'discuss',
      up: change?.kind === 'up',
    })),
  );
  return placeGridFinding(standing, words);
}

interface MapPart {
  readonly finding: readonly string[];
  readonly figures: readonly FactView[];
  readonly tables: readonly ElementTable[];
  readonly heading: string;
  readonly rulesHref: string;
  readonly servicesHref: string;
}
const noMap: MapPart = {
  finding: [],
  figures: [],
  tables: [],
  heading: '',
  rulesHref: '',
  servicesHref: '',
};

function toMapPart(facts: SystemReportFacts, map: ServiceMap): MapPart {
  const { places, marks } = facts;
  const rows = withFlags(elementRows(map, places, facts.round.slug), marks, {
    places,
    nameOf: ({ title }) => title,
  });
  return {
    finding: elementsFinding(rows.map((row) => ({ ...row, name: row.title }))),
    figures: elementFigures(rows),
    tables: elementTables(rows, mapHeads(facts, map)),
    heading: `${capital(inWords(rows.length))} elements of support`,
    rulesHref: paths.instrument(map.definition.id, map.definition.version),
    servicesHref: paths.services(facts.round.slug),
  };
}

function headingOf(places: readonly VisiblePlace[]): string {
  const [first] = places;
  return places.length === 1 && first
    ? `How ${first.name} stands`
    : `How the ${inWords(places.length)} Places compare`;
}

/** How many responses there are, and of how many asked: of the Places that are shown. */
function responses({ grid, map, places }: SystemReportFacts) {
  const progress = places.flatMap((place) => grid?.progress.get(place.id) ?? []);
  const ids = new Set(places.map(({ id }) => id));
  const asked = map?.agencies.filter((agency) => agency.places.some((id) => ids.has(id))) ?? [];
  const sum = (key: 'assigned' | 'submitted'): number =>
    progress.reduce((total, row) => total + row[key], 0);
  return {
    assigned: sum('assigned') + asked.length,
    submitted: sum('submitted') + asked.filter(({ submitted }) => submitted).length,
  };
}

/** While agencies answer, a finding is one of the moment, and says so first. */
function soFar(facts: SystemReportFacts): string[] {
  if (facts.round.status !== 'open') return [];
  const { submitted, assigned } = responses(facts);
  return [`The round is open: ${submitted} of ${assigned} answers are in.`];
}

function emptyOf(facts: SystemReportFacts): EmptyView | null {
  const { assigned, submitted } = responses(facts);
  const settled = [facts.grid, facts.map].some((one) => (one?.agreed.length ?? 0) > 0);
  if (submitted > 0 || settled) return null;
  return {
    heading: 'Nobody has submitted yet',
    text:
      assigned === 0
        ? 'No agency is asked in this round.'
        : `Levels and colours appear here with the first of ${assigned} answers.`,
  };
}

function answered(facts: SystemReportFacts): FactView[] {
  const { assigned, submitted } = responses(facts);
  const label = `answers in, of ${assigned} assigned`;
  return [{ rag: '', value: String(submitted), label, href: '' }];
}

function gridHeads({ places, round }: SystemReportFacts, grid: Grid): PlaceHeadView[] {
  return places.map((place) => {
    const agreed = grid.agreed.filter(({ placeId }) => placeId === place.id).length;
    const { submitted = 0, assigned = 0 } = grid.progress.get(place.id) ?? {};
    return {
      name: place.name,
      href: paths.placeReport(round.slug, place.slug),
      note:
        agreed > 0
          ? `${agreed} of ${grid.domains.length} agreed`
          : `${submitted} of ${assigned} answered`,
    };
  });
}

function mapHeads({ places, round }: SystemReportFacts, map: ServiceMap): PlaceHeadView[] {
  return places.map((place) => {
    const { submitted, assigned } = mapProgress(map, place.id);
    return {
      name: place.name,
      href: paths.placeReport(round.slug, place.slug),
      note: `${submitted} of ${assigned} answered`,
    };
  });
}
