/** What every field has in common: its text, hint, fault, and when it applies. */
import type { Form } from '../form.ts';
import type { ColumnItem, SimpleItem, Term } from '../../domain/instrument/definition.ts';
import type { FieldBase, FieldContext, FieldFault } from './field.ts';
import { whatItMeans } from '../term.ts';
import { whenWords } from './when.view.ts';

export interface FieldsInput {
  /** all items of the form: conditions may name any of them */
  readonly items: readonly SimpleItem[];
  /** what was sent, or the stored answers as a form */
  readonly form: Form;
  readonly faults: readonly FieldFault[];
  readonly context: FieldContext;
  /** by item id: what an answer would settle */
  readonly wanted: ReadonlyMap<string, string>;
  /** by item id: the terms that it is the first to use */
  readonly terms: ReadonlyMap<string, readonly Term[]>;
  /** empty rows after those in use, in tables with free rows */
  readonly blankRows: number;
}

/** `name` is the item's id, or that of a cell in a table. */
export function toBase(item: SimpleItem | ColumnItem, name: string, input: FieldsInput): FieldBase {
  const texts = {
    when: item.when ? whenWords(item.when, input.items, input.context) : '',
    hint: item.help ?? '',
    want: input.wanted.get(name) ?? '',
    error: item.type === 'table' ? '' : errorOf(name, input.faults),
  };
  return {
    id: name,
    name,
    text: item.text,
    hint: texts.hint,
    error: texts.error,
    describedBy: Object.entries(texts)
      .filter(([, text]) => text !== '')
      .map(([part]) => `${name}_${part}`)
      .join(' '),
    required: item.required ?? false,
    wanted: texts.want,
    terms: (input.terms.get(name) ?? []).map(whatItMeans),
    condition: texts.when,
    when: item.when ? JSON.stringify(item.when) : '',
  };
}

/** The faults of the field and of its parts. */
function errorOf(name: string, faults: readonly FieldFault[]): string {
  return faults
    .filter(({ field }) => field === name || field.startsWith(`${name}_`))
    .map(({ text }) => text)
    .join(' ');
}
