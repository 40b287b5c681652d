/** Numbers of a form's questions: on paper they are how one question speaks of another. */
import type { Definition, SimpleItem } from '../../../domain/instrument/definition.ts';
import { entryItemsOf, isSimple, itemsOf, optionsOf } from '../../../domain/instrument/items.ts';
import type { ConditionNames } from '../../../domain/instrument/condition-words.ts';

export interface Numbering extends ConditionNames {
  readonly of: (itemId: string) => number;
}

/** Counts through the whole form, entries included, in the order of asking. Domains go by their names. */
export function numberItems(definition: Definition): Numbering {
  const entries = entryItemsOf(definition).map(({ item }) => item);
  const items = itemsOf(definition).flatMap(({ item }): readonly SimpleItem[] => {
    if (item.type === 'entries') return entries;
    return isSimple(item) ? [item] : [];
  });
  const places = new Map(items.map((item, index) => [item.id, { item, number: index + 1 }]));
  const numberOf = (id: string): number => places.get(id)?.number ?? 0;
  return {
    of: numberOf,
    question: (id) => {
      const item = places.get(id)?.item;
      return item ? `question ${numberOf(id)} (“${item.label ?? item.text}”)` : `“${id}”`;
    },
    option: (id, option) => {
      const item = places.get(id)?.item;
      const options = item ? optionsOf(definition, item) : [];
      return options.find((one) => one.id === option)?.label ?? option;
    },
  };
}
