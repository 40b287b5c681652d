/** Fields in which something is chosen: radios, checkboxes, a long list of them, a drop-down list. */
import type { Form } from '../form.ts';
import type { ColumnItem, SimpleItem } from '../../domain/instrument/definition.ts';
import type { FieldsInput } from './base.view.ts';
import type {
  ChoicesView,
  ChoiceView,
  FieldBase,
  FieldChoice,
  ListView,
  MeaningView,
  SelectView,
} from './field.ts';
import { exclusives } from './item.parse.ts';

/** More than these are a list. */
const mostRadios = 6;
const mostTicks = 12;

function toChoices(
  name: string,
  form: Form,
  choices: readonly FieldChoice[],
  alone: readonly FieldChoice[] = [],
): ChoiceView[] {
  const sent = form.all(name);
  return [...choices, ...alone].map(({ id, label }, index) => ({
    id: index === 0 ? name : `${name}_${index + 1}`,
    value: id,
    label,
    chosen: sent.includes(id),
    exclusive: index >= choices.length,
  }));
}

function meaningsOf(choices: readonly FieldChoice[]): MeaningView[] {
  return choices.flatMap(({ label, help }) => (help === undefined ? [] : [{ label, help }]));
}

/** Several may be chosen. */
export function toChecks(
  item: SimpleItem,
  base: FieldBase,
  { form, context }: FieldsInput,
): ChoicesView | ListView {
  const own = context.choicesOf(item);
  const choices = toChoices(item.id, form, own, exclusives(item));
  if (own.length <= mostTicks) {
    return { ...base, kind: 'choices', control: 'checkbox', choices, meanings: meaningsOf(own) };
  }
  const chosen = choices.filter((choice) => choice.chosen).map(({ label }) => label);
  const summary = chosen.length === 0 ? 'Nothing chosen' : chosen.join('; ');
  return { ...base, kind: 'list', choices, summary, open: base.error !== '' };
}

/** One may be chosen. */
export function toRadios(
  item: SimpleItem,
  base: FieldBase,
  input: FieldsInput,
): ChoicesView | SelectView {
  const own = input.context.choicesOf(item);
  if (own.length > mostRadios) return toSelect(item, base, input);
  const choices = toChoices(base.name, input.form, own);
  return { ...base, kind: 'choices', control: 'radio', choices, meanings: meaningsOf(own) };
}

export function toSelect(
  item: SimpleItem | ColumnItem,
  base: FieldBase,
  { form, context }: FieldsInput,
): SelectView {
  const own = context.choicesOf(item);
  const choices = toChoices(base.name, form, own);
  return { ...base, kind: 'select', choices, meanings: meaningsOf(own) };
}
