/** The two lists of an age range: fine steps where babies change fast, coarse ones later. */
import type { AgeRangeItem } from '../../domain/instrument/definition.ts';
import type { FieldsInput } from './base.view.ts';
import type { AgesView, FieldBase } from './field.ts';
import { ageParts, partName } from './names.ts';

/** months from birth, conception -9 */
const steps: readonly number[] = [
  ...[-9, -6, -3],
  ...Array.from({ length: 13 }, (_, month) => month),
  ...[15, 18, 21, 24, 30, 36, 42, 48, 54, 60],
  ...Array.from({ length: 20 }, (_, index) => (index + 6) * 12),
];
const labels: Readonly<Record<(typeof ageParts)[number], string>> = { from: 'From', to: 'up to' };

export function toAges(item: AgeRangeItem, base: FieldBase, input: FieldsInput): AgesView {
  const ends = ageParts.map((part, index) => {
    const name = partName(item.id, part);
    const value = input.form.text(name);
    const choices = ageSteps(item, value).map((month) => ({
      value: String(month),
      label: capitalised(input.context.ageWords(month)),
      chosen: String(month) === value,
    }));
    return { id: index === 0 ? item.id : name, name, label: labels[part], choices };
  });
  return { ...base, kind: 'ages', ends };
}

/** From the item's minimum to its maximum, with `chosen` even where it falls between the steps. */
export function ageSteps(item: AgeRangeItem, chosen = ''): readonly number[] {
  const months = new Set([...steps, item.minimum, item.maximum]);
  if (/^-?\d{1,4}$/.test(chosen)) months.add(Number(chosen));
  return [...months]
    .filter((month) => month >= item.minimum && month <= item.maximum)
    .toSorted((one, other) => one - other);
}

function capitalised(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
