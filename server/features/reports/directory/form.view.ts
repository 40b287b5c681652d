/** The directory's question as a form: what there is to choose from, and what was chosen. */
import { askers } from '../../../domain/elements/doors.ts';
import type { VisiblePlace } from '../../../results/load.ts';
import type { ServiceMap } from '../../../results/service-map.ts';
import type { Select } from '../../../web/components.ts';
import { months, type DirectoryFilter } from './filter.ts';
import { levelsOffered } from './levels.ts';
import { monthWords } from './question.ts';

const askerWords = {
  mother: 'Mother or birthing parent',
  father: 'Father or co-parent',
  professional: 'Professional',
} as const;

interface Item {
  readonly value: string;
  readonly text: string;
}

export function toSelects(
  filter: DirectoryFilter,
  places: readonly VisiblePlace[],
  map: ServiceMap,
): Select[] {
  const choose = (
    name: Exclude<keyof DirectoryFilter, 'name'>,
    label: string,
    items: readonly Item[],
  ): Select => ({
    id: name,
    name,
    label,
    items: items.map((item) => ({ ...item, chosen: item.value === filter[name] })),
  });
  return [
    choose('place', 'Place', [
      { value: '', text: 'Any' },
      ...places.map(({ slug, name }) => ({ value: slug, text: name })),
    ]),
    choose('age', 'Baby’s age', [
      { value: '', text: 'Any' },
      ...months.map((age) => ({ value: String(age), text: monthWords(age) })),
    ]),
    choose('who', 'Who asks', [
      { value: '', text: 'Anyone' },
      ...askers.map((value) => ({ value, text: askerWords[value] })),
    ]),
    choose('self', 'Way in', [
      { value: '', text: 'Any' },
      { value: 'yes', text: 'Parents refer themselves' },
    ]),
    choose('pregnancy', 'Pregnancy', [
      { value: '', text: 'Not asked' },
      { value: 'yes', text: 'There before birth' },
    ]),
    choose('level', 'Level', [
      { value: '', text: 'Any' },
      ...levelsOffered(map).map(({ id, label }) => ({ value: id, text: label })),
    ]),
  ];
}
