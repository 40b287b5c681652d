/** Stored answers as the form that would have sent them, so that a page is drawn from a form alone. */
import { formOf, type Form } from '../form.ts';
import type {
  AgeRange,
  SimpleAnswer,
  SimpleAnswers,
  TableRow,
} from '../../domain/answers/answers.ts';
import type { ColumnItem, SimpleItem, TableItem } from '../../domain/instrument/definition.ts';
import { cellName, dateParts, NONE, partName, rowKeys, UNKNOWN } from './names.ts';

type Pair = [name: string, value: string];

/** `parseAnswers` of what this gives is what went in. */
export function answersToForm(items: readonly SimpleItem[], answers: SimpleAnswers): Form {
  const pairs = items.flatMap((item) => {
    const answer = Object.hasOwn(answers, item.id) ? answers[item.id] : undefined;
    return answer === undefined ? [] : pairsOf(item, answer);
  });
  return formOf(pairs, new Map());
}

function pairsOf(item: SimpleItem, answer: SimpleAnswer): Pair[] {
  if (answer === null) return [[item.id, UNKNOWN]];
  if (item.type === 'table') return tablePairs(item, answer as readonly TableRow[]);
  if (Array.isArray(answer)) return choicePairs(item.id, answer as readonly string[]);
  if (typeof answer === 'object') return agePairs(item.id, answer as AgeRange);
  return scalarPairs(item, item.id, answer);
}

function choicePairs(name: string, chosen: readonly string[]): Pair[] {
  return chosen.length === 0 ? [[name, NONE]] : chosen.map((id): Pair => [name, id]);
}

function agePairs(name: string, { from, to }: AgeRange): Pair[] {
  return [
    [partName(name, 'from'), String(from)],
    [partName(name, 'to'), String(to)],
  ];
}

function scalarPairs(item: SimpleItem | ColumnItem, name: string, value: string | number): Pair[] {
  if (item.type !== 'date') return [[name, String(value)]];
  const [year = '', month = '', day = ''] = String(value).split('-');
  const parts = { day: String(Number(day)), month: String(Number(month)), year };
  return dateParts.map((part): Pair => [partName(name, part), parts[part]]);
}

function tablePairs(table: TableItem, rows: readonly TableRow[]): Pair[] {
  return rows.flatMap((row, index) => {
    const key = table.rows ? String(row.row) : rowKeys(table)[index];
    if (key === undefined) return [];
    return table.columns.flatMap((column) => {
      const value = row[column.id];
      return value === undefined ? [] : scalarPairs(column, cellName(table, key, column), value);
    });
  });
}
