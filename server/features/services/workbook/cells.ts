/** An answer as the cells of its columns, and as the text that is read from them again. */
import type { Cell } from '../../../adapters/spreadsheet/workbook.ts';
import type { AgeRange, SimpleAnswer, TableRow } from '../../../domain/answers/answers.ts';
import type { FieldContext } from '../../../web/fields/field.ts';
import { NONE, UNKNOWN } from '../../../web/fields/names.ts';
import { capital } from '../../../web/english.ts';
import { choiceWords, separator, type AnyItem } from './choice-words.ts';
import type { PlainItem, TablePlan, WorkbookColumn } from './columns.ts';

/** The cell of one column. */
export function cellOf(
  { item, part }: WorkbookColumn<PlainItem>,
  answer: SimpleAnswer | undefined,
  fields: FieldContext,
): Cell {
  if (answer === undefined) return null;
  if (answer === null) return wordOf(item, UNKNOWN, fields);
  if (Array.isArray(answer)) return severalCell(item, answer as readonly string[], fields);
  if (typeof answer === 'object') return ageCell(answer as AgeRange, part, fields);
  return scalarCell(item, answer, fields);
}

function severalCell(item: AnyItem, ids: readonly string[], fields: FieldContext): Cell {
  const chosen = ids.length === 0 ? [NONE] : ids;
  return chosen.map((id) => wordOf(item, id, fields)).join(separator);
}

function ageCell(range: AgeRange, part: 'from' | 'to' | null, { ageWords }: FieldContext): Cell {
  return capital(ageWords(range[part ?? 'from']));
}

/** spreadsheets count days from the beginning of 1900, and miscount its first months */
const firstDay = '1900-03-01';
/** room is left in a cell for the note */
const longestText = 32_000;

function scalarCell(item: AnyItem, value: string | number, fields: FieldContext): Cell {
  if (typeof value === 'number') return value;
  if (item.type === 'date') {
    return value >= firstDay && value.length === 10 ? { date: value } : value;
  }
  if (item.type === 'text') return value.length > longestText ? cutText(value) : value;
  return wordOf(item, value, fields);
}

function cutText(text: string): string {
  const start = text.slice(0, longestText).replace(/[\ud800-\udbff]$/, '');
  const count = Array.from(text).length;
  return `${start}\n[Cut: ${count} characters are too many for a cell. Left as it is, this cell keeps the whole text.]`;
}

function wordOf(item: AnyItem, id: string, fields: FieldContext): string {
  return choiceWords(item, fields).find((word) => word.id === id)?.word ?? id;
}

/** A table's row: its fixed row's name where it has one, then a cell for each column. */
export function tableCells(
  { table, columns }: TablePlan,
  row: TableRow,
  fields: FieldContext,
): readonly Cell[] {
  const fixed = table.rows?.find(({ id }) => id === row.row)?.label ?? String(row.row ?? '');
  const cells = columns.map(({ item }): Cell => {
    const value = row[item.id];
    return value === undefined ? null : scalarCell(item, value, fields);
  });
  return table.rows ? [fixed, ...cells] : cells;
}

/** What the reader gives back of a cell. */
export function cellText(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'string') return normalText(cell);
  if (typeof cell === 'number') return String(cell);
  return 'date' in cell ? cell.date : '';
}

/** Line ends and outer spaces make no difference. */
export function normalText(text: string): string {
  return text.replace(/\r\n?/g, '\n').trim();
}
