/** What an entry does to the support elements of its Places, as far as the agency's own entries tell (Design 5). */
import { elementCell } from '../../domain/elements/element-cell.ts';
import { entriesOfPlace } from '../../domain/elements/element-entry.ts';
import type { ElementCell, ElementEntry, MapEntry } from '../../domain/elements/element.ts';
import type { ElementRule, SupportRules } from '../../domain/instrument/definition.ts';
import type { RoundPlace } from './services.queries.ts';

/** One element in one Place to which the entry matters. */
export interface Effect {
  readonly rule: ElementRule;
  readonly place: RoundPlace;
  readonly rag: ElementCell['rag'];
  /** the entry itself against the element */
  readonly entry: ElementEntry;
  /** this entry's answers are the shortest way to settle a cell that is still unknown */
  readonly settles: boolean;
}

/** By entry id, in the order of elements and Places. */
export function effectsOf(
  rules: SupportRules,
  entries: readonly MapEntry[],
  places: readonly RoundPlace[],
): ReadonlyMap<string, readonly Effect[]> {
  const effects = new Map<string, Effect[]>(entries.map(({ id }) => [id, []]));
  for (const place of places) {
    const serving = entriesOfPlace(rules, entries, place.id);
    for (const rule of rules.elements) {
      const cell = elementCell(rule, serving, []);
      for (const entry of cell.entries) {
        const settles = cell.reason.kind === 'questions' && cell.reason.fewest.id === entry.id;
        effects.get(entry.id)?.push({ rule, place, rag: cell.rag, entry, settles });
      }
    }
  }
  return effects;
}
