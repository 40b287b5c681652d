/** How soon somebody can be invited again: a message needs its time, and nobody's mailbox is filled from here. */
import type { Colleague } from './colleagues.queries.ts';

const minutesBetween = 10;

/** Long ago for somebody who was never invited. */
export function againFrom({ invitedAt }: Pick<Colleague, 'invitedAt'>): Date {
  return new Date(invitedAt ? invitedAt.getTime() + minutesBetween * 60_000 : 0);
}
