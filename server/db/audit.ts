/** Who did what, when: rows that are only ever added, in the same transaction as the deed. */
import type { Knex } from 'knex';

export interface AuditEvent {
  readonly systemId: string;
  /** null where no person did it: the command line, a clock */
  readonly personId: string | null;
  /** subject and deed, such as "response.submitted" */
  readonly act: string;
  readonly subjectType: string;
  readonly subjectId: string;
  readonly happenedAt: Date;
  /** facts without anybody's words, but for a coordinator's reason and a lead's name for a colleague: no answers, no addresses */
  readonly details?: Readonly<Record<string, string | number | boolean | null>>;
}

/** @param db the transaction of the deed itself: both are kept, or neither */
export async function recordAudit(db: Knex, event: AuditEvent): Promise<void> {
  await db('audit_events').insert({
    system_id: event.systemId,
    person_id: event.personId,
    act: event.act,
    subject_type: event.subjectType,
    subject_id: event.subjectId,
    happened_at: event.happenedAt,
    details: JSON.stringify(event.details ?? {}),
  });
}
