/** The sheet that says what the others hold, how to fill them in, and where the questions come from. */
import type { Cell, Sheet } from '../../../adapters/spreadsheet/workbook.ts';
import { formatDate, formatTime } from '../../../web/time.ts';
import type { OpenMap } from '../open-map.ts';
import { helpOf } from './column-help.ts';
import { listsSheet, type WorkbookColumn, type WorkbookPlan } from './columns.ts';

export function readMe(map: OpenMap, plan: WorkbookPlan, now: Date): Sheet {
  const { definition, response, item } = map;
  const { title, version, source, summary } = definition;
  const made = `${formatDate(now)}, ${formatTime(now)}`;
  const heading: Cell[][] = [
    [{ title }],
    [{ prose: `${response.agencyName}, ${response.roundName}` }],
    [{ prose: summary }],
    [],
    [{ title: 'How to fill it in' }],
    ...steps(item.noun, plan).map((text): Cell[] => [{ prose: text }]),
    [],
  ];
  const end: Cell[][] = [
    [],
    [{ title: 'Where the questions come from' }],
    [{ prose: `${title}, version ${version} (${definition.id})` }],
    [{ prose: `Drawn from: ${source.credit}` }],
    [{ prose: `Made on ${made}` }],
  ];
  return {
    name: 'Read me',
    columns: [
      { width: 46, kind: 'text' },
      { width: 66, kind: 'text' },
    ],
    rows: [...heading, ...columnTables(map, plan), ...end],
  };
}

function steps(
  { one, many }: { readonly one: string; readonly many: string },
  { sheet, tables }: WorkbookPlan,
): string[] {
  return [
    `Sheet “${sheet}”: a row for each ${one}. Columns may be in any order; leave out what you don’t know.`,
    ...tables.map(
      (table) =>
        `Sheet “${table.sheet}”: a row for each line of figures, with the name of its ${one} in the first column.`,
    ),
    `Several answers in one cell have a semicolon between. All allowed answers stand on the sheet “${listsSheet}”.`,
    `“Reference” finds the ${one} again, also when its name changes. Leave it as it is; it is empty for a new one.`,
    `Upload the file where you downloaded it. You see what every row would do before anything is stored; no row removes a ${one} from the list of ${many}.`,
    'Never name or describe a family so that someone could recognise it.',
  ];
}

function columnTables({ items, fields }: OpenMap, plan: WorkbookPlan): Cell[][] {
  const rowOf = (column: WorkbookColumn): Cell[] => [
    column.title,
    { prose: helpOf(column, items, fields) },
  ];
  const head: Cell[] = [{ head: 'Column' }, { head: 'What stands in it' }];
  return [
    [{ title: `Columns of “${plan.sheet}”` }],
    head,
    ...plan.columns.map(rowOf),
    ...plan.tables.flatMap(({ sheet, columns }): Cell[][] => [
      [],
      [{ title: `Columns of “${sheet}”` }],
      head,
      ...columns.map(rowOf),
    ]),
  ];
}
