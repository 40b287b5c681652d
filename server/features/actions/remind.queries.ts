/** Whose actions are due or overdue, and what they were reminded of: of the whole installation, for the clock. */
import type { Knex } from 'knex';
import type { ActionStatus } from '../../domain/actions/action.ts';
import type { ActionReminder, SentReminder } from '../../domain/actions/remind.ts';

/** An action that is due, and one of its owners with an account. */
export interface OwnedAction {
  readonly systemId: string;
  readonly systemName: string;
  readonly actionId: string;
  readonly status: ActionStatus;
  readonly dueOn: string;
  /** null: the whole system */
  readonly placeName: string | null;
  readonly personId: string;
  readonly name: string;
  /** to this owner */
  readonly sent: readonly SentReminder[];
}

/** Its person, and the leads of its agency; nobody whose account is closed. @param until the last day it may be due */
export async function listDueActions(db: Knex, until: string): Promise<OwnedAction[]> {
  const { rows } = await db.raw<{ rows: OwnedAction[] }>(
    `select a.system_id as "systemId", y.name as "systemName", a.id as "actionId", a.status,
       a.due_on as "dueOn", l.name as "placeName", s.person_id as "personId", s.name,
       coalesce((
         select json_agg(json_build_object('why', e.why, 'sentOn', e.sent_on, 'dueOn', e.due_on))
         from action_reminders e
         where e.system_id = a.system_id and e.action_id = a.id and e.person_id = s.person_id
       ), '[]') as sent
     from actions a
     join systems y on y.id = a.system_id
     left join places l on l.system_id = a.system_id and l.id = a.place_id
     join members s on s.system_id = a.system_id
     join people p on p.id = s.person_id and p.deactivated_at is null
     where a.due_on <= :until and a.status not in ('done', 'dropped')
       and exists (select from memberships m
         where m.system_id = s.system_id and m.person_id = s.person_id
           and (s.person_id = a.owner_person_id
             or m.role = 'agency-lead' and m.agency_id = a.owner_agency_id))
     order by a.system_id, s.person_id, a.due_on, a.id`,
    { until },
  );
  return rows;
}

export interface NewReminder {
  readonly systemId: string;
  readonly actionId: string;
  readonly personId: string;
  readonly sentOn: string;
  readonly why: ActionReminder;
  readonly dueOn: string;
}

/** @returns ids of the actions that nobody else has reminded of today */
export async function insertReminders(
  trx: Knex,
  reminders: readonly NewReminder[],
): Promise<ReadonlySet<string>> {
  const rows = await trx('action_reminders')
    .insert(
      reminders.map(({ systemId, actionId, personId, sentOn, why, dueOn }) => ({
        system_id: systemId,
        action_id: actionId,
        person_id: personId,
        sent_on: sentOn,
        why,
        due_on: dueOn,
      })),
    )
    .onConflict(['system_id', 'action_id', 'person_id', 'sent_on'])
    .ignore()
    .returning('action_id');
  return new Set(rows.map(({ action_id }) => action_id));
}
