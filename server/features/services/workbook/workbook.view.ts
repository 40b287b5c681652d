/** An agency's entries as a workbook: a row for each, in the definition's order; without entries, a template to fill. */
import type { Cell, Sheet, SheetColumn, Workbook } from '../../../adapters/spreadsheet/workbook.ts';
import type { TableRow } from '../../../domain/answers/answers.ts';
import type { OpenMap } from '../open-map.ts';
import type { StoredEntry } from '../services.queries.ts';
import { cellOf, tableCells } from './cells.ts';
import { helpOf, offeredWords, takesSeveral } from './column-help.ts';
import {
  listsSheet,
  nameOf,
  planWorkbook,
  referenceTitle,
  type TablePlan,
  type WorkbookColumn,
  type WorkbookPlan,
} from './columns.ts';
import { readMe } from './read-me.ts';
import { referenceOf } from './reference.ts';

/** Rows below the last, ready to be filled. */
const emptyRows = 200;
const widths = { text: 22, long: 44, number: 12, date: 13, reference: 41 };
/** a text that may be longer than this has a wide column */
const shortText = 500;

interface List {
  readonly title: string;
  readonly words: readonly string[];
}

/** @param entries those in the list; none for a template */
export function toWorkbook(map: OpenMap, entries: readonly StoredEntry[], now: Date): Workbook {
  const plan = planWorkbook(map.item);
  const lists = listsOf(map, plan);
  return {
    sheets: [
      entriesSheet(map, plan, lists, entries),
      ...plan.tables.map((table) => tableSheet(map, plan, table, lists, entries)),
      readMe(map, plan, now),
      listSheet(lists),
    ],
  };
}

function entriesSheet(
  map: OpenMap,
  plan: WorkbookPlan,
  lists: readonly List[],
  entries: readonly StoredEntry[],
): Sheet {
  const rows = entries.map((entry): Cell[] => [
    ...plan.columns.map((column) => cellOf(column, answerOf(entry, column.item.id), map.fields)),
    referenceOf(entry),
  ]);
  return {
    name: plan.sheet,
    columns: [
      ...plan.columns.map((column) => sheetColumn(map, column, lists)),
      { width: widths.reference, kind: 'text' },
    ],
    rows: [[...heads(plan.columns), { head: referenceTitle }], ...rows],
    sticky: { rows: 1, columns: 1 },
    emptyRows,
  };
}

function answerOf({ answers }: StoredEntry, id: string) {
  return Object.hasOwn(answers, id) ? answers[id] : undefined;
}

/** The entry's name leads each row, and the names entered are offered for a new one. */
function tableSheet(
  map: OpenMap,
  plan: WorkbookPlan,
  tablePlan: TablePlan,
  lists: readonly List[],
  entries: readonly StoredEntry[],
): Sheet {
  const { table, columns, rowTitle } = tablePlan;
  const rows = entries.flatMap((entry) => {
    const answer = answerOf(entry, table.id);
    const tableRows = Array.isArray(answer) ? (answer as readonly TableRow[]) : [];
    return tableRows.map((row): Cell[] => [
      entry.name,
      ...tableCells(tablePlan, row, map.fields),
      referenceOf(entry),
    ]);
  });
  const names = {
    sheet: plan.sheet,
    column: titleColumn(map, plan),
    rows: entries.length + emptyRows,
  };
  const fixed = table.rows
    ? [listed({ width: widths.text, kind: 'text' }, `${tablePlan.sheet}: Row`, lists)]
    : [];
  return {
    name: tablePlan.sheet,
    columns: [
      { width: widths.text, kind: 'text', list: names },
      ...fixed,
      ...columns.map((column) => sheetColumn(map, column, lists)),
      { width: widths.reference, kind: 'text' },
    ],
    rows: [
      [
        { head: plan.entryTitle },
        ...(rowTitle === null ? [] : [{ head: rowTitle }]),
        ...heads(columns),
        { head: referenceTitle },
      ],
      ...rows,
    ],
    sticky: { rows: 1, columns: 1 },
    emptyRows,
  };
}

function titleColumn({ item }: OpenMap, { columns }: WorkbookPlan): number {
  return columns.findIndex((column) => column.item.id === item.titleItem);
}

function heads(columns: readonly WorkbookColumn[]): Cell[] {
  return columns.map(({ title }) => ({ head: title }));
}

function sheetColumn(map: OpenMap, column: WorkbookColumn, lists: readonly List[]): SheetColumn {
  const { item } = column;
  const prompt = { title: nameOf(item), text: helpOf(column, map.items, map.fields) };
  if (item.type === 'number' || item.type === 'money') {
    return { width: widths.number, kind: 'number', prompt };
  }
  if (item.type === 'date') return { width: widths.date, kind: 'date', prompt };
  const isLong = item.type === 'text' && item.maxLength > shortText;
  const text = { width: isLong ? widths.long : widths.text, kind: 'text', prompt } as const;
  return takesSeveral(item) ? text : listed(text, listTitle(column), lists);
}

/** An age may be typed that is not offered; any other answer is one of the list. */
function listed(column: SheetColumn, title: string, lists: readonly List[]): SheetColumn {
  const index = lists.findIndex((list) => list.title === title);
  const list = lists[index];
  if (!list) return column;
  const reference = { sheet: listsSheet, column: index, rows: list.words.length };
  return { ...column, list: reference, strict: !title.endsWith(ageMark) };
}

const ageMark = ': age';

/** One list serves both ends of an age range, and the same column of the same table. */
function listTitle({ item }: WorkbookColumn): string {
  return item.type === 'age-range' ? `${nameOf(item)}${ageMark}` : `${nameOf(item)} [${item.id}]`;
}

function listsOf({ fields }: OpenMap, { columns, tables }: WorkbookPlan): readonly List[] {
  const all = [...columns, ...tables.flatMap((table) => table.columns)].map((column) => ({
    title: listTitle(column),
    words: offeredWords(column, fields),
  }));
  const rows = tables.flatMap(({ sheet, table }) =>
    table.rows ? [{ title: `${sheet}: Row`, words: table.rows.map(({ label }) => label) }] : [],
  );
  const lists = [...all, ...rows].filter(({ words }) => words.length > 0);
  return lists.filter(
    ({ title }, index) => lists.findIndex((one) => one.title === title) === index,
  );
}

/** Without the ids that tell the lists apart in here. */
function listSheet(lists: readonly List[]): Sheet {
  const longest = Math.max(0, ...lists.map(({ words }) => words.length));
  const rows = Array.from({ length: longest }, (_, row) =>
    lists.map(({ words }): Cell => words[row] ?? null),
  );
  return {
    name: listsSheet,
    columns: lists.map(() => ({ width: widths.text, kind: 'text' })),
    rows: [lists.map(({ title }) => ({ head: title.replace(/ \[[^\]]*\]$/, '') })), ...rows],
    sticky: { rows: 1, columns: 0 },
  };
}
