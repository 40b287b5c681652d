/** Reads what an agency entered in its service map: entries, "no service", and for which sectors and Places it answers. */
import type { Knex } from 'knex';
import type { Scope } from '../../domain/access/scope.ts';
import type { SimpleAnswers } from '../../domain/answers/answers.ts';

export interface RoundPlace {
  readonly id: string;
  readonly name: string;
}
export interface MapFrame {
  /** the round's, in the system's order */
  readonly places: readonly RoundPlace[];
  /** ids of those in which the agency works */
  readonly servedIds: readonly string[];
  /** the agency's sectors */
  readonly groups: readonly string[];
}

export async function getMapFrame(db: Knex, scope: Scope, responseId: string): Promise<MapFrame> {
  const [row] = await db('responses as r')
    .join('assignments as a', { 'a.system_id': 'r.system_id', 'a.id': 'r.assignment_id' })
    .where({ 'r.system_id': scope.systemId, 'r.id': responseId })
    .select<MapFrame[]>(
      db.raw(`coalesce((
        select json_agg(json_build_object('id', p.id, 'name', p.name) order by p.position)
        from round_places rp
        join places p on p.system_id = rp.system_id and p.id = rp.place_id
        where rp.system_id = a.system_id and rp.round_id = a.round_id), '[]') as places`),
      db.raw(`array(
        select ap.place_id from round_agency_places ap
        where ap.system_id = a.system_id and ap.round_id = a.round_id
          and ap.agency_id = a.agency_id) as "servedIds"`),
      db.raw(`array(
        select s.sector from round_agency_sectors s
        where s.system_id = a.system_id and s.round_id = a.round_id
          and s.agency_id = a.agency_id) as groups`),
    );
  if (!row) throw new Error(`there is no response ${responseId}`);
  return row;
}

export interface StoredEntry {
  readonly id: string;
  readonly name: string;
  readonly answers: SimpleAnswers;
  readonly revision: number;
  readonly updatedAt: Date;
  readonly updatedBy: string;
  readonly removedAt: Date | null;
}

function entries(db: Knex, scope: Scope, responseId: string) {
  return db('service_entries as e')
    .join('members as p', { 'p.system_id': 'e.system_id', 'p.person_id': 'e.updated_by' })
    .where({ 'e.system_id': scope.systemId, 'e.response_id': responseId })
    .orderBy(['e.position', 'e.id'])
    .select<StoredEntry[]>({
      id: 'e.id',
      name: 'e.name',
      answers: 'e.answers',
      revision: 'e.revision',
      updatedAt: 'e.updated_at',
      updatedBy: 'p.name',
      removedAt: 'e.removed_at',
    });
}

/** In the order of entering, the removed ones too. */
export async function listEntries(
  db: Knex,
  scope: Scope,
  responseId: string,
): Promise<StoredEntry[]> {
  return entries(db, scope, responseId);
}

/** Undefined for what is no id, does not exist, or belongs to another response. */
export async function findEntry(
  db: Knex,
  scope: Scope,
  responseId: string,
  entryId: string,
): Promise<StoredEntry | undefined> {
  const [row] = await entries(db, scope, responseId).whereRaw('e.id::text = ?', [entryId]);
  return row;
}

/** An entry's answers as they were at a revision. */
export async function findRevision(
  db: Knex,
  scope: Scope,
  entryId: string,
  revision: number,
): Promise<SimpleAnswers | undefined> {
  const [row] = await db('service_entry_history')
    .where({ system_id: scope.systemId, entry_id: entryId, revision })
    .select<{ readonly answers: SimpleAnswers }[]>('answers');
  return row?.answers;
}

export interface EntryRevision {
  readonly id: string;
  readonly revision: number;
}

/**
 * Several entries as they were, each at a revision; those that there are. The wanted ones lead: PostgreSQL knows
 * little of a table that has just grown, and would compare everything with everything.
 */
export async function listRevisions(
  db: Knex,
  scope: Scope,
  responseId: string,
  wanted: readonly EntryRevision[],
): Promise<(EntryRevision & { readonly answers: SimpleAnswers })[]> {
  const { rows } = await db.raw<{ rows: (EntryRevision & { readonly answers: SimpleAnswers })[] }>(
    `select w.id, w.revision, h.answers
      from unnest(?::uuid[], ?::integer[]) as w(id, revision)
      cross join lateral (
        select o.answers from service_entry_history o
        where o.system_id = ? and o.entry_id = w.id and o.revision = w.revision
        limit 1) h
      where exists (
        select from service_entries e
        where e.system_id = ? and e.id = w.id and e.response_id = ?)`,
    [
      wanted.map(({ id }) => id),
      wanted.map(({ revision }) => revision),
      ...[scope.systemId, scope.systemId, responseId],
    ],
  );
  return rows;
}

export interface StoredAbsence {
  readonly groupId: string;
  readonly placeId: string;
  readonly saidAt: Date;
  readonly saidBy: string;
}

export async function listAbsences(
  db: Knex,
  scope: Scope,
  responseId: string,
): Promise<StoredAbsence[]> {
  return db('no_service as n')
    .join('members as p', { 'p.system_id': 'n.system_id', 'p.person_id': 'n.said_by' })
    .where({ 'n.system_id': scope.systemId, 'n.response_id': responseId })
    .select<StoredAbsence[]>({
      groupId: 'n.group_id',
      placeId: 'n.place_id',
      saidAt: 'n.said_at',
      saidBy: 'p.name',
    });
}
