/** The fields of set-up's forms, filled with what is stored or was sent, and with what is wrong. */
import type {
  ChoicesView,
  DateView,
  FieldBase,
  ListView,
  NumberView,
  SelectView,
  TextView,
} from '../../web/fields/field.ts';

export type SetUpField = TextView | ChoicesView | ListView | SelectView | NumberView | DateView;

export interface FormFault {
  /** name of the field */
  readonly field: string;
  /** stands by itself in the error summary */
  readonly text: string;
}
interface Asked {
  readonly name: string;
  readonly text: string;
  readonly hint?: string;
  /** when it applies: in words, and as a test for the page's script */
  readonly when?: { readonly words: string; readonly role: readonly string[] };
}
export interface Choice {
  readonly value: string;
  readonly label: string;
  readonly help?: string;
}

/** More ticks than these are a list that opens. */
const mostTicks = 16;

export function textField(
  asked: Asked & { readonly multiline?: boolean },
  value: string,
  faults: readonly FormFault[],
): TextView {
  return { ...toBase(asked, faults), kind: 'text', value, multiline: asked.multiline ?? false };
}

/** A whole number. @param suffix what is counted */
export function numberField(
  asked: Asked & { readonly suffix: string },
  value: string,
  faults: readonly FormFault[],
): NumberView {
  const { suffix } = asked;
  return {
    ...toBase(asked, faults),
    kind: 'number',
    value,
    prefix: '',
    suffix,
    inputMode: 'numeric',
  };
}

/** A day and a time as they are typed. */
export interface MomentText {
  readonly day: string;
  readonly month: string;
  readonly year: string;
  readonly time: string;
}

/** Four controls in a row: `name_day`, `name_month`, `name_year`, `name_time`; the first has the field's id. */
export function momentField(
  asked: Asked,
  value: MomentText,
  faults: readonly FormFault[],
): DateView {
  const part = (key: keyof MomentText, label: string, width: number) => ({
    id: key === 'day' ? asked.name : `${asked.name}_${key}`,
    name: `${asked.name}_${key}`,
    label,
    value: value[key],
    width,
  });
  const parts = [
    part('day', 'Day', 2),
    part('month', 'Month', 2),
    part('year', 'Year', 4),
    part('time', 'Time', 4),
  ];
  return { ...toBase(asked, faults), kind: 'date', parts };
}

export function ticksField(
  asked: Asked,
  choices: readonly Choice[],
  chosen: readonly string[],
  faults: readonly FormFault[],
): ChoicesView | ListView {
  const base = toBase(asked, faults);
  const all = toChoices(asked.name, choices, chosen);
  if (choices.length <= mostTicks) {
    return { ...base, kind: 'choices', control: 'checkbox', choices: all, meanings: [] };
  }
  const labels = all.filter((choice) => choice.chosen).map(({ label }) => label);
  const summary = labels.length === 0 ? 'Nothing chosen' : labels.join('; ');
  return { ...base, kind: 'list', choices: all, summary, open: base.error !== '' };
}

export function radiosField(
  asked: Asked,
  choices: readonly Choice[],
  chosen: string,
  faults: readonly FormFault[],
): ChoicesView {
  const meanings = choices.flatMap(({ label, help }) => (help ? [{ label, help }] : []));
  const all = toChoices(asked.name, choices, [chosen]);
  return { ...toBase(asked, faults), kind: 'choices', control: 'radio', choices: all, meanings };
}

export function selectField(
  asked: Asked,
  choices: readonly Choice[],
  chosen: string,
  faults: readonly FormFault[],
): SelectView {
  const all = toChoices(asked.name, choices, [chosen]);
  return { ...toBase(asked, faults), kind: 'select', choices: all, meanings: [] };
}

function toChoices(name: string, choices: readonly Choice[], chosen: readonly string[]) {
  return choices.map(({ value, label }, index) => ({
    id: index === 0 ? name : `${name}_${index + 1}`,
    value,
    label,
    chosen: chosen.includes(value),
    exclusive: false,
  }));
}

function toBase({ name, text, hint = '', when }: Asked, faults: readonly FormFault[]): FieldBase {
  const error = faults.flatMap((fault) => (fault.field === name ? [fault.text] : [])).join('. ');
  const texts = { when: when?.words ?? '', hint, error };
  return {
    id: name,
    name,
    text,
    hint,
    error,
    describedBy: Object.entries(texts)
      .flatMap(([part, words]) => (words === '' ? [] : [`${name}_${part}`]))
      .join(' '),
    required: false,
    wanted: '',
    terms: [],
    condition: texts.when,
    when: when ? JSON.stringify({ item: 'role', is: when.role }) : '',
  };
}
