/** The questions that could settle what is not known of a Place: of each service the fewest (Design 5). */
import type { ElementCell } from './element.ts';

export interface OpenQuestion {
  readonly entryId: string;
  readonly entryName: string;
  readonly agency: string;
  readonly itemId: string;
  /** the support elements that it could settle: "E3" */
  readonly elements: readonly string[];
}

/** Each question of a service once, by service in the order of the cells; none of cells that are settled, or wait for a map. */
export function openQuestions(cells: readonly ElementCell[]): OpenQuestion[] {
  const found = new Map<string, OpenQuestion>();
  for (const { element, reason, entries } of cells) {
    if (reason.kind !== 'questions') continue;
    for (const { id, name, agency, wouldSettle } of entries) {
      for (const itemId of wouldSettle) {
        const key = `${id} ${itemId}`;
        const elements = [...(found.get(key)?.elements ?? []), element];
        found.set(key, { entryId: id, entryName: name, agency, itemId, elements });
      }
    }
  }
  const order = [...new Set([...found.values()].map(({ entryId }) => entryId))];
  return order.flatMap((id) => [...found.values()].filter(({ entryId }) => entryId === id));
}
