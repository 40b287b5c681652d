/** Whose maps were submitted, who answers for them, and what was asked of them before. */
import type { Knex } from 'knex';
import { spokenFor } from '../../db/signed-off.queries.ts';
import type { Scope } from '../../domain/access/scope.ts';

export interface MapResponse {
  readonly agencyId: string;
  readonly agencyName: string;
  readonly responseId: string;
  /** names of the Places that it speaks for and that are signed off */
  readonly signedOff: readonly string[];
}

/** The submitted maps of a round, by agency's name. */
export function listMapResponses(
  db: Knex,
  scope: Scope,
  { versionId, roundId }: { readonly versionId: string; readonly roundId: string },
): Promise<MapResponse[]> {
  return db('assignments as a')
    .join('responses as r', { 'r.system_id': 'a.system_id', 'r.assignment_id': 'a.id' })
    .join('agencies as g', { 'g.system_id': 'a.system_id', 'g.id': 'a.agency_id' })
    .where({ 'a.system_id': scope.systemId, 'a.round_id': roundId, 'a.version_id': versionId })
    .where('r.status', 'submitted')
    .orderBy('g.name')
    .select<MapResponse[]>(
      { agencyId: 'g.id', agencyName: 'g.name', responseId: 'r.id' },
      db.raw(`array(
        select p.name from sign_offs rp
        join places p on p.system_id = rp.system_id and p.id = rp.place_id
        where rp.system_id = a.system_id and rp.round_id = a.round_id and rp.reopened_at is null
          and ${spokenFor}
        order by p.position) as "signedOff"`),
    );
}

export interface AgencyPerson {
  readonly agencyId: string;
  readonly personId: string;
  readonly name: string;
}

/** Who answers for an agency and can sign in, by name. */
export function listAnswering(db: Knex, scope: Scope): Promise<AgencyPerson[]> {
  return db('memberships as m')
    .join('members as s', { 's.system_id': 'm.system_id', 's.person_id': 'm.person_id' })
    .join('people as p', 'p.id', 'm.person_id')
    .where('m.system_id', scope.systemId)
    .whereNotNull('m.agency_id')
    .whereNull('p.deactivated_at')
    .groupBy('m.agency_id', 'm.person_id', 's.name')
    .orderBy('s.name')
    .select<AgencyPerson[]>({ agencyId: 'm.agency_id', personId: 'm.person_id', name: 's.name' });
}

export interface AskedQuestion {
  readonly askingId: string;
  readonly entryId: string;
  readonly entryName: string;
  readonly itemId: string;
  readonly placeId: string;
  readonly agencyName: string;
  readonly askedAt: Date;
  readonly askedBy: string;
  readonly saidUnknown: boolean;
  /** null where it was not answered by itself */
  readonly answeredAt: Date | null;
  readonly answeredBy: string | null;
  /** of the entry now, by item */
  readonly answers: Readonly<Record<string, unknown>>;
  readonly removed: boolean;
  readonly submitted: boolean;
}

/** All of the round, the last first. */
export function listAsked(db: Knex, scope: Scope, roundId: string): Promise<AskedQuestion[]> {
  return db('asked_questions as q')
    .join('service_entries as e', { 'e.system_id': 'q.system_id', 'e.id': 'q.entry_id' })
    .join('responses as r', { 'r.system_id': 'q.system_id', 'r.id': 'q.response_id' })
    .join('assignments as a', { 'a.system_id': 'r.system_id', 'a.id': 'r.assignment_id' })
    .join('agencies as g', { 'g.system_id': 'a.system_id', 'g.id': 'a.agency_id' })
    .join('members as s', { 's.system_id': 'q.system_id', 's.person_id': 'q.asked_by' })
    .leftJoin('members as w', { 'w.system_id': 'q.system_id', 'w.person_id': 'q.answered_by' })
    .where({ 'q.system_id': scope.systemId, 'q.round_id': roundId })
    .orderBy([{ column: 'q.asked_at', order: 'desc' }, 'g.name', 'e.name', 'q.item_id'])
    .select<AskedQuestion[]>(
      {
        askingId: 'q.asking_id',
        entryId: 'q.entry_id',
        entryName: 'e.name',
        itemId: 'q.item_id',
        placeId: 'q.place_id',
        agencyName: 'g.name',
        askedAt: 'q.asked_at',
        askedBy: 's.name',
        saidUnknown: 'q.said_unknown',
        answeredAt: 'q.answered_at',
        answeredBy: 'w.name',
        answers: 'e.answers',
      },
      db.raw(`e.removed_at is not null as removed, r.status = 'submitted' as submitted`),
    );
}

/** One sending at a time in a round: the next one sees what this one asked. @param trx holds it until it ends */
export async function holdQuestions(trx: Knex, scope: Scope, roundSlug: string): Promise<void> {
  await trx.raw(
    `select pg_advisory_xact_lock(hashtextextended('questions ' || ?::text || ' ' || ?::text, 0))`,
    [scope.systemId, roundSlug],
  );
}

export async function isSent(db: Knex, scope: Scope, askingId: string): Promise<boolean> {
  const row = await db('asked_questions')
    .where({ system_id: scope.systemId, asking_id: askingId })
    .first('item_id');
  return row !== undefined;
}
