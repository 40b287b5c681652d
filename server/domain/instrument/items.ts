/** Finds things in a definition: its items with where they stand, its entries, its levels, an item's options. */
import type {
  Definition,
  EntriesItem,
  EntrySection,
  Item,
  LevelItem,
  Section,
  SimpleItem,
} from './definition.ts';

/** An item and where it stands; `path` is a JSON pointer into the definition. */
export interface PlacedItem {
  readonly item: Item;
  readonly section: Section;
  readonly path: string;
}
export interface PlacedEntryItem {
  readonly item: SimpleItem;
  readonly section: EntrySection;
  readonly path: string;
}
/** A choice as a page and a check see it, wherever the definition takes it from. */
export interface Choice {
  readonly id: string;
  readonly label: string;
  readonly help?: string;
}

const yesPartlyNo: readonly Choice[] = [
  { id: 'yes', label: 'Yes' },
  { id: 'partly', label: 'Partly' },
  { id: 'no', label: 'No' },
];

/** The items of all sections in order; those inside entries are `entryItemsOf`. */
export function itemsOf(definition: Definition): PlacedItem[] {
  return definition.sections.flatMap((section, s) =>
    section.items.map((item, i) => ({ item, section, path: `/sections/${s}/items/${i}` })),
  );
}

/** The items asked of each entry, in order; none where the instrument has no entries. */
export function entryItemsOf(definition: Definition): PlacedEntryItem[] {
  return itemsOf(definition).flatMap(({ item, path }) =>
    item.type !== 'entries'
      ? []
      : item.sections.flatMap((section, s) =>
          section.items.map((inner, i) => ({
            item: inner,
            section,
            path: `${path}/sections/${s}/items/${i}`,
          })),
        ),
  );
}

/** The instrument's entries, of which there is at most one kind. */
export function entriesItem(definition: Definition): EntriesItem | undefined {
  return itemsOf(definition)
    .map(({ item }) => item)
    .find((item) => item.type === 'entries');
}

/** The domains of a maturity grid, in order. */
export function levelItems(definition: Definition): LevelItem[] {
  return itemsOf(definition)
    .map(({ item }) => item)
    .filter((item) => item.type === 'level');
}

export function isSimple(item: Item): item is SimpleItem {
  return item.type !== 'level' && item.type !== 'entries';
}

/** What can be chosen for an item: its own options, its catalogue's, or yes, partly, no; none for any other type. */
export function optionsOf(
  definition: Definition,
  item: Item | { readonly type: 'place' },
): readonly Choice[] {
  if (item.type === 'single') return item.options;
  if (item.type === 'yes-partly-no') return yesPartlyNo;
  if (item.type !== 'multiple') return [];
  return item.options ?? catalogueChoices(definition, item.catalogue);
}

function catalogueChoices(definition: Definition, id: string | undefined): readonly Choice[] {
  return definition.catalogues?.find((catalogue) => catalogue.id === id)?.entries ?? [];
}
