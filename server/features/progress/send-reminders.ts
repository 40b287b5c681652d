/** Sends reminders, by hand or by the clock: that they were sent, the letters, and the line in the audit trail. */
import type { Knex } from 'knex';
import { recordAudit } from '../../db/audit.ts';
import { queueMails } from '../../db/outbox.queries.ts';
import { insertReminder, type NewReminder } from './remind.queries.ts';
import { toMails, type Letters, type Reminded } from './reminded.ts';

/**
 * @param trx holds the round (`holdForReminders`): all of it is kept, or nothing
 * @returns how many messages are queued; 0 also where it was sent already
 */
export async function sendReminders(
  trx: Knex,
  reminded: readonly Reminded[],
  sending: NewReminder & Letters,
): Promise<number> {
  const { round, sentBy, sentAt } = sending;
  if (!(await insertReminder(trx, round, sending))) return 0;
  const mails = await queueMails(trx, toMails(reminded, sending));
  await recordAudit(trx, {
    systemId: round.systemId,
    personId: sentBy,
    act: 'round.reminded',
    subjectType: 'round',
    subjectId: round.roundId,
    happenedAt: sentAt,
    details: { name: round.name, agencies: reminded.length, people: mails.length },
  });
  return mails.length;
}
