/** Reminders of actions by the clock: from nine in the morning, in any number of processes, one mail a person and day. */
import type { Knex } from 'knex';
import type { Logger } from 'pino';
import type { Task } from '../../db/jobs.ts';
import { queueMails } from '../../db/outbox.queries.ts';
import { transact } from '../../db/transact.ts';
import { actionReminderDue, type ActionReminder } from '../../domain/actions/remind.ts';
import { actionsDue } from '../../domain/mail/actions-due.ts';
import { toLondon } from '../../domain/round/london.ts';
import { paths } from '../../web/paths.ts';
import { dayOf, formatDay } from '../../web/time.ts';
import { insertReminders, listDueActions, type OwnedAction } from './remind.queries.ts';

export interface ActionClockDeps {
  /** seen whole: the clock belongs to no system */
  readonly db: Knex;
  readonly now: () => Date;
  readonly logger: Pick<Logger, 'info' | 'error'>;
}

/** The task of the job queue that looks whether somebody is to be reminded. */
export const REMIND_ACTIONS = 'remind-actions';

export function actionReminderTasks(deps: ActionClockDeps): Readonly<Record<string, Task>> {
  return { [REMIND_ACTIONS]: () => remindOfActions(deps) };
}

const firstHour = 9;
const dayMs = 24 * 60 * 60 * 1000;
/** What was due soon in a week's time, see `actionReminderDue`. */
const aheadMs = 7 * dayMs;

type DueAction = OwnedAction & { readonly why: ActionReminder };

/** Somebody who fails does not keep the others waiting; they are tried again the next time. */
export async function remindOfActions({ db, now, logger }: ActionClockDeps): Promise<void> {
  const moment = now();
  if (toLondon(moment).hour < firstHour) return;
  const today = dayOf(moment);
  const owned = await listDueActions(db, dayOf(new Date(moment.getTime() + aheadMs)));
  const due = owned.flatMap((action): DueAction[] => {
    const why = actionReminderDue(action, today);
    return why === null ? [] : [{ ...action, why }];
  });
  for (const actions of byPerson(due)) {
    try {
      await remindOne(db, actions, moment);
    } catch (error) {
      logger.error({ err: error }, 'a reminder of actions was not queued');
    }
  }
}

function byPerson(due: readonly DueAction[]): (readonly DueAction[])[] {
  const keyOf = ({ systemId, personId }: DueAction): string => `${systemId} ${personId}`;
  const keys = [...new Set(due.map(keyOf))];
  return keys.map((key) => due.filter((action) => keyOf(action) === key));
}

/** Of what another process has reminded of meanwhile there is no second mail. */
async function remindOne(db: Knex, actions: readonly DueAction[], now: Date): Promise<void> {
  const sentOn = dayOf(now);
  await transact(db, async (trx) => {
    const fresh = await insertReminders(
      trx,
      actions.map((action) => ({ ...action, sentOn })),
    );
    const told = actions.filter(({ actionId }) => fresh.has(actionId));
    const [first] = told;
    if (!first) return;
    const { systemId, systemName, personId, name } = first;
    const of = (why: ActionReminder) => told.filter((action) => action.why === why).map(toDue);
    const content = actionsDue({
      name,
      systemName,
      soon: of('soon'),
      overdue: of('overdue'),
      path: told.length === 1 ? paths.action(first.actionId) : paths.actions({ show: 'mine' }),
    });
    const notAfter = new Date(now.getTime() + dayMs);
    const awaited = told.map(({ actionId }) => actionId);
    await queueMails(trx, [
      { systemId, personId, kind: 'actions', content, queuedAt: now, notAfter, awaited },
    ]);
  });
}

const toDue = ({ placeName, dueOn }: DueAction) => ({
  place: placeName ?? 'the whole system',
  due: formatDay(dueOn),
});
