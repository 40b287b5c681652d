/** Reminders as they were sent: by whom or for which morning, to how many, and what came of them. */
import type { Knex } from 'knex';
import type { Scope } from '../domain/access/scope.ts';

export interface SentReminder {
  readonly id: string;
  /** the day in London for which the clock sent it; null where a person did */
  readonly dueOn: string | null;
  readonly sentAt: Date;
  /** null where the clock did */
  readonly sentBy: string | null;
  readonly agencies: number;
  /** messages: a person is written to once for each agency */
  readonly messages: number;
  /** of these: could not be delivered, and not sent since it was submitted meanwhile */
  readonly failed: number;
  readonly notDue: number;
}

/** The newest first. @param id one of them alone */
export async function listReminders(
  db: Knex,
  scope: Pick<Scope, 'systemId'>,
  roundId: string,
  id?: string,
): Promise<SentReminder[]> {
  const { rows } = await db.raw<{ rows: SentReminder[] }>(
    `select e.id, e.due_on as "dueOn", e.sent_at as "sentAt", s.name as "sentBy",
      count(distinct m.agency_id)::int as agencies, count(m.id)::int as messages,
      count(*) filter (where m.status = 'failed')::int as failed,
      count(*) filter (where m.status = 'not-due')::int as "notDue"
    from reminders e
    left join messages m on m.system_id = e.system_id and m.reminder_id = e.id
    left join members s on s.system_id = e.system_id and s.person_id = e.sent_by
    where e.system_id = :systemId and e.round_id = :roundId and (:id::uuid is null or e.id = :id)
    group by e.id, e.due_on, e.sent_at, s.name
    order by e.sent_at desc, e.id`,
    { systemId: scope.systemId, roundId, id: id ?? null },
  );
  return rows;
}
