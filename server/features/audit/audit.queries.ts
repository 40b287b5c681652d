/** The audit trail as somebody may read it: all of the system, or what concerns their own agencies. */
import type { Knex } from 'knex';
import type { Scope } from '../../domain/access/scope.ts';

export interface AuditLine {
  /** a number, as text */
  readonly id: string;
  readonly happenedAt: Date;
  /** null where no person did it */
  readonly by: string | null;
  readonly act: string;
  /** name of the Place, agency, person, round or system, as it is now; null where it is gone */
  readonly subject: string | null;
  /** the Place that the details name */
  readonly place: string | null;
  readonly details: Readonly<Record<string, string | number | boolean | null>>;
}

/** What is asked for; null: no limit. */
export interface AuditFilter {
  readonly personId: string | null;
  /** such as "response": the first part of its acts */
  readonly about: readonly string[] | null;
  /** days in London, "2026-03-04", both included */
  readonly from: string | null;
  readonly to: string | null;
  /** id of a line: only older ones */
  readonly before: string | null;
}

/** @param agencyIds null: everything of the system */
export async function listAudit(
  db: Knex,
  scope: Scope,
  filter: AuditFilter,
  { agencyIds, limit }: { readonly agencyIds: readonly string[] | null; readonly limit: number },
): Promise<AuditLine[]> {
  const { rows } = await db.raw<{ rows: AuditLine[] }>(
    `select e.id, e.happened_at as "happenedAt", e.act, e.details,
       coalesce(m.name, p.name) as by,
       case e.subject_type
         when 'place' then pl.name
         when 'agency' then ag.name
         when 'person' then coalesce(
           case when :agencyIds::uuid[] is not null then e.details ->> 'name' end, mm.name)
         when 'round' then ro.name
         when 'system' then s.name
         else concat_ws(', ', aa.name, ap.name, ar.name)
       end as subject,
       (select x.name from places x where x.system_id = e.system_id
         and x.id::text = e.details ->> 'place') as place
     from audit_events e
     join systems s on s.id = e.system_id
     left join people p on p.id = e.person_id
     left join members m on m.system_id = e.system_id and m.person_id = e.person_id
     left join places pl on e.subject_type = 'place' and pl.id = ${subject('place')}
     left join agencies ag on e.subject_type = 'agency' and ag.id = ${subject('agency')}
     left join members mm on mm.system_id = e.system_id and mm.person_id = ${subject('person')}
     left join rounds ro on e.subject_type = 'round' and ro.id = ${subject('round')}
     left join service_entries se on se.id = ${subject('service-entry')}
     left join responses r on r.id = coalesce(${subject('response')}, se.response_id)
     left join assignments a on a.id = r.assignment_id
     left join agencies aa on aa.id = a.agency_id
     left join places ap on ap.id = a.place_id
     left join rounds ar on ar.id = a.round_id
     where e.system_id = :systemId
       and (:agencyIds::uuid[] is null or a.agency_id = any(:agencyIds)
         or (e.subject_type = 'person' and e.details ->> 'agency' = any(:agencyIds::text[])))
       and (:personId::uuid is null or e.person_id = :personId)
       and (:about::text[] is null or split_part(e.act, '.', 1) = any(:about))
       and (:from::date is null or e.happened_at >= :from::date::timestamp at time zone :zone)
       and (:to::date is null or e.happened_at < (:to::date + 1)::timestamp at time zone :zone)
       and (:before::bigint is null or (e.happened_at, e.id) < (
         select x.happened_at, x.id from audit_events x
         where x.id = :before and x.system_id = :systemId))
     order by e.happened_at desc, e.id desc
     limit :limit`,
    { ...filter, systemId: scope.systemId, agencyIds, limit, zone: 'Europe/London' },
  );
  return rows;
}

/** The subject's id, where it is of this type: other subjects have other ids. */
function subject(type: string): string {
  return `(case when e.subject_type = '${type}' then e.subject_id::uuid end)`;
}

export interface Doer {
  readonly personId: string;
  readonly name: string;
}

/** Whoever did something that the reader may see, by name; of an agency, who has come since they were invited. */
export async function listDoers(
  db: Knex,
  scope: Scope,
  agencyIds: readonly string[] | null,
): Promise<Doer[]> {
  const { rows } = await db.raw<{ rows: Doer[] }>(
    `select m.person_id as "personId", m.name from members m
     where m.system_id = :systemId
       and exists (select from audit_events e
         where e.system_id = m.system_id and e.person_id = m.person_id)
       and (:agencyIds::uuid[] is null or exists (select from memberships r
         where r.system_id = m.system_id and r.person_id = m.person_id
           and r.agency_id = any(:agencyIds) and r.invited_as is null))
     order by m.name collate "en-GB-x-icu"`,
    { systemId: scope.systemId, agencyIds },
  );
  return rows;
}
