/** How this round's entry is called that comes from one of last round's: whoever makes it, and however often, it is one. */
import { entryIdOf } from '../entry-id.ts';

const prefix = 'last-';

/** The key of the page that shows last round's entry in the form of a new one. */
export const carryKey = (sourceId: string): string => `${prefix}${sourceId}`;

/** Last round's entry that a page's key names; undefined for any other page. */
export const sourceOf = (key: string): string | undefined =>
  key.startsWith(prefix) ? key.slice(prefix.length) : undefined;

export const isCarryKey = (key: string): boolean => key.startsWith(prefix);

/** The id of this round's entry. */
export const carriedIdOf = (responseId: string, sourceId: string): string =>
  entryIdOf(responseId, carryKey(sourceId));
