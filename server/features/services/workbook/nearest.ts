/** The word that somebody who mistyped may have meant. */

const longestCompared = 60;

/** Undefined where no word is close: more than a third of its letters would have to change. */
export function nearest(typed: string, words: readonly string[]): string | undefined {
  const wanted = typed.slice(0, longestCompared).toLocaleLowerCase('en-GB');
  const measured = words.map((word) => ({
    word,
    changes: changesBetween(wanted, word.slice(0, longestCompared).toLocaleLowerCase('en-GB')),
    most: Math.max(1, Math.floor(Math.min(word.length, longestCompared) / 3)),
  }));
  const [best] = measured
    .filter(({ changes, most }) => changes <= most)
    .toSorted((one, other) => one.changes - other.changes);
  return best?.word;
}

/** Letters to put in, take out or replace (Levenshtein). */
function changesBetween(one: string, other: string): number {
  let previous = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let row = 1; row <= one.length; row++) {
    const current = [row];
    for (let column = 1; column <= other.length; column++) {
      const replaced = (previous[column - 1] ?? 0) + (one[row - 1] === other[column - 1] ? 0 : 1);
      const removed = (previous[column] ?? 0) + 1;
      const added = (current[column - 1] ?? 0) + 1;
      current.push(Math.min(replaced, removed, added));
    }
    previous = current;
  }
  return previous[other.length] ?? 0;
}
