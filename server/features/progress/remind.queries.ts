/** Keeps that reminders were sent: once each, in the transaction that queues them. */
import type { Knex } from 'knex';
import type { InRound, ProgressRound } from './round.queries.ts';

export type HeldRound = Pick<
  ProgressRound,
  'status' | 'closesAt' | 'reminderDays' | 'remindersFrom'
>;

/**
 * One sending at a time in a round, by hand or by the clock, in any process: the next one sees whom this one
 * has written to. The round stays as it is meanwhile, and its agencies go on saving.
 * @param trx holds both until it ends. @returns undefined where there is no such round any more
 */
export async function holdForReminders(
  trx: Knex,
  { systemId, roundId }: InRound,
): Promise<HeldRound | undefined> {
  await trx.raw(`select pg_advisory_xact_lock(hashtextextended('reminders ' || ?, 0))`, [roundId]);
  const { rows } = await trx.raw<{ rows: HeldRound[] }>(
    `select status, closes_at as "closesAt", reminder_days as "reminderDays",
       reminders_from as "remindersFrom"
     from rounds where system_id = ? and id = ? for share`,
    [systemId, roundId],
  );
  return rows[0];
}

export interface NewReminder {
  readonly id: string;
  /** the day in London; null where a person sends it */
  readonly dueOn: string | null;
  readonly sentAt: Date;
  /** null where the clock does */
  readonly sentBy: string | null;
}

/** @returns false where it was sent already: under this id, or for this morning */
export async function insertReminder(
  trx: Knex,
  { systemId, roundId }: InRound,
  { id, dueOn, sentAt, sentBy }: NewReminder,
): Promise<boolean> {
  const { rowCount } = await trx.raw<{ rowCount: number }>(
    `insert into reminders (system_id, id, round_id, due_on, sent_at, sent_by)
     values (:systemId, :id, :roundId, :dueOn, :sentAt, :sentBy) on conflict do nothing`,
    { systemId, id, roundId, dueOn, sentAt, sentBy },
  );
  return rowCount > 0;
}
