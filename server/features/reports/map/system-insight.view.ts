/** What the service map tells of the Places side by side: a row each, and every figure leads to the Place's own page. */
import type { VisiblePlace } from '../../../results/load.ts';
import type { PlaceNeed } from '../../../results/needs.ts';
import type { ReportRound } from '../../../results/round.queries.ts';
import type { ServiceMap } from '../../../results/service-map.ts';
import { paths } from '../../../web/paths.ts';
import { template } from '../../../web/reply.ts';
import { captionOf, creditsOf, toHead, type EmptyView } from '../report.view.ts';
import { counted } from '../words.ts';
import { placeContext, placeParts, systemContext, type PlaceParts } from './findings.ts';
import { toMoney, type MoneyView } from './money.view.ts';
import { emptyOf } from './place-insight.view.ts';
import type { MapContext } from './services.view.ts';
import { toSpend, type SpendView } from './spend.view.ts';

/** A figure that leads to where its services are named. */
interface LinkedFigure {
  readonly text: string;
  readonly href: string;
}
export interface PlacesTable {
  readonly id: string;
  readonly heading: string;
  readonly note: string;
  readonly columns: readonly string[];
  readonly rows: readonly {
    readonly place: string;
    readonly href: string;
    readonly cells: readonly LinkedFigure[];
  }[];
}
export interface SystemInsightView {
  readonly caption: string;
  readonly round: string;
  readonly lede: string;
  /** instead of all that follows */
  readonly empty: EmptyView | null;
  readonly tables: readonly PlacesTable[];
  /** of every service once; null with `empty` */
  readonly money: MoneyView | null;
  readonly systemHref: string;
  readonly servicesHref: string;
  readonly credits: readonly string[];
}
export const systemInsightPage = template<SystemInsightView>('reports/map/system');

export interface SystemInsightFacts {
  readonly system: string;
  readonly round: ReportRound;
  readonly places: readonly VisiblePlace[];
  /** null where the round asks no service map */
  readonly map: ServiceMap | null;
  /** by Place's id */
  readonly needs: ReadonlyMap<string, PlaceNeed>;
  /** "2026-11-21" */
  readonly today: string;
  readonly leastAgencies: number;
}

export function toSystemInsight(facts: SystemInsightFacts): SystemInsightView {
  const { round, map } = facts;
  return {
    caption: captionOf('Service map', toHead(round, facts.system)),
    round: round.name,
    ...((map && tell(facts, map)) ?? { ...nothing, empty: emptyOf(map) }),
    systemHref: paths.systemReport(round.slug),
    servicesHref: map ? paths.services(round.slug) : '',
    credits: creditsOf(null, map),
  };
}

interface PlaceRow {
  readonly place: VisiblePlace;
  readonly href: string;
  readonly context: MapContext;
  readonly parts: PlaceParts & { readonly spend: SpendView };
}

type Told = Pick<SystemInsightView, 'lede' | 'empty' | 'tables' | 'money'>;
const nothing = { lede: '', tables: [], money: null };

/** Null where nothing runs that could be told of. */
function tell(facts: SystemInsightFacts, map: ServiceMap): Told | null {
  const { round, places, needs, today, leastAgencies } = facts;
  const around = { round, map, today, findGap: () => null };
  const rows = places.map((place): PlaceRow => {
    const context = placeContext({ ...around, place });
    const parts = placeParts(context, place.id, needs.get(place.id) ?? null);
    const href = paths.placeMap(round.slug, place.slug);
    return { place, href, context, parts: { ...parts, spend: toSpend(context, leastAgencies) } };
  });
  const all = systemContext({ round, map, places, today });
  const { running } = all;
  if (running.length === 0) return null;
  return {
    lede: `${counted(running.length, 'running service', 'running services')} in ${counted(places.length, 'Place', 'Places')}. An answer that is missing is counted as not known, never as no.`,
    empty: null,
    tables: columns.map((table) => toTable(table, rows)),
    money: toMoney(all),
  };
}

type Column = readonly [label: string, part: string, figure: (row: PlaceRow) => string];

interface Columns {
  readonly id: string;
  readonly heading: string;
  readonly note: string;
  readonly of: readonly Column[];
}

const closedTo =
  (row: number) =>
  ({ parts }: PlaceRow): string =>
    parts.leftOut.doors.rows[row]?.cells[0] ?? '';

const columns: readonly Columns[] = [
  {
    id: 'left-out',
    heading: 'Who is left out',
    note: 'Running services for families that are closed.',
    of: [
      ['To fathers and co-parents', 'left-out', closedTo(0)],
      ['To self-referral', 'left-out', closedTo(1)],
      ['Before birth', 'left-out', closedTo(2)],
      ['Without interpreters', 'left-out', closedTo(3)],
    ],
  },
  {
    id: 'capacity',
    heading: 'Capacity and money',
    note: 'Spend: figures given for the Place and a level.',
    of: [
      ['Room for all or most families', 'capacity', ({ parts }) => parts.capacity.enough],
      ['Less than contracted', 'capacity', ({ parts }) => parts.capacity.less],
      ['Money ends within 18 months', 'money', ({ parts }) => endingText(parts.money)],
      ['Known spend a year', 'spend', ({ parts }) => parts.spend.total],
    ],
  },
  {
    id: 'fit',
    heading: 'Fit, duplication and staff',
    note: 'Staff: specialist whole-time equivalents for 1,000 births; the benchmark is 2.2 (7.33 WTE for 3,300 births).',
    of: [
      [
        'Interventions designed for another level only',
        'fit',
        ({ parts }) => counted(parts.fit.misfits.length, 'service', 'services'),
      ],
      [
        'Same level, ages and focus',
        'duplication',
        ({ parts }) => counted(parts.duplicates.groups.length, 'group', 'groups'),
      ],
      ['Specialist staff for 1,000 births', 'staffing', ({ parts }) => parts.staffing.rate],
    ],
  },
];

function endingText({ soon, first }: MoneyView): string {
  if (soon === 0) return 'None known';
  return `${counted(soon, 'service', 'services')}, first on ${first}`;
}

function toTable({ of, ...head }: Columns, rows: readonly PlaceRow[]): PlacesTable {
  return {
    ...head,
    columns: of.map(([label]) => label),
    rows: rows.map((row) => ({
      place: row.place.name,
      href: row.href,
      cells: of.map(([, part, figure]) => cellOf(row, part, figure(row))),
    })),
  };
}

/** A Place in which nothing is known to run has a page without parts. */
function cellOf({ href, context }: PlaceRow, part: string, text: string): LinkedFigure {
  return context.running.length === 0 ? { text: '–', href: '' } : { text, href: `${href}#${part}` };
}
