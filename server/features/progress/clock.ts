/** Reminders by the clock: asked every few minutes, in any number of processes, and sent once for each morning. */
import type { Knex } from 'knex';
import type { Logger } from 'pino';
import type { Definitions } from '../../db/definitions.queries.ts';
import type { Task } from '../../db/jobs.ts';
import { transact } from '../../db/transact.ts';
import { dueMorning, type Morning } from '../../domain/round/mornings.ts';
import { morningRestMs } from '../../domain/round/remind.ts';
import { definitionsOf, loadWaited } from './progress.load.ts';
import { reachOf } from './reminded.ts';
import { holdForReminders, type HeldRound } from './remind.queries.ts';
import { listRemindingRounds, type RemindingRound } from './round.queries.ts';
import { sendReminders } from './send-reminders.ts';

export interface ClockDeps {
  /** seen whole: the clock belongs to no system */
  readonly db: Knex;
  readonly now: () => Date;
  readonly newId: () => string;
  readonly definitions: Definitions;
  readonly logger: Pick<Logger, 'info' | 'error'>;
}

/** The task of the job queue that looks whether a morning has come. */
export const REMIND = 'remind';

export function reminderTasks(deps: ClockDeps): Readonly<Record<string, Task>> {
  return { [REMIND]: () => remindByClock(deps) };
}

/** A round that fails does not keep the others waiting; it is tried again the next time. */
export async function remindByClock(deps: ClockDeps): Promise<void> {
  const now = deps.now();
  for (const round of await listRemindingRounds(deps.db, now)) {
    const morning = morningOf(round, round, now);
    if (!morning) continue;
    try {
      await sendMorning(deps, round, morning, now);
    } catch (error) {
      deps.logger.error({ err: error, round: round.roundId }, 'reminders were not queued');
    }
  }
}

function morningOf(
  { sent }: RemindingRound,
  { status, closesAt, remindersFrom, reminderDays }: HeldRound,
  now: Date,
): Morning | undefined {
  if (status !== 'open' || !closesAt || !remindersFrom) return undefined;
  return dueMorning({ days: reminderDays, closesAt, from: remindersFrom }, { now, sent });
}

/** A morning on which nobody is waited for is seen to as well, and not asked about again. */
async function sendMorning(
  { db, newId, definitions, logger }: ClockDeps,
  round: RemindingRound,
  { day }: Morning,
  now: Date,
): Promise<void> {
  const versions = await definitionsOf({ definitions }, round);
  const messages = await transact(db, async (trx) => {
    const held = await holdForReminders(trx, round);
    if (!held?.closesAt || morningOf(round, held, now)?.day !== day) return 0;
    const { reminded } = reachOf(await loadWaited(trx, round), { now, rest: morningRestMs });
    const sending = { id: newId(), dueOn: day, sentAt: now, sentBy: null };
    const { closesAt } = held;
    return sendReminders(trx, reminded, { ...sending, round, closesAt, definitions: versions });
  });
  if (messages > 0) logger.info({ round: round.roundId, messages }, 'reminders');
}
