/** The people behind an agency's answers: who answers, who was there last, and what mail came of. */
import type { Knex } from 'knex';
import type { MailKind } from '../../domain/mail/content.ts';
import type { InRound } from './round.queries.ts';

export interface AgencyPerson {
  readonly agencyId: string;
  readonly personId: string;
  readonly name: string;
  readonly email: string;
  readonly isLead: boolean;
  /** the account is not closed */
  readonly active: boolean;
}

/** As the agency lead who invited them said, until they have signed in. */
const called = 'coalesce(min(m.invited_as), s.name)';

/** Everybody who answers for an agency of the system; leads first, then by name. @param agencyId one agency's alone */
export function listPeople(
  db: Knex,
  { systemId }: Pick<InRound, 'systemId'>,
  agencyId?: string,
): Promise<AgencyPerson[]> {
  return db('memberships as m')
    .join('members as s', { 's.system_id': 'm.system_id', 's.person_id': 'm.person_id' })
    .join('people as p', 'p.id', 'm.person_id')
    .where('m.system_id', systemId)
    .whereNotNull('m.agency_id')
    .where(agencyId === undefined ? {} : { 'm.agency_id': agencyId })
    .groupBy('m.agency_id', 'm.person_id', 's.name', 'p.email', 'p.deactivated_at')
    .orderByRaw(`bool_or(m.role = 'agency-lead') desc, ${called} collate "en-GB-x-icu", p.email`)
    .select<AgencyPerson[]>(
      { agencyId: 'm.agency_id', personId: 'm.person_id', email: 'p.email' },
      db.raw(`${called} as name`),
      db.raw(`bool_or(m.role = 'agency-lead') as "isLead"`),
      db.raw('p.deactivated_at is null as active'),
    );
}

/** The last thing that somebody did to an agency's answers. */
export interface LastChange {
  readonly agencyId: string;
  readonly personId: string;
  readonly by: string;
  readonly at: Date;
}

const changes = `
    select due.agency_id, due.id, n.updated_at as at, n.updated_by as person_id
    from due join answers n on n.system_id = :systemId and n.response_id = due.id
    union all
    select due.agency_id, due.id, e.updated_at, e.updated_by
    from due join service_entries e on e.system_id = :systemId and e.response_id = due.id
    union all
    select due.agency_id, due.id, x.said_at, x.said_by
    from due join no_service x on x.system_id = :systemId and x.response_id = due.id
    union all
    select agency_id, id, submitted_at, submitted_by from due where submitted_by is not null`;

const dueResponses = `due as materialized (
    select a.agency_id, r.id, r.submitted_at, r.submitted_by
    from assignments a
    join responses r on r.system_id = a.system_id and r.assignment_id = a.id
    where a.system_id = :systemId and a.round_id = :roundId
      and (:agencyId::uuid is null or a.agency_id = :agencyId)
      and r.status <> 'withdrawn' and r.updated_at is not null
  )`;

/** By the agency's id; none for those where nobody has saved anything. */
export async function findLastChanges(
  db: Knex,
  { systemId, roundId }: InRound,
): Promise<ReadonlyMap<string, LastChange>> {
  const { rows } = await db.raw<{ rows: LastChange[] }>(
    `with ${dueResponses}, last as (
      select distinct on (agency_id) agency_id, at, person_id from (${changes}) c
      order by agency_id, at desc)
    select last.agency_id as "agencyId", last.person_id as "personId", s.name as by, last.at
    from last join members s on s.system_id = :systemId and s.person_id = last.person_id`,
    { systemId, roundId, agencyId: null },
  );
  return new Map(rows.map((row) => [row.agencyId, row]));
}

export interface ResponseChange extends LastChange {
  readonly responseId: string;
}

/** Of one agency: who changed which response when, each person's last change of each. */
export async function listChanges(
  db: Knex,
  { systemId, roundId }: InRound,
  agencyId: string,
): Promise<ResponseChange[]> {
  const { rows } = await db.raw<{ rows: ResponseChange[] }>(
    `with ${dueResponses}
    select c.agency_id as "agencyId", c.id as "responseId", c.person_id as "personId",
      s.name as by, max(c.at) as at
    from (${changes}) c join members s on s.system_id = :systemId and s.person_id = c.person_id
    group by c.agency_id, c.id, c.person_id, s.name order by max(c.at) desc`,
    { systemId, roundId, agencyId },
  );
  return rows;
}

/** A message about an agency's part in the round. */
export interface AgencyMail {
  readonly agencyId: string;
  readonly personId: string;
  readonly kind: MailKind;
  /** the address when it was queued */
  readonly recipient: string;
  readonly status: 'queued' | 'sent' | 'failed' | 'not-due';
  readonly error: string | null;
  readonly queuedAt: Date;
  readonly finishedAt: Date | null;
}

/** The newest to each person for each agency, of those that were still due. */
export async function listLastMails(
  db: Knex,
  { systemId, roundId }: InRound,
): Promise<AgencyMail[]> {
  const { rows } = await db.raw<{ rows: AgencyMail[] }>(
    `select distinct on (m.agency_id, m.person_id) ${mailColumns}
    from messages m
    where m.system_id = :systemId and m.round_id = :roundId and m.agency_id is not null
      and m.status <> 'not-due'
    order by m.agency_id, m.person_id, m.queued_at desc, m.id`,
    { systemId, roundId },
  );
  return rows;
}

/** All of one agency, the newest first. */
export async function listMails(
  db: Knex,
  { systemId, roundId }: InRound,
  agencyId: string,
): Promise<AgencyMail[]> {
  const { rows } = await db.raw<{ rows: AgencyMail[] }>(
    `select ${mailColumns} from messages m
    where m.system_id = :systemId and m.round_id = :roundId and m.agency_id = :agencyId
    order by m.queued_at desc, m.recipient, m.id`,
    { systemId, roundId, agencyId },
  );
  return rows;
}

const mailColumns = `m.agency_id as "agencyId", m.person_id as "personId", m.kind, m.recipient,
  m.status, m.last_error as error, m.queued_at as "queuedAt", m.finished_at as "finishedAt"`;

/** By the agency's id: when it was last reminded, by a reminder that was not in vain. */
export async function findReminded(
  db: Knex,
  { systemId, roundId }: InRound,
): Promise<ReadonlyMap<string, Date>> {
  const rows = await db('messages')
    .where({ system_id: systemId, round_id: roundId, kind: 'reminder' })
    .whereIn('status', ['queued', 'sent'])
    .whereNotNull('agency_id')
    .groupBy('agency_id')
    .select<{ agencyId: string; at: Date }[]>(
      { agencyId: 'agency_id' },
      db.raw('max(queued_at) as at'),
    );
  return new Map(rows.map(({ agencyId, at }) => [agencyId, at]));
}
