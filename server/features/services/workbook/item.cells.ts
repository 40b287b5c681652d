/** Reads an item's answer from the text of its cells, or says in words why it can't be read. */
import type { AgeRange, SimpleAnswer } from '../../../domain/answers/answers.ts';
import type { AgeRangeItem, ColumnItem } from '../../../domain/instrument/definition.ts';
import type { FieldContext } from '../../../web/fields/field.ts';
import { UNKNOWN } from '../../../web/fields/names.ts';
import { readNumber, readText } from '../../../web/fields/scalar.parse.ts';
import { monthsOf } from './ages.ts';
import { choiceWords, meant, partsOf, shortened, unknownWord } from './choice-words.ts';
import type { ChoiceWord } from './choice-words.ts';
import type { PlainItem } from './columns.ts';
import { dayOf } from './days.ts';

/** Without a value and without faults: nothing stands there. */
export interface CellsRead<T = SimpleAnswer> {
  readonly value?: T;
  readonly faults: readonly string[];
}

/** @param texts of the item's cells: of an age range two */
export function readCells(
  item: PlainItem,
  texts: readonly string[],
  fields: FieldContext,
): CellsRead {
  const [text = ''] = texts;
  if (item.type === 'age-range') return readAges(item, texts, fields);
  if (item.type === 'multiple' || item.type === 'places') {
    return readSeveral(choiceWords(item, fields), text);
  }
  if (item.type === 'yes-partly-no') return readOne(choiceWords(item, fields), text);
  return readCell(item, text, fields);
}

/** The value of a table's cell, or of an item that has one. */
export function readCell(
  item: ColumnItem,
  text: string,
  fields: FieldContext,
): CellsRead<string | number> {
  switch (item.type) {
    case 'text':
      return readOf(readText(item, text));
    case 'number':
    case 'money':
      return readOf(readNumber(item, text));
    case 'date':
      return readOf(dayOf(text));
    default:
      return readOne(choiceWords(item, fields), text);
  }
}

function readOf<T>({
  value,
  fault,
}: {
  readonly value?: T;
  readonly fault?: string;
}): CellsRead<T> {
  if (fault !== undefined) return { faults: [fault] };
  return value === undefined ? { faults: [] } : { value, faults: [] };
}

function readOne(words: readonly ChoiceWord[], text: string): CellsRead<string> {
  if (text === '') return { faults: [] };
  const word = meant(words, text);
  return word ? { value: word.id, faults: [] } : { faults: [unknownWord(words, text)] };
}

function readSeveral(words: readonly ChoiceWord[], text: string): CellsRead {
  const parts = partsOf(words, text);
  const known = parts.flatMap((part) => meant(words, part) ?? []);
  const strange = parts.filter((part) => !meant(words, part));
  if (strange.length > 0) return { faults: strange.map((part) => unknownWord(words, part)) };
  const only = known.find(({ alone }) => alone);
  if (only && new Set(known).size > 1) {
    return { faults: [`“${only.word}” can’t stand beside another answer`] };
  }
  if (only) return { value: only.id === UNKNOWN ? null : [], faults: [] };
  if (known.length === 0) return { faults: [] };
  const ids = words.map(({ id }) => id).filter((id) => known.some((word) => word.id === id));
  return { value: ids, faults: [] };
}

function readAges(
  item: AgeRangeItem,
  texts: readonly string[],
  { ageWords }: FieldContext,
): CellsRead {
  const typed = texts.slice(0, 2);
  if (typed.every((text) => text === '')) return { faults: [] };
  if (typed.includes('')) return { faults: ['give both ages'] };
  const strange = typed.filter((text) => monthsOf(text) === undefined);
  if (strange.length > 0) return { faults: strange.map(noAge) };
  const [from = 0, to = 0] = typed.map((text) => monthsOf(text));
  const fault = rangeFault(item, { from, to }, ageWords);
  return fault === '' ? { value: { from, to }, faults: [] } : { faults: [fault] };
}

function rangeFault(
  { minimum, maximum }: AgeRangeItem,
  { from, to }: AgeRange,
  ageWords: FieldContext['ageWords'],
): string {
  if (from < minimum || to > maximum) {
    return `must lie between ${ageWords(minimum)} and ${ageWords(maximum)}`;
  }
  return from < to ? '' : '“up to” must come after “from”';
}

function noAge(typed: string): string {
  return `“${shortened(typed)}” is no age that we know: write it like 18 months or 2 years`;
}
