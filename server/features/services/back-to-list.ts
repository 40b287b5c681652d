/** The way back to the list after a change: what was done is said at its top, and the focus is where one goes on. */
import { accountField } from '../../domain/answers/fields.ts';
import { paths } from '../../web/paths.ts';
import type { OpenMap } from './open-map.ts';

/** ids of parts of the list's page, each of which takes the focus */
export const noticeId = 'done';
export const entryAnchor = (entryId: string): string => `entry-${entryId}`;

/** The answer cell of a row where there is no entry. @param field the row's control */
export const absenceAnchor = (field: string): string => `${field}-answer`;

/** An entry that left the list has no row there: its notice has the way to undo that. */
export function afterEntry(
  { response }: OpenMap,
  did: 'saved' | 'restored' | 'removed',
  entryId: string,
): string {
  const part = did === 'removed' ? noticeId : entryAnchor(entryId);
  return `${paths.entries(response.id)}?${did}=${entryId}#${part}`;
}

export function afterUpload(
  { response }: OpenMap,
  { added, updated }: { readonly added: number; readonly updated: number },
): string {
  const query = new URLSearchParams({ added: String(added), updated: String(updated) }).toString();
  return `${paths.entries(response.id)}?${query}#${noticeId}`;
}

export function afterAbsence(
  { response, item }: OpenMap,
  groupId: string,
  placeId: string,
): string {
  const field = accountField(item.id, groupId, placeId);
  return `${paths.entries(response.id)}#${absenceAnchor(field)}`;
}
