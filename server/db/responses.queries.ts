/** A response with its round, agency and Place, and the few things that several features write to it. */
import type { Knex } from 'knex';
import type { Scope } from '../domain/access/scope.ts';
import type { ResponseStatus } from '../domain/round/response.ts';
import type { RoundStatus } from '../domain/round/round.ts';

export interface ResponseInRound {
  readonly id: string;
  readonly status: ResponseStatus;
  /** of the response as a whole: up by one with every change in it */
  readonly revision: number;
  readonly updatedAt: Date | null;
  readonly submittedAt: Date | null;
  readonly submittedBy: string | null;
  /** who keyed it in, where it came on paper; null online */
  readonly keyedBy: string | null;
  /** the last return, also of what was submitted again since; null where there was none */
  readonly returnedAt: Date | null;
  readonly returnedBy: string | null;
  readonly returnReason: string | null;
  readonly versionId: string;
  readonly agencyId: string;
  readonly agencyName: string;
  /** null where the instrument is answered once for all Places */
  readonly placeId: string | null;
  readonly placeName: string | null;
  readonly roundId: string;
  readonly roundSlug: string;
  readonly roundName: string;
  readonly roundStatus: RoundStatus;
  readonly closesAt: Date | null;
}

const columns = {
  id: 'r.id',
  status: 'r.status',
  revision: 'r.revision',
  updatedAt: 'r.updated_at',
  submittedAt: 'r.submitted_at',
  submittedBy: 'sp.name',
  keyedBy: 'kp.name',
  returnedAt: 'r.returned_at',
  returnedBy: 'rp.name',
  returnReason: 'r.return_reason',
  versionId: 'a.version_id',
  agencyId: 'a.agency_id',
  agencyName: 'ag.name',
  placeId: 'a.place_id',
  placeName: 'pl.name',
  roundId: 'a.round_id',
  roundSlug: 'ro.slug',
  roundName: 'ro.name',
  roundStatus: 'ro.status',
  closesAt: 'ro.closes_at',
} as const satisfies Record<keyof ResponseInRound, string>;

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/**
 * Responses of the person's system; whether the person may read one is `mayReadResponse`'s question.
 * The newest round first; in a round by agency and instrument, and in the system's order of Places.
 */
export function listResponses(
  db: Knex,
  scope: Scope,
  which: Knex.QueryCallback,
): Promise<ResponseInRound[]> {
  return db('responses as r')
    .join('assignments as a', { 'a.system_id': 'r.system_id', 'a.id': 'r.assignment_id' })
    .join('rounds as ro', { 'ro.system_id': 'a.system_id', 'ro.id': 'a.round_id' })
    .join('agencies as ag', { 'ag.system_id': 'a.system_id', 'ag.id': 'a.agency_id' })
    .join('instrument_versions as iv', 'iv.id', 'a.version_id')
    .leftJoin('places as pl', { 'pl.system_id': 'a.system_id', 'pl.id': 'a.place_id' })
    .leftJoin('members as sp', { 'sp.system_id': 'r.system_id', 'sp.person_id': 'r.submitted_by' })
    .leftJoin('members as kp', { 'kp.system_id': 'r.system_id', 'kp.person_id': 'r.keyed_by' })
    .leftJoin('members as rp', { 'rp.system_id': 'r.system_id', 'rp.person_id': 'r.returned_by' })
    .where('r.system_id', scope.systemId)
    .where(which)
    .orderBy([
      { column: 'ro.position', order: 'desc' },
      { column: 'ag.name' },
      { column: 'iv.kind' },
      { column: 'iv.instrument_id' },
      { column: 'pl.position' },
    ])
    .select<ResponseInRound[]>(columns);
}

/** Undefined for what is no id, does not exist, or belongs to another system. */
export async function findResponse(
  db: Knex,
  scope: Scope,
  responseId: string,
): Promise<ResponseInRound | undefined> {
  if (!uuid.test(responseId)) return undefined;
  const [row] = await listResponses(db, scope, (query) => {
    void query.where('r.id', responseId);
  });
  return row;
}

/** What a write must know for certain. */
export interface LockedResponse {
  readonly status: ResponseStatus;
  readonly revision: number;
  readonly roundStatus: RoundStatus;
}

/**
 * Holds the response against every other writer, and its round against being moved on, until the
 * transaction ends. @param trx the transaction of the write
 */
export async function lockResponse(
  trx: Knex,
  scope: Scope,
  responseId: string,
): Promise<LockedResponse> {
  const {
    rows: [row],
  } = await trx.raw<{ rows: LockedResponse[] }>(
    `select r.status, r.revision, ro.status as "roundStatus"
    from responses r
    join assignments a on a.system_id = r.system_id and a.id = r.assignment_id
    join rounds ro on ro.system_id = a.system_id and ro.id = a.round_id
    where r.system_id = ? and r.id = ?
    for update of r for share of ro`,
    [scope.systemId, responseId],
  );
  if (!row) throw new Error(`there is no response ${responseId} to lock`);
  return row;
}

/** Something in the response changed: its revision goes up by one. @param trx holds the response's lock */
export async function bumpResponse(
  trx: Knex,
  scope: Scope,
  responseId: string,
  now: Date,
): Promise<void> {
  await trx('responses')
    .where({ system_id: scope.systemId, id: responseId })
    .update({ revision: trx.raw('revision + 1'), updated_at: now });
}
