/** What a page needs to draw the field of an item. */
import type { SimpleItem } from '../../domain/instrument/definition.ts';
import { toAges } from './ages.view.ts';
import { toBase, type FieldsInput } from './base.view.ts';
import { toTyped } from './cell.view.ts';
import { toChecks, toRadios } from './choices.view.ts';
import type { FieldView } from './field.ts';
import { toTable } from './table.view.ts';

/** The field of one of the form's items; draw it with components/fields/field. */
export function toFieldView(item: SimpleItem, input: FieldsInput): FieldView {
  const base = toBase(item, item.id, input);
  switch (item.type) {
    case 'multiple':
    case 'places':
      return toChecks(item, base, input);
    case 'age-range':
      return toAges(item, base, input);
    case 'table':
      return toTable(item, base, input);
    case 'single':
    case 'yes-partly-no':
      return toRadios(item, base, input);
    default:
      return toTyped(item, base, input);
  }
}
