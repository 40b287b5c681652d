/** The choice of rows above the matrix: a form whose every answer is an address, and what it leaves. */
import type { Select } from '../../web/components.ts';
import { paths } from '../../web/paths.ts';
import type { ElementRowView } from './element-table.view.ts';
import {
  shownRows,
  shows,
  sortedRows,
  sorts,
  type MatrixChoice,
  type RowSight,
  type Seen,
  type Show,
  type Sort,
} from './matrix.filter.ts';
import { equityGap, type DomainRow } from './matrix.view.ts';

export interface MatrixToolsView {
  readonly action: string;
  readonly selects: readonly Select[];
  /** "4 of 11 domains shown: to discuss in one Place or more."; '' where nothing is left out */
  readonly found: string;
  /** '' where nothing was chosen */
  readonly allHref: string;
  /** nothing fits the choice */
  readonly none: boolean;
}

export interface Chosen<Row> {
  readonly rows: readonly Row[];
  readonly tools: MatrixToolsView;
}

interface About {
  readonly round: string;
  readonly noun: 'domains' | 'elements';
  readonly choice: MatrixChoice;
  /** several Places are compared */
  readonly compares: boolean;
  /** the round that changes are counted from; '' where there is none */
  readonly comparedWith: string;
}

/** The rows as they were asked for, and the form that asks. */
export function chooseRows<Row>(
  rows: readonly Row[],
  sightOf: (row: Row) => RowSight,
  about: About,
): Chosen<Row> {
  const seen = rows.map((row): Seen<Row> => ({ row, sight: sightOf(row) }));
  const { show, sort } = about.choice;
  const shown = sortedRows(shownRows(seen, show), sort);
  const isWhole = show === '' && sort === '';
  return {
    rows: shown.map(({ row }) => row),
    tools: {
      action: `${paths.systemReport(about.round)}#matrix`,
      selects: [showSelect(seen, about), sortSelect(about)],
      found: isWhole ? '' : foundText(`${shown.length} of ${rows.length}`, about),
      allHref: isWhole ? '' : `${paths.systemReport(about.round)}#matrix`,
      none: shown.length === 0,
    },
  };
}

const words: Readonly<Record<Exclude<Show, ''>, string>> = {
  discuss: 'to discuss',
  red: 'red',
  amber: 'amber',
  green: 'green',
  purple: 'in development',
  white: 'unknown',
  few: 'few answers',
  changed: 'changed',
  gap: 'largest equity gap',
};
const orderWords: Readonly<Record<Sort, string>> = {
  '': 'as in the grid',
  gap: 'largest equity gap first',
  lowest: 'lowest first',
  name: 'by name',
};

/** What a row can be asked for: a grid knows no development, a map no answers that differ. */
function isOffered(show: Show | Sort, { noun, compares, comparedWith }: About): boolean {
  if (show === 'gap') return noun === 'domains' && compares;
  if (show === 'changed') return comparedWith !== '';
  if (show === 'purple') return noun === 'elements';
  return noun === 'domains' || (show !== 'discuss' && show !== 'few');
}

function showSelect(seen: readonly Seen<unknown>[], about: About): Select {
  return {
    id: 'show',
    name: 'show',
    label: `Show ${about.noun}`,
    items: shows
      .filter((show) => isOffered(show, about))
      .map((show) => ({
        value: show,
        text: `${show === '' ? 'all' : showWords(show, about)} (${shownRows(seen, show).length})`,
        chosen: show === about.choice.show,
      })),
  };
}

function showWords(show: Exclude<Show, ''>, { comparedWith }: About): string {
  return show === 'changed' && comparedWith !== '' ? `changed since ${comparedWith}` : words[show];
}

function sortSelect(about: About): Select {
  return {
    id: 'sort',
    name: 'sort',
    label: 'Order',
    items: sorts
      .filter((sort) => isOffered(sort, about))
      .map((sort) => ({
        value: sort,
        text: sortWords(sort, about),
        chosen: sort === about.choice.sort,
      })),
  };
}

function sortWords(sort: Sort, { noun }: About): string {
  return sort === '' && noun === 'elements' ? 'as in the strategy' : orderWords[sort];
}

/** "4 of 11 domains shown: red in one Place or more. Lowest first." */
function foundText(counts: string, about: About): string {
  const { show, sort } = about.choice;
  const where = about.compares && show !== 'gap' ? ' in one Place or more' : '';
  const which = show === '' ? '' : `: ${showWords(show, about)}${where}`;
  const order = sort === '' ? '' : ` In order: ${sortWords(sort, about)}.`;
  return `${counts} ${about.noun} shown${which}.${order}`;
}

export function domainSight(row: DomainRow): RowSight {
  return {
    name: row.name,
    colours: row.cells.map(({ rag }) => rag.code),
    few: row.cells.some(({ flags }) => flags.some(({ code }) => code === 'response')),
    changed: row.cells.some(({ change }) => change !== null),
    gap: equityGap(row),
    standing: row.scores.map(({ level }) => level),
  };
}

const ranks = { red: 0, purple: 1, amber: 2, green: 3, white: null, discuss: null } as const;

export function elementSight({ title, cells }: ElementRowView): RowSight {
  return {
    name: title,
    colours: cells.map(({ rag }) => rag.code),
    few: false,
    changed: false,
    gap: null,
    standing: cells.map(({ rag }) => ranks[rag.code]),
  };
}
