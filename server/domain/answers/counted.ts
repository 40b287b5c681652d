/**
 * What is counted to say how far a response has come, without reading its answers: whatever is always asked.
 * A grid's domains count once they have a level or "We can't say"; a map's sectors count in each Place once
 * there is a service or "No service". Optional questions and conditional ones would make the whole unreachable.
 */
import type { Definition } from '../instrument/definition.ts';
import { entriesItem, entryItemsOf, isSimple, itemsOf, optionsOf } from '../instrument/items.ts';

export interface CountedItem {
  readonly id: string;
  /** its name in a list of what is missing */
  readonly name: string;
  /** only a chosen level counts, not the statements that were marked on the way */
  readonly isLevel: boolean;
}
export interface CountedGroup {
  readonly id: string;
  readonly name: string;
}
export interface Counted {
  readonly items: readonly CountedItem[];
  /** what entries are grouped by: each of the agency's counts in each Place it works in */
  readonly groups: readonly CountedGroup[];
}

export function countedOf(definition: Definition): Counted {
  return { items: countedItems(definition), groups: countedGroups(definition) };
}

function countedItems(definition: Definition): CountedItem[] {
  return itemsOf(definition).flatMap(({ item }) => {
    const isLevel = item.type === 'level';
    if (item.when !== undefined || !(isLevel || isSimple(item))) return [];
    if (item.required !== true) return [];
    return [{ id: item.id, name: item.label ?? item.text, isLevel }];
  });
}

function countedGroups(definition: Definition): CountedGroup[] {
  const groupItem = entriesItem(definition)?.groupItem;
  const group = entryItemsOf(definition).find(({ item }) => item.id === groupItem);
  return group
    ? optionsOf(definition, group.item).map(({ id, label }) => ({ id, name: label }))
    : [];
}

/** What the figures count, in words: "domains with a level"; '' where nothing is counted. */
export function countedWords(definition: Definition): string {
  const { items, groups } = countedOf(definition);
  if (groups.length > 0) {
    return items.length === 0 ? ofGroups : `${ofGroups}, and questions that must be answered`;
  }
  if (items.length === 0) return '';
  return items.every(({ isLevel }) => isLevel)
    ? 'domains with a level or “We can’t say”'
    : 'questions that must be answered and are';
}

const ofGroups = 'sectors with a service or “No service”, Place by Place';
