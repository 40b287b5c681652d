/** Which edition of the results is read, and what changed since the first publication: of every Place, or of one. */
import type { Corrected } from '../../results/editions.ts';
import type { PublishedChange } from '../../results/editions.queries.ts';
import { changeWords, decisionWord } from '../../web/decision-words.ts';
import { formatDate } from '../../web/time.ts';

export interface ChangeView {
  /** '' in the report of one Place */
  readonly place: string;
  /** "Workforce development" */
  readonly topic: string;
  /** "From Foundations to Early growth" */
  readonly words: string;
  readonly rationale: string;
}
export interface EditionView {
  /** "Edition 2, 21 November 2026" */
  readonly title: string;
  /** to readers; '' for none */
  readonly note: string;
  readonly changes: readonly ChangeView[];
  /** where it changed other Places only: says so; '' else */
  readonly none: string;
}
export interface EditionsView {
  /** "Edition 2, 21 November 2026"; '' where the first is the only one */
  readonly stated: string;
  /** the last first, the first publication left out */
  readonly editions: readonly EditionView[];
}

/** @param place whose changes are told; null: those of all */
export function toEditions(
  corrected: Corrected,
  place: { readonly id: string; readonly name: string } | null,
): EditionsView {
  const numbers = [...new Set(corrected.changes.map(({ number }) => number))];
  const editions = numbers.map((number) => {
    const all = corrected.changes.filter((change) => change.number === number);
    const own = all.filter(({ placeId }) => place === null || placeId === place.id);
    const [first] = all;
    return {
      title: first ? `Edition ${number}, ${formatDate(first.publishedAt)}` : '',
      note: first?.note ?? '',
      changes: own.map((change) => toChange(corrected, change, place !== null)),
      none: own.length === 0 && place ? `Nothing changed for ${place.name}.` : '',
    };
  });
  return { stated: editions[0]?.title ?? '', editions };
}

function toChange(
  { titleOf, words }: Corrected,
  change: PublishedChange,
  ofOnePlace: boolean,
): ChangeView {
  const { subject, from, rationale } = change;
  const before = decisionWord(subject, from, words);
  const now = decisionWord(subject, change, words);
  return {
    place: ofOnePlace ? '' : change.place,
    topic: titleOf(change),
    words:
      before === now
        ? `${now}, as before, for another reason`
        : changeWords(subject, { from, to: change }, words),
    rationale,
  };
}
