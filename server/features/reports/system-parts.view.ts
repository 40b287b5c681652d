/** The two halves of a system's report: what its maturity grid says, and what its service map says. */
import { takesQuestions } from '../../domain/round/ask.ts';
import type { ActionMarks } from '../../results/action-marks.ts';
import type { Grid } from '../../results/grid.ts';
import type { VisiblePlace } from '../../results/load.ts';
import type { Absence } from '../../results/map.queries.ts';
import type { ReportRound } from '../../results/round.queries.ts';
import type { ServiceMap } from '../../results/service-map.ts';
import { paths } from '../../web/paths.ts';
import { withFlags, type ActionFlagView } from './action-flag.view.ts';
import { elementRows, elementTables, type ElementTable } from './element-table.view.ts';
import { elementsFinding, gridFinding, placeGridFinding } from './finding.ts';
import {
  chooseRows,
  domainSight,
  elementSight,
  type MatrixToolsView,
} from './matrix-choice.view.ts';
import type { MatrixChoice } from './matrix.filter.ts';
import { domainRows, matrixTables, type DomainRow, type MatrixTable } from './matrix.view.ts';
import type { FactView } from './report.view.ts';
import { sectorRows, sectorsFinding, sectorTables, type SectorTable } from './sector-table.view.ts';
import { elementFigures, gridFigures } from './system-figures.view.ts';
import { gridHeads, mapHeads, type Asked } from './system-progress.ts';
import { capital, inWords } from './words.ts';

export interface PartFacts extends Asked {
  readonly round: ReportRound;
  readonly places: readonly VisiblePlace[];
  readonly marks: ActionMarks;
  readonly absences: readonly Absence[];
}

interface Part {
  readonly finding: readonly string[];
  readonly figures: readonly FactView[];
  /** null where there is no such half */
  readonly tools: MatrixToolsView | null;
  /** some cell has the flag of an action, shown or not */
  readonly hasActions: boolean;
}
const noPart: Part = { finding: [], figures: [], tools: null, hasActions: false };

export interface GridPart extends Part {
  readonly tables: readonly MatrixTable[];
  /** of all rows, shown or not */
  readonly cells: DomainRow['cells'];
  readonly comparedWith: string;
}
export const noGrid: GridPart = { ...noPart, tables: [], cells: [], comparedWith: '' };

export function toGridPart(facts: PartFacts, grid: Grid, choice: MatrixChoice): GridPart {
  const { places, marks, round } = facts;
  const rows = withFlags(domainRows(grid, places, round.slug), marks, {
    places,
    nameOf: ({ name }) => name,
  });
  const chosen = chooseRows(rows, domainSight, {
    round: round.slug,
    noun: 'domains',
    choice,
    compares: places.length > 1,
    comparedWith: grid.previousName,
  });
  return {
    finding: places.length === 1 ? loneFinding(rows, grid) : gridFinding(rows, grid.words),
    figures: gridFigures(rows, round.slug),
    tools: chosen.tools,
    hasActions: hasFlags(rows),
    tables: chosen.tools.none ? [] : matrixTables(chosen.rows, gridHeads(facts, grid)),
    cells: rows.flatMap(({ cells }) => cells),
    comparedWith: grid.previousName,
  };
}

interface Flagged {
  readonly cells: readonly { readonly action: ActionFlagView | null }[];
}
const hasFlags = (rows: readonly Flagged[]): boolean =>
  rows.some(({ cells }) => cells.some(({ action }) => action !== null));

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

/** What each sector offers. */
export interface SectorPart {
  readonly heading: string;
  readonly lede: string;
  readonly tables: readonly SectorTable[];
}
export interface MapPart extends Part {
  readonly tables: readonly ElementTable[];
  readonly heading: string;
  readonly sectors: SectorPart;
  readonly rulesHref: string;
  readonly servicesHref: string;
  readonly mapHref: string;
}
export const noMap: MapPart = {
  ...noPart,
  tables: [],
  heading: '',
  sectors: { heading: '', lede: '', tables: [] },
  rulesHref: '',
  servicesHref: '',
  mapHref: '',
};

export function toMapPart(facts: PartFacts, map: ServiceMap, choice: MatrixChoice): MapPart {
  const { places, marks, round } = facts;
  const rows = withFlags(
    elementRows(map, places, {
      slug: round.slug,
      asks: facts.follows && takesQuestions(round.status),
    }),
    marks,
    {
      places,
      nameOf: ({ title }) => title,
    },
  );
  const chosen = chooseRows(rows, elementSight, {
    round: round.slug,
    noun: 'elements',
    choice,
    compares: places.length > 1,
    comparedWith: '',
  });
  return {
    finding: elementsFinding(rows.map((row) => ({ ...row, name: row.title }))),
    figures: elementFigures(rows, round.slug),
    tools: chosen.tools,
    hasActions: hasFlags(rows),
    tables: chosen.tools.none ? [] : elementTables(chosen.rows, mapHeads(facts, map)),
    heading: `${capital(inWords(rows.length))} elements of support`,
    sectors: toSectorPart(facts, map),
    rulesHref: paths.instrument(map.definition.id, map.definition.version),
    servicesHref: paths.services(round.slug),
    mapHref: paths.systemMap(round.slug),
  };
}

function toSectorPart(facts: PartFacts, map: ServiceMap): SectorPart {
  const rows = sectorRows(map, { ...facts, roundSlug: facts.round.slug });
  return {
    heading: `What ${inWords(rows.length)} sectors offer`,
    lede: sectorsFinding(rows),
    tables: sectorTables(rows, mapHeads(facts, map)),
  };
}
