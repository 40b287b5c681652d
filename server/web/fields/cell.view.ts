/** Fields in which something is typed, and all fields that a table's cell can be. */
import type { Form } from '../form.ts';
import type { ColumnItem, NumberItem } from '../../domain/instrument/definition.ts';
import { toBase, type FieldsInput } from './base.view.ts';
import { toSelect } from './choices.view.ts';
import type { CellView, DateView, FieldBase, NumberView } from './field.ts';
import { dateParts, partName } from './names.ts';

/** A cell is headed by its column's short label, since it stands beside others. */
export function toCell(column: ColumnItem, name: string, input: FieldsInput): CellView {
  const base = { ...toBase(column, name, input), text: column.label ?? column.text };
  return toTyped(column, base, input);
}

export function toTyped(column: ColumnItem, base: FieldBase, input: FieldsInput): CellView {
  const value = input.form.text(base.name);
  switch (column.type) {
    case 'text':
      return { ...base, kind: 'text', value, multiline: column.multiline ?? false };
    case 'number':
      return { ...base, ...numberParts(column, base), kind: 'number', value };
    case 'money':
      return { ...base, kind: 'number', value, prefix: '£', suffix: '', inputMode: 'numeric' };
    case 'date':
      return { ...base, kind: 'date', parts: toParts(base.name, input.form) };
    default:
      return toSelect(column, base, input);
  }
}

/** The unit stands behind the control unless the field's text names it already. */
function numberParts(
  { unit, minimum, decimals = 0 }: NumberItem,
  { text }: FieldBase,
): Pick<NumberView, 'prefix' | 'suffix' | 'inputMode'> {
  const isNamed = text.toLowerCase().includes(unit.toLowerCase());
  const isPlain = decimals === 0 && minimum >= 0;
  return {
    prefix: '',
    suffix: isNamed ? '' : unit,
    inputMode: isPlain ? 'numeric' : minimum >= 0 ? 'decimal' : 'text',
  };
}

function toParts(name: string, form: Form): DateView['parts'] {
  return dateParts.map((part, index) => ({
    id: index === 0 ? name : partName(name, part),
    name: partName(name, part),
    label: part.charAt(0).toUpperCase() + part.slice(1),
    value: form.text(partName(name, part)),
    width: part === 'year' ? 4 : 2,
  }));
}
