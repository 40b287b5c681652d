/** The shapes of a form's fields: what a page needs to draw one, and what is wrong with what was sent. */
import type { ColumnItem, SimpleItem } from '../../domain/instrument/definition.ts';
import type { TermView } from '../term.ts';

export interface FieldChoice {
  readonly id: string;
  readonly label: string;
  readonly help?: string;
}

/** What the definition and the round say of an item beyond the item itself. */
export interface FieldContext {
  /** own options, a catalogue's, yes/partly/no or the round's Places; none for other items */
  readonly choicesOf: (item: SimpleItem | ColumnItem) => readonly FieldChoice[];
  /** an age in months from birth, in words */
  readonly ageWords: (months: number) => string;
}

/** Something that is wrong with what was sent; `text` stands by itself in the error summary. */
export interface FieldFault {
  readonly itemId: string;
  /** id of the control to mend */
  readonly field: string;
  readonly text: string;
}

export interface FieldBase {
  /** id of the first control: links lead here */
  readonly id: string;
  /** name of the control, or the beginning of its parts' names */
  readonly name: string;
  readonly text: string;
  readonly hint: string;
  readonly error: string;
  /** ids of hint and error, for aria-describedby; '' where there are none */
  readonly describedBy: string;
  /** must be answered before submitting */
  readonly required: boolean;
  /** why an answer is waited for, such as what it would settle; '' where nothing is */
  readonly wanted: string;
  /** what it says for the first time on the page, explained */
  readonly terms: readonly TermView[];
  /** when the question applies, in words; '' where always */
  readonly condition: string;
  /** the same as JSON, for the page's script */
  readonly when: string;
}
export interface ChoiceView {
  readonly id: string;
  readonly value: string;
  readonly label: string;
  readonly chosen: boolean;
  /** "none" and "not known": they stand alone */
  readonly exclusive: boolean;
}
export interface MeaningView {
  readonly label: string;
  readonly help: string;
}
/** What the choices mean, for those who open it. */
export interface MeaningsView {
  readonly text: string;
  readonly meanings: readonly MeaningView[];
}
/** Radios or checkboxes, side by side. */
export interface ChoicesView extends FieldBase {
  readonly kind: 'choices';
  readonly control: 'radio' | 'checkbox';
  readonly choices: readonly ChoiceView[];
  readonly meanings: readonly MeaningView[];
}
/** Many checkboxes: a list that opens. */
export interface ListView extends FieldBase {
  readonly kind: 'list';
  readonly choices: readonly ChoiceView[];
  /** what is chosen, in words */
  readonly summary: string;
  readonly open: boolean;
}
export interface SelectView extends FieldBase {
  readonly kind: 'select';
  readonly choices: readonly ChoiceView[];
  readonly meanings: readonly MeaningView[];
}
export interface TextView extends FieldBase {
  readonly kind: 'text';
  readonly value: string;
  readonly multiline: boolean;
}
export interface NumberView extends FieldBase {
  readonly kind: 'number';
  readonly value: string;
  readonly prefix: string;
  readonly suffix: string;
  readonly inputMode: 'numeric' | 'decimal' | 'text';
}
export interface PartView {
  readonly id: string;
  readonly name: string;
  readonly label: string;
  readonly value: string;
}
export interface DateView extends FieldBase {
  readonly kind: 'date';
  readonly parts: readonly (PartView & { readonly width: number })[];
}
export interface EndView extends Omit<PartView, 'value'> {
  readonly choices: readonly Pick<ChoiceView, 'value' | 'label' | 'chosen'>[];
}
export interface AgesView extends FieldBase {
  readonly kind: 'ages';
  readonly ends: readonly EndView[];
}
export interface TableView extends FieldBase {
  readonly kind: 'table';
  readonly rows: readonly { readonly title: string; readonly cells: readonly CellView[] }[];
  /** free rows, and not all used */
  readonly mayGrow: boolean;
}
export type CellView = SelectView | TextView | NumberView | DateView;
export type FieldView =
  ChoicesView | ListView | SelectView | TextView | NumberView | DateView | AgesView | TableView;
