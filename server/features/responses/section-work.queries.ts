/** Who does which section, and which are marked as done: what colleagues agreed, beside the answers. */
import type { Knex } from 'knex';
import type { Scope } from '../../domain/access/scope.ts';

export interface SectionWork {
  readonly responseId: string;
  readonly sectionId: string;
  /** null where it is not marked as done */
  readonly doneAt: Date | null;
  readonly doneBy: string | null;
  readonly doneById: string | null;
  /** null where it is nobody's, or theirs who no longer answers for the agency */
  readonly givenToId: string | null;
  readonly givenTo: string | null;
  readonly givenBy: string | null;
  readonly givenById: string | null;
}

export function listSectionWork(
  db: Knex,
  scope: Scope,
  responseIds: readonly string[],
): Promise<SectionWork[]> {
  return db('section_work as w')
    .joinRaw(
      `join responses as r on r.system_id = w.system_id and r.id = w.response_id
       join assignments as a on a.system_id = r.system_id and a.id = r.assignment_id
       left join members as dp on dp.system_id = w.system_id and dp.person_id = w.done_by
       left join members as gb on gb.system_id = w.system_id and gb.person_id = w.given_by
       left join members as gt on gt.system_id = w.system_id and gt.person_id = w.given_to
         and exists (
           select 1 from memberships as m join people as p on p.id = m.person_id
           where m.system_id = w.system_id and m.person_id = w.given_to
             and m.agency_id = a.agency_id and p.deactivated_at is null)`,
    )
    .where('w.system_id', scope.systemId)
    .whereIn('w.response_id', [...responseIds])
    .select<SectionWork[]>({
      responseId: 'w.response_id',
      sectionId: 'w.section_id',
      doneAt: 'w.done_at',
      doneBy: 'dp.name',
      doneById: 'w.done_by',
      givenToId: 'gt.person_id',
      givenTo: 'gt.name',
      givenBy: 'gb.name',
      givenById: 'w.given_by',
    });
}

export interface Gift {
  readonly sectionId: string;
  /** null: nobody's any more */
  readonly personId: string | null;
}

/** @param trx holds the response's lock */
export async function saveGifts(
  trx: Knex,
  scope: Scope,
  responseId: string,
  { gifts, now }: { readonly gifts: readonly Gift[]; readonly now: Date },
): Promise<void> {
  if (gifts.length === 0) return;
  const rows = gifts.map(({ sectionId, personId }) => ({
    system_id: scope.systemId,
    response_id: responseId,
    section_id: sectionId,
    given_to: personId,
    given_at: personId === null ? null : now,
    given_by: personId === null ? null : scope.personId,
  }));
  await trx('section_work')
    .insert(rows)
    .onConflict(['system_id', 'response_id', 'section_id'])
    .merge(['given_to', 'given_at', 'given_by']);
}

/** @param trx holds the response's lock */
export async function saveMark(
  trx: Knex,
  scope: Scope,
  responseId: string,
  { sectionId, doneAt }: { readonly sectionId: string; readonly doneAt: Date | null },
): Promise<void> {
  await trx('section_work')
    .insert({
      system_id: scope.systemId,
      response_id: responseId,
      section_id: sectionId,
      done_at: doneAt,
      done_by: doneAt === null ? null : scope.personId,
      given_to: null,
      given_at: null,
      given_by: null,
    })
    .onConflict(['system_id', 'response_id', 'section_id'])
    .merge(['done_at', 'done_by']);
}

export interface LastChange {
  readonly at: Date;
  readonly by: string;
  readonly byId: string;
}

/** Of a response's entries: one was written or taken out, or "no service" was said. */
export async function findEntriesChange(
  db: Knex,
  scope: Scope,
  responseId: string,
): Promise<LastChange | undefined> {
  const {
    rows: [last],
  } = await db.raw<{ rows: LastChange[] }>(
    `select c.at, c.by_id as "byId", p.name as by
     from (
       select updated_at as at, updated_by as by_id from service_entries
       where system_id = :system and response_id = :response
       union all
       select said_at, said_by from no_service
       where system_id = :system and response_id = :response
     ) as c
     join members as p on p.system_id = :system and p.person_id = c.by_id
     order by c.at desc limit 1`,
    { system: scope.systemId, response: responseId },
  );
  return last;
}
