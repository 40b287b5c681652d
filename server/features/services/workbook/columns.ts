/** The sheets and columns that a definition's entries make: one row an entry, and a sheet for each table. */
import type {
  ColumnItem,
  EntriesItem,
  SimpleItem,
  TableItem,
} from '../../../domain/instrument/definition.ts';
import { capital } from '../../../web/english.ts';
import type { AnyItem } from './choice-words.ts';

export type PlainItem = Exclude<SimpleItem, TableItem>;

export interface WorkbookColumn<Item extends AnyItem = AnyItem> {
  readonly item: Item;
  /** the end of an age range that stands in it */
  readonly part: 'from' | 'to' | null;
  /** in plain words; no other column of the sheet has the same */
  readonly title: string;
}
export interface TablePlan {
  readonly table: TableItem;
  readonly sheet: string;
  /** says which of the table's fixed rows it is; null where rows are free */
  readonly rowTitle: string | null;
  readonly columns: readonly WorkbookColumn<ColumnItem>[];
}
/** What a workbook of these entries holds, in the definition's order. */
export interface WorkbookPlan {
  readonly sheet: string;
  readonly columns: readonly WorkbookColumn<PlainItem>[];
  readonly tables: readonly TablePlan[];
  /** on a table's sheet: the entry that a row belongs to */
  readonly entryTitle: string;
}

export const readMeSheet = 'Read me';
export const listsSheet = 'Allowed values';
export const referenceTitle = 'Reference (leave as it is)';
const neededMark = ' (needed)';

export function planWorkbook({ noun, sections }: EntriesItem): WorkbookPlan {
  const items = sections.flatMap((section) => section.items);
  const tables = items.filter((item) => item.type === 'table');
  const names = sheetNames([noun.many, ...tables.map(nameOf)]);
  const entryTitle = capital(noun.one);
  return {
    sheet: names[0] ?? '',
    columns: titled(items.flatMap((item) => (item.type === 'table' ? [] : columnsOf(item)))),
    tables: tables.map((table, index) => ({
      table,
      sheet: names[index + 1] ?? '',
      rowTitle: table.rows ? 'Row' : null,
      columns: titled(
        table.columns.flatMap((column) => columnsOf(column)),
        [entryTitle, 'Row'],
      ),
    })),
    entryTitle,
  };
}

export function nameOf({ label, text }: AnyItem): string {
  return label ?? text;
}

function columnsOf<Item extends AnyItem>(item: Item): WorkbookColumn<Item>[] {
  const name = nameOf(item);
  const mark = item.required === true ? neededMark : '';
  if (item.type !== 'age-range') return [{ item, part: null, title: `${name}${mark}` }];
  return [
    { item, part: 'from', title: `${name}: from${mark}` },
    { item, part: 'to', title: `${name}: up to${mark}` },
  ];
}

/** Two items may have the same name: each then has its id beside it. */
function titled<Item extends AnyItem>(
  columns: readonly WorkbookColumn<Item>[],
  others: readonly string[] = [],
): readonly WorkbookColumn<Item>[] {
  const all = [...columns.map(({ title }) => title), ...others, referenceTitle].map(plainTitle);
  return columns.map((column) => {
    const isTaken = all.filter((title) => title === plainTitle(column.title)).length > 1;
    return isTaken ? { ...column, title: `${column.title} [${column.item.id}]` } : column;
  });
}

/** A column's name, whatever was done to its capitals, spaces and marks. */
export function plainTitle(title: string): string {
  return title
    .toLocaleLowerCase('en-GB')
    .replace(neededMark, '')
    .replace(/\(leave as it is\)/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, '');
}

const longestSheetName = 31;
const forbidden = /[[\]/\\:*?\p{Cc}]+/gu;

/** Names as sheets may have them, no two alike. */
export function sheetNames(wanted: readonly string[]): readonly string[] {
  const taken = [readMeSheet, listsSheet].map((name) => name.toLowerCase());
  return wanted.map((name) => {
    const clean =
      capital(
        name
          .replace(forbidden, ' ')
          .replace(/^'+|'+$/g, '')
          .trim(),
      ) || 'Sheet';
    for (let count = 1; ; count++) {
      const end = count === 1 ? '' : ` ${count}`;
      const made = cutTo(clean, longestSheetName - end.length) + end;
      if (!taken.includes(made.toLowerCase())) {
        taken.push(made.toLowerCase());
        return made;
      }
    }
  });
}

function cutTo(text: string, length: number): string {
  return text
    .slice(0, length)
    .replace(/[\ud800-\udbff]$/, '')
    .trim();
}
