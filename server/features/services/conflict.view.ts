/** Somebody else changed the entry meanwhile: what they have, what you have, and which of it is in the form. */
import { answerWords } from '../../domain/answers/words.ts';
import type { SimpleAnswer } from '../../domain/answers/answers.ts';
import type { SimpleItem } from '../../domain/instrument/definition.ts';
import type { Difference } from './entry.merge.ts';
import type { OpenMap } from './open-map.ts';
import type { StoredEntry } from './services.queries.ts';
import { momentWords } from './words.ts';

interface DifferenceView {
  readonly text: string;
  readonly href: string;
  readonly theirs: string;
  readonly mine: string;
  /** which of the two stands in the form below */
  readonly kept: string;
}
export interface ConflictView {
  readonly heading: string;
  readonly text: string;
  readonly theirsTitle: string;
  readonly differences: readonly DifferenceView[];
}

export function toConflict(
  map: OpenMap,
  entry: StoredEntry,
  differences: readonly Difference[],
  now: Date,
): ConflictView {
  return {
    heading: `${entry.updatedBy} changed this ${map.item.noun.one} while you were writing`,
    text: 'Nothing is lost, and yours is not saved yet. The form below holds your answers, and theirs where you changed nothing. Put right what you want otherwise, then save.',
    theirsTitle: `${entry.updatedBy}, ${momentWords(entry.updatedAt, now)}`,
    differences: differences.map(({ item, theirs, mine, clash }) => ({
      text: item.label ?? item.text,
      href: `#${item.id}`,
      theirs: wordsOf(map, item, theirs),
      mine: wordsOf(map, item, mine),
      kept: clash ? 'Yours' : 'Theirs',
    })),
  };
}

/** The entry is gone from the list; saving keeps what was typed as a new one. */
export function toRemovedConflict(map: OpenMap, entry: StoredEntry, now: Date): ConflictView {
  return {
    heading: `${entry.updatedBy} removed this ${map.item.noun.one} while you were writing`,
    text: `It was removed ${momentWords(entry.updatedAt, now)}. Nothing you wrote is lost: save, and it becomes a new ${map.item.noun.one}.`,
    theirsTitle: '',
    differences: [],
  };
}

function wordsOf(
  { definition, places }: OpenMap,
  item: SimpleItem,
  answer: SimpleAnswer | undefined,
): string {
  const names = new Map(places.map(({ id, name }) => [id, name]));
  return answerWords(item, answer, { definition, places: names }).join('; ') || 'Not answered';
}
