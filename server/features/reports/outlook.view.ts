/** A round's results at a glance, for the start page: each Place's colours, what is to discuss, what stands out. */
import type { Rag } from '../../domain/scoring/score.ts';
import { scoreAt } from '../../results/grid.ts';
import type { VisiblePlace } from '../../results/load.ts';
import type { Outlook, OutlookPlace } from '../../web/outlook.ts';
import { paths } from '../../web/paths.ts';
import { elementRows, type ElementRowView } from './element-table.view.ts';
import { toGaps } from './gaps.ts';
import { domainRows, type DomainRow } from './matrix.view.ts';
import { moneyGap } from './money-gap.ts';
import { toSystemReportView, type SystemReportFacts } from './system-report.view.ts';
import { capital, inWords, levelWords } from './words.ts';

/** @param today "2026-11-21": what ends soon is counted from it */
export function toOutlook(facts: SystemReportFacts, today: string): Outlook {
  const { round, places, grid, map } = facts;
  const domains = grid ? domainRows(grid, places, round.slug) : [];
  const elements = map ? elementRows(map, places, { slug: round.slug, asks: false }) : [];
  const { lede, empty } = toSystemReportView(facts, { today });
  const systemHref = paths.systemReport(round.slug);
  const words = grid?.words ?? levelWords({});
  return {
    about: grid ? counted(domains.length, 'domains') : counted(elements.length, 'elements'),
    finding: lede,
    places: places.map((place, n) => toPlace(facts, place, { domains, elements, n })),
    gaps: empty
      ? []
      : toGaps({
          domains: toldAtPlaces(facts, domains),
          elements: toldAtPlaces(facts, elements),
          money: map ? moneyGap(map, named(facts), today) : [],
          words,
          systemHref,
        }),
  };
}

function named({ round, places }: SystemReportFacts) {
  return places.map(({ id, name, slug }) => ({
    id,
    name,
    href: paths.placeReport(round.slug, slug),
  }));
}

/** The matrix leads from a cell to its working; a start page to where the Place's page tells of it. */
function toldAtPlaces<Row extends DomainRow | ElementRowView>(
  { round, places }: SystemReportFacts,
  rows: readonly Row[],
): Row[] {
  return rows.map((row) => ({
    ...row,
    cells: row.cells.map((cell, n) => ({
      ...cell,
      href: `${paths.placeReport(round.slug, places[n]?.slug ?? '')}#${row.id}`,
    })),
  }));
}

const counted = (count: number, noun: string): string => `${capital(inWords(count))} ${noun}`;

interface Rows {
  readonly domains: readonly DomainRow[];
  readonly elements: readonly ElementRowView[];
  /** which of the rows' cells are the Place's */
  readonly n: number;
}

function toPlace(
  { round, grid }: SystemReportFacts,
  { id, slug, name }: VisiblePlace,
  { domains, elements, n }: Rows,
): OutlookPlace {
  const coloured = grid ? domains : elements;
  return {
    id,
    name,
    href: paths.placeReport(round.slug, slug),
    reviewHref: paths.review(round.slug, slug),
    pdfHref: paths.placePdf(round.slug, slug),
    colours: coloured.flatMap(({ cells }): Rag[] => {
      const cell = cells[n];
      return cell ? [cell.rag.code] : [];
    }),
    discuss: domains
      .filter(({ cells }) => cells[n]?.rag.code === 'discuss')
      .map((domain) => domain.name),
    domains: domains.length,
    agreed: grid
      ? domains.filter((domain) => scoreAt(grid.scores, id, domain.id).agreed !== null).length
      : 0,
  };
}
