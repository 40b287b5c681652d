/** What a column's cells take, in words: on the "Read me" sheet, and beside the cell that is filled in. */
import type { SimpleItem } from '../../../domain/instrument/definition.ts';
import { ageSteps } from '../../../web/fields/ages.view.ts';
import type { FieldContext } from '../../../web/fields/field.ts';
import { whenWords } from '../../../web/fields/when.view.ts';
import { capital } from '../../../web/english.ts';
import { choiceWords, type AnyItem } from './choice-words.ts';
import type { WorkbookColumn } from './columns.ts';

const figure = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 6 });

/** What may stand in a cell: the words to choose from; none where anything typed may. */
export function offeredWords({ item }: WorkbookColumn, fields: FieldContext): readonly string[] {
  if (item.type === 'age-range') {
    return ageSteps(item).map((month) => capital(fields.ageWords(month)));
  }
  return choiceWords(item, fields).map(({ word }) => word);
}

export function takesSeveral({ type }: AnyItem): boolean {
  return type === 'multiple' || type === 'places';
}

/** "Choose from the list.", "A whole number from 0 to 520, in weeks." */
export function howToFill({ item }: WorkbookColumn): string {
  switch (item.type) {
    case 'multiple':
    case 'places':
      return 'One or more of the allowed values, with a semicolon between.';
    case 'age-range':
      return 'Choose from the list, or type an age such as 18 months.';
    case 'text':
      return `Words, up to ${figure.format(item.maxLength)} characters.`;
    case 'number':
      return `A ${item.decimals ? '' : 'whole '}number from ${rangeOf(item)}, in ${item.unit}.`;
    case 'money':
      return `Whole pounds, from ${rangeOf(item)}.`;
    case 'date':
      return 'A date, such as 31/03/2027.';
    default:
      return 'Choose from the list.';
  }
}

function rangeOf({ minimum, maximum }: { readonly minimum: number; readonly maximum: number }) {
  return `${figure.format(minimum)} to ${figure.format(maximum)}`;
}

/** How to fill it, what it means, and when it is asked. */
export function helpOf(
  column: WorkbookColumn,
  items: readonly SimpleItem[],
  fields: FieldContext,
): string {
  const { item } = column;
  const question = item.text === item.label || item.label === undefined ? '' : item.text;
  const when = item.when ? whenWords(item.when, items, fields) : '';
  return [ended(question), howToFill(column), ended(item.help ?? ''), when]
    .filter((part) => part !== '')
    .join(' ');
}

function ended(text: string): string {
  return text === '' || /[.?!]$/.test(text) ? text : `${text}.`;
}
