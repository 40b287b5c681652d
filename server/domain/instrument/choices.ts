/** What can be chosen in a round's form: the definition's own options, and the round's Places. */
import type { ColumnItem, Definition, SimpleItem } from './definition.ts';
import { optionsOf, type Choice } from './items.ts';

export type ChoicesOf = (item: SimpleItem | ColumnItem) => readonly Choice[];

/** @param places the round's, in order, by the ids that answers hold */
export function choicesIn(definition: Definition, places: readonly Choice[]): ChoicesOf {
  return (item) => {
    if (item.type === 'place' || item.type === 'places') return places;
    return item.type === 'single' || item.type === 'multiple' || item.type === 'yes-partly-no'
      ? optionsOf(definition, item)
      : [];
  };
}
