/** Where a page of rows ended: the key of its last row, so that rows that come or go before it move nothing. */

/** Values of the fields that tell a row from every other. */
export type Key = readonly (string | null)[];

export function cursorOf(key: Key): string {
  return Buffer.from(JSON.stringify(key)).toString('base64url');
}

const unreadable = 'Send the cursor of a page of this list, as it came.';

/** @returns the key, or what is wrong */
export function readCursor(text: string, length: number): Key | string {
  try {
    const key: unknown = JSON.parse(Buffer.from(text, 'base64url').toString());
    return isKey(key) && key.length === length ? key : unreadable;
  } catch {
    return unreadable;
  }
}

function isKey(value: unknown): value is Key {
  return Array.isArray(value) && value.every((part) => part === null || typeof part === 'string');
}
