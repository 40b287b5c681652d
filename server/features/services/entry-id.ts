/** The id of an entry that a page makes. */
import { createHash } from 'node:crypto';

/** A page's key in its own response: no key can name an entry of another. */
export function entryIdOf(responseId: string, key: string): string {
  const hex = createHash('sha256').update(`${responseId} ${key}`).digest('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`]
    .concat(hex.slice(20, 32))
    .join('-');
}
