/** Reads one item's answer from a form. */
import type { Form } from '../form.ts';
import type { AgeRange, SimpleAnswer } from '../../domain/answers/answers.ts';
import type {
  AgeRangeItem,
  ColumnItem,
  MultipleItem,
  PlacesItem,
  SimpleItem,
} from '../../domain/instrument/definition.ts';
import type { FieldContext, FieldFault } from './field.ts';
import { ageParts, NONE, partName, UNKNOWN } from './names.ts';
import { readDate, readNumber, readText, type Read } from './scalar.parse.ts';
import { readTable } from './table.parse.ts';

/** An item's answer, undefined where nothing was answered or what was sent can't be kept. */
export interface Parsed {
  readonly answer: SimpleAnswer | undefined;
  readonly faults: readonly FieldFault[];
}

export function parseItem(item: SimpleItem, form: Form, context: FieldContext): Parsed {
  if (item.type === 'table') {
    const { rows, faults } = readTable(item, form, (column, name) =>
      readCell(column, form, name, context),
    );
    return { answer: rows.length === 0 ? undefined : rows, faults };
  }
  const { value, fault, part } = readItem(item, form, context);
  if (fault === undefined) return { answer: value, faults: [] };
  const field = part === undefined || part === firstPart(item) ? item.id : partName(item.id, part);
  const text = `${item.label ?? item.text}: ${fault}`;
  return { answer: undefined, faults: [{ itemId: item.id, field, text }] };
}

/** The first part's control has the item's own id, so that links lead to it. */
function firstPart(item: SimpleItem): string | undefined {
  if (item.type === 'date') return 'day';
  return item.type === 'age-range' ? 'from' : undefined;
}

type Plain = Exclude<SimpleItem, { readonly type: 'table' }>;

function readItem(item: Plain, form: Form, context: FieldContext): Read<SimpleAnswer> {
  switch (item.type) {
    case 'multiple':
    case 'places':
      return readChoices(item, form, context);
    case 'yes-partly-no':
      return readChoice(item, form.text(item.id), context);
    case 'age-range':
      return readAges(item, form);
    default:
      return readCell(item, form, item.id, context);
  }
}

function readCell(
  item: ColumnItem,
  form: Form,
  name: string,
  context: FieldContext,
): Read<string | number> {
  switch (item.type) {
    case 'text':
      return readText(item, form.text(name));
    case 'number':
    case 'money':
      return readNumber(item, form.text(name));
    case 'date':
      return readDate(form, name);
    default:
      return readChoice(item, form.text(name), context);
  }
}

const strange = 'choose one of the answers shown';

function readChoice(
  item: SimpleItem | ColumnItem,
  chosen: string,
  { choicesOf }: FieldContext,
): Read<string> {
  if (chosen === '') return {};
  return choicesOf(item).some(({ id }) => id === chosen) ? { value: chosen } : { fault: strange };
}

/** "None" and "not known" stand alone; nothing ticked is no answer. */
function readChoices(
  item: MultipleItem | PlacesItem,
  form: Form,
  { choicesOf }: FieldContext,
): Read<readonly string[] | null> {
  const sent = [...new Set(form.all(item.id))];
  const alone = exclusives(item).filter(({ id }) => sent.includes(id));
  const chosen = choicesOf(item)
    .map(({ id }) => id)
    .filter((id) => sent.includes(id));
  if (alone.length + chosen.length < sent.length) return { fault: strange };
  const [only, second] = alone;
  if (!only) return chosen.length === 0 ? {} : { value: chosen };
  if (second ?? chosen[0]) {
    return { fault: `“${only.label}” can’t stand beside another answer. Untick it, or the others` };
  }
  return { value: only.id === UNKNOWN ? null : [] };
}

/** The choices of an item that exclude every other. */
export function exclusives(item: SimpleItem): { readonly id: string; readonly label: string }[] {
  const none = item.type === 'multiple' ? item.none : undefined;
  const unknown = 'unknown' in item ? item.unknown : undefined;
  return [
    ...(none === undefined ? [] : [{ id: NONE, label: none }]),
    ...(unknown === undefined ? [] : [{ id: UNKNOWN, label: unknown }]),
  ];
}

function readAges(item: AgeRangeItem, form: Form): Read<AgeRange> {
  const typed = ageParts.map((part) => ({ part, text: form.text(partName(item.id, part)) }));
  const missing = typed.filter(({ text }) => text === '');
  if (missing.length === typed.length) return {};
  if (missing[0]) return { fault: 'choose both ages', part: missing[0].part };
  if (!typed.every(({ text }) => isMonth(item, text))) return { fault: strange, part: 'from' };
  const [from = 0, to = 0] = typed.map(({ text }) => Number(text));
  if (from < to) return { value: { from, to } };
  return { fault: '“up to” must come after “from”', part: 'to' };
}

function isMonth(item: AgeRangeItem, text: string): boolean {
  const month = Number(text);
  return /^-?\d{1,4}$/.test(text) && month >= item.minimum && month <= item.maximum;
}
