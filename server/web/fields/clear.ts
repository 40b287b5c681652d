/** Takes a choice back: a radio that was chosen can't be unchosen, so a button of the form says which is to go. */
import type { SimpleItem } from '../../domain/instrument/definition.ts';
import type { Button, Select } from '../components.ts';
import type { Form } from '../form.ts';
import type { FieldView } from './field.ts';
import { partName } from './names.ts';

/** `components/clear` */
export interface ClearView {
  readonly choices: Select;
  /** for those who hear it: ": What it is"; '' where the page has one such part */
  readonly spoken: string;
  /** what the form's other buttons are called */
  readonly button: Pick<Button, 'name' | 'value'>;
}

/** The value of the button that clears. */
export const CLEAR = 'clear';

/** Under which it is named what is to go. */
export const clearName = (itemId: string): string => partName(itemId, 'clear');

export const isChoice = ({ type }: SimpleItem): boolean =>
  type === 'single' || type === 'yes-partly-no';

/** The names of the controls that say what of these items is to go. */
export function clearNames(items: readonly SimpleItem[]): string[] {
  return items.filter(isChoice).map(({ id }) => clearName(id));
}

/** @param choices what can be cleared, by the names of their radios */
export function clearView(
  itemId: string,
  choices: Select['items'],
  button: string,
  spoken = '',
): ClearView {
  const name = clearName(itemId);
  const items = [{ value: '', text: 'Nothing' }, ...choices];
  return {
    choices: { id: name, name, label: 'What is to be cleared?', items },
    spoken,
    button: { name: button, value: CLEAR },
  };
}

/** The radios among neighbouring fields; null where there are none. A drop-down list says "Not answered" itself. */
export function clearOfFields(
  fields: readonly FieldView[],
  button: string,
  spoken = '',
): ClearView | null {
  const radios = fields.filter((field) => field.kind === 'choices' && field.control === 'radio');
  const [first] = radios;
  const choices = radios.map(({ name, text }) => ({ value: name, text }));
  return first ? clearView(first.id, choices, button, spoken) : null;
}

/** Choices alone, of the items that the form names: what was typed is cleared by deleting it. */
export function clearedChoices(items: readonly SimpleItem[], form: Form): string[] {
  const wanted = clearNames(items).flatMap((name) => form.all(name));
  return items.filter((item) => isChoice(item) && wanted.includes(item.id)).map(({ id }) => id);
}

/** The form as it would be, had nobody chosen there. */
export function formWithout(form: Form, gone: readonly string[]): Form {
  if (gone.length === 0) return form;
  return {
    ...form,
    text: (name) => (gone.includes(name) ? '' : form.text(name)),
    all: (name) => (gone.includes(name) ? [] : form.all(name)),
    has: (name) => !gone.includes(name) && form.has(name),
    names: () => form.names().filter((name) => !gone.includes(name)),
  };
}
