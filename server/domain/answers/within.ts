/** Whether an answer only grew: all that one says is in the other, too. */

/** @param one plain data, as is `other` */
export function isWithin(one: unknown, other: unknown): boolean {
  if (Array.isArray(one)) return Array.isArray(other) && isListWithin(one, other);
  if (isRecord(one)) return isRecord(other) && isRecordWithin(one, other);
  if (typeof one !== typeof other) return false;
  return areWordsWithin(wordsIn(one), wordsIn(other));
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

/** An empty list is an answer: "none of them". */
function isListWithin(one: readonly unknown[], other: readonly unknown[]): boolean {
  if (one.length === 0) return other.length === 0;
  return one.every((value) => other.some((now) => isWithin(value, now)));
}

function isRecordWithin(
  one: Readonly<Record<string, unknown>>,
  other: Readonly<Record<string, unknown>>,
): boolean {
  return Object.keys(one).every(
    (key) => Object.hasOwn(other, key) && isWithin(one[key], other[key]),
  );
}

const wordsIn = (value: unknown): readonly string[] => String(value).match(/[\p{L}\p{N}]+/gu) ?? [];

/** In the same order; a word may have been half typed. */
function areWordsWithin(one: readonly string[], other: readonly string[]): boolean {
  let at = 0;
  for (const word of one) {
    while (at < other.length && other[at]?.startsWith(word) !== true) at += 1;
    if (at === other.length) return false;
    at += 1;
  }
  return true;
}
