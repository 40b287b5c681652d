/** What an answer says, in words: one line of text, or one for each row of a table. */
import type {
  ColumnItem,
  Definition,
  NumberItem,
  SimpleItem,
  TableItem,
} from '../instrument/definition.ts';
import { optionsOf } from '../instrument/items.ts';
import { ageRangeWords } from './age-words.ts';
import type { AgeRange, SimpleAnswer, TableRow } from './answers.ts';

export interface WordsContext {
  readonly definition: Definition;
  /** names by the ids that answers hold */
  readonly places: ReadonlyMap<string, string>;
}

const whole = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 4 });
const pounds = new Intl.NumberFormat('en-GB', {
  style: 'currency',
  currency: 'GBP',
  maximumFractionDigits: 0,
});
// A calendar date has no time zone: it is read and written as UTC.
const calendar = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'UTC',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
});

/** No line where nothing was answered; ids that the definition no longer explains stand as they are. */
export function answerWords(
  item: SimpleItem,
  answer: SimpleAnswer | undefined,
  context: WordsContext,
): readonly string[] {
  if (answer === undefined || answer === '') return [];
  if (answer === null) return ['unknown' in item ? (item.unknown ?? 'Not known') : 'Not known'];
  if (Array.isArray(answer)) return listWords(item, answer as readonly unknown[], context);
  if (typeof answer === 'object') return rangeWords(item, answer as AgeRange);
  return [scalarWords(item, answer, context)];
}

function listWords(
  item: SimpleItem,
  answer: readonly unknown[],
  context: WordsContext,
): readonly string[] {
  if (item.type === 'table') {
    return (answer as readonly TableRow[]).map((row) => rowWords(item, row, context));
  }
  if (answer.length === 0) return ['none' in item ? (item.none ?? 'None') : 'None'];
  return [answer.map((value) => choiceWord(item, String(value), context)).join(', ')];
}

function rangeWords(item: SimpleItem, range: AgeRange): readonly string[] {
  return item.type === 'age-range' ? [ageRangeWords(range)] : [];
}

/** "Ferrow Vale, Targeted: Families a year 40, WTE 1.5": choices first, then figures with their names. */
function rowWords(table: TableItem, row: TableRow, context: WordsContext): string {
  const fixed = table.rows?.find(({ id }) => id === row.row)?.label;
  const given = table.columns.filter(({ id }) => Object.hasOwn(row, id));
  const isChoice = ({ type }: ColumnItem): boolean => type === 'place' || type === 'single';
  const word = (column: ColumnItem): string => scalarWords(column, row[column.id] ?? '', context);
  const choices = given.filter(isChoice).map(word);
  const figures = given
    .filter((column) => !isChoice(column))
    .map((column) => `${column.label ?? column.text} ${word(column)}`);
  const heading = [...(fixed === undefined ? [] : [fixed]), ...choices].join(', ');
  return [heading, figures.join(', ')].filter(Boolean).join(': ');
}

type Scalar = string | number;
type Typed = SimpleItem | ColumnItem;

function scalarWords(item: Typed, value: Scalar, context: WordsContext): string {
  if (typeof value === 'number') return numberWords(item, value);
  if (item.type === 'date') return dateWords(value);
  return choiceWord(item, value, context);
}

function numberWords(item: Typed, value: number): string {
  if (item.type === 'money') return pounds.format(value);
  return item.type === 'number' ? withUnit(item, value) : whole.format(value);
}

/** The unit follows unless the item's name says it already: "40 families", "10%", but "WTE 1.5". */
function withUnit({ unit, label, text, plain = false }: NumberItem, value: number): string {
  if (plain) return String(value);
  const isNamed = (label ?? text).toLowerCase().includes(unit.toLowerCase());
  if (isNamed) return whole.format(value);
  return `${whole.format(value)}${unit === '%' ? '' : ' '}${unit}`;
}

function dateWords(value: string): string {
  const date = new Date(`${value}T00:00:00Z`);
  return Number.isNaN(date.getTime()) ? value : calendar.format(date);
}

function choiceWord(item: Typed, value: string, { definition, places }: WordsContext): string {
  if (item.type === 'place' || item.type === 'places') return places.get(value) ?? value;
  return optionsOf(definition, item).find(({ id }) => id === value)?.label ?? value;
}
