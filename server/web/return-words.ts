/** Why an agency has a response back, in the words of who returned it: on every page where it is changed. */
import type { ResponseInRound } from '../db/responses.queries.ts';
import { formatDate } from './time.ts';

/** '' where it was not returned. */
export function returnWords({
  status,
  returnedAt,
  returnedBy,
  returnReason,
}: Pick<ResponseInRound, 'status' | 'returnedAt' | 'returnedBy' | 'returnReason'>): string {
  if (status !== 'returned' || !returnedAt || returnReason === null) return '';
  return `${returnedBy ?? 'Somebody'} returned it on ${formatDate(returnedAt)}: “${returnReason}”`;
}
