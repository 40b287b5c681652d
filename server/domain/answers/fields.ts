/** The names of form controls, which are also the anchors that a list of what is missing leads to. */

/** The control of one part of a domain's answer. An id holds no underscore, so no two names meet. */
export function levelField(itemId: string, part: 'level' | 'reason' | 'evidence'): string {
  return `${itemId}_${part}`;
}

/** A table's cell; the row is a fixed row's id, or the place of a free row from 0. */
export function cellField(itemId: string, row: string | number, columnId: string): string {
  return `${itemId}_${row}_${columnId}`;
}

/** Where a group's entries in a Place, or their absence, are given. */
export function accountField(itemId: string, groupId: string, placeId: string): string {
  return `${itemId}_${groupId}_${placeId}`;
}
