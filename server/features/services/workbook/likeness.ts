/** What makes two entries alike: their name, however it is written, and what they are grouped by. */
import type { SimpleAnswers } from '../../../domain/answers/answers.ts';
import { entryColumns } from '../entry.columns.ts';
import type { OpenMap } from '../open-map.ts';
import type { StoredEntry } from '../services.queries.ts';
import { folded } from './choice-words.ts';
import type { PlannedRow } from './planned-row.ts';

/** The same text for entries that are alike. */
export function likenessOf({ item }: Pick<OpenMap, 'item'>, answers: SimpleAnswers): string {
  const { name, groupId } = entryColumns(item, answers);
  return `${groupId ?? ''} ${folded(name)}`;
}

/** What is in the list, the first of those that are alike. */
export function byLikeness(
  map: OpenMap,
  entries: readonly StoredEntry[],
): ReadonlyMap<string, StoredEntry> {
  const found = new Map<string, StoredEntry>();
  for (const entry of entries.filter(({ removedAt }) => removedAt === null)) {
    const likeness = likenessOf(map, entry.answers);
    if (!found.has(likeness)) found.set(likeness, entry);
  }
  return found;
}

/** Of a row that adds or changes an entry; undefined of any other. */
export function likenessOfRow(map: OpenMap, { add, update }: PlannedRow): string | undefined {
  const answers = add ?? update?.answers;
  return answers && likenessOf(map, answers);
}
