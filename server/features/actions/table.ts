/** Actions as rows of a table, for spreadsheets. */
import type { Cell, Workbook } from '../../adapters/spreadsheet/workbook.ts';
import { actionSourceWords, actionStatusWords, type Today } from '../../domain/actions/action.ts';
import type { LevelText } from '../../results/action-levels.ts';
import type { SeenAction } from '../../results/actions.ts';
import { dayOf } from '../../web/time.ts';
import { alarmText, placeWords } from './words.ts';

type Reads = (action: SeenAction, today: Today, level: LevelText) => string | null;

interface Column {
  readonly title: string;
  readonly width: number;
  readonly kind: 'text' | 'date';
  readonly reads: Reads;
}

const text = (title: string, width: number, reads: Reads): Column => ({
  title,
  width,
  kind: 'text',
  reads,
});
const date = (title: string, reads: Reads): Column => ({ title, width: 12, kind: 'date', reads });

export const actionColumns: readonly Column[] = [
  text('Action id', 38, ({ id }) => id),
  text('Place', 24, placeWords),
  text('What', 60, ({ what }) => what),
  text('Status', 12, ({ status }) => actionStatusWords[status]),
  text('Overdue or stuck', 18, alarmText),
  date('Due', ({ dueOn }) => dueOn),
  text('Agency', 30, ({ ownerAgency }) => ownerAgency),
  text('Person', 24, ({ ownerPerson }) => ownerPerson),
  text('Other owners', 24, ({ ownerName }) => ownerName),
  text('Raised from', 18, ({ source }) => (source === 'none' ? '' : actionSourceWords[source])),
  text('About', 30, ({ about }) => about),
  text('Item id', 24, ({ itemId }) => itemId ?? ''),
  text('Round', 20, ({ roundName }) => roundName ?? ''),
  text('Level aimed at', 18, (action, _, level) => level(action)),
  text('Criteria', 60, ({ criteria }) => criteria.map(({ text: words }) => words).join('\n')),
  date('Raised', ({ raisedAt }) => dayOf(raisedAt)),
  text('Raised by', 24, ({ raisedBy }) => raisedBy),
  date('Last change', ({ changedAt }) => dayOf(changedAt)),
];

type Row = readonly (string | null)[];

export function toActionRow(action: SeenAction, today: Today, level: LevelText): Row {
  return actionColumns.map(({ reads }) => reads(action, today, level));
}

/** In a workbook every text is typed as text, so that nothing in it is run as a formula. */
export function toWorkbook(rows: readonly Row[]): Workbook {
  const head = actionColumns.map(({ title }): Cell => ({ head: title }));
  const body = rows.map((row) => row.map(toCell));
  return {
    sheets: [
      {
        name: 'Actions',
        columns: actionColumns.map(({ width, kind }) => ({ width, kind })),
        rows: [head, ...body],
        sticky: { rows: 1, columns: 0 },
      },
    ],
  };
}

function toCell(value: string | null, index: number): Cell {
  if (value === null || value === '') return null;
  return actionColumns[index]?.kind === 'date' ? { date: value } : { prose: value };
}
