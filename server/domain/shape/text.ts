/** What text and links may hold: whatever PostgreSQL can store and a browser may follow, and nothing else. */

/** Why this text cannot be kept, if it cannot: a NUL, or half of a surrogate pair. */
export function textFault(text: string): string | undefined {
  if (text.includes('\0')) return 'must not hold a NUL character: type it again';
  // With the u flag a whole pair is one character, so this finds halves only.
  if (/\p{Cs}/u.test(text)) return 'must not hold half a character: type it again';
  return undefined;
}

/** Why this is no link that a page may show, if it is none: https only, whole, without spaces. */
export function linkFault(link: string): string | undefined {
  const isWhole = /^https:\/\/[^\s/]/.test(link) && !/\s/.test(link) && URL.canParse(link);
  return isWhole ? undefined : 'must be a whole link that starts with https://';
}
