/** What of an entry's answers stands in columns of its own. */
import type { SimpleAnswers } from '../../domain/answers/answers.ts';
import type { EntriesItem, SimpleItem } from '../../domain/instrument/definition.ts';

export interface EntryColumns {
  readonly name: string;
  readonly groupId: string | null;
  readonly status: string | null;
  /** ids of the Places named; none where "not stated", or not answered */
  readonly placeIds: readonly string[];
}

export function entryItems({ sections }: EntriesItem): readonly SimpleItem[] {
  return sections.flatMap(({ items }) => items);
}

export function entryColumns(item: EntriesItem, answers: SimpleAnswers): EntryColumns {
  const text = (id: string): string | null => {
    const answer = answers[id];
    return typeof answer === 'string' ? answer : null;
  };
  return {
    name: text(item.titleItem) ?? '',
    groupId: text(item.groupItem),
    status: text(item.statusItem),
    placeIds: placesOf(item, answers),
  };
}

/** Ids of the Places that the entry names. */
export function placesOf({ placesItem }: EntriesItem, answers: SimpleAnswers): readonly string[] {
  const answer = answers[placesItem];
  return Array.isArray(answer) ? (answer as readonly string[]) : [];
}

/** A reviewer reads entries that serve one of their Places, everybody else (null) all that they may open. */
export function isVisible(
  onlyPlaces: readonly string[] | null,
  placeIds: readonly string[],
): boolean {
  return onlyPlaces === null || placeIds.some((id) => onlyPlaces.includes(id));
}
