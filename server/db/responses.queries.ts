/** A response with its round, agency and Place, and the few things that several features write to it. */
import type { Knex } from 'knex';
import type { Scope } from '../domain/access/scope.ts';
import type { ResponseStatus } from '../domain/round/response.ts';
import type { RoundStatus } from '../domain/round/round.ts';
import { prepare } from './prepared.ts';

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
  /** of what is no longer asked for; null otherwise */
  readonly withdrawnAt: Date | null;
  readonly withdrawnBy: string | null;
  readonly withdrawnReason: string | null;
  /** last round's response, where its answers are carried forward one by one */
  readonly carriedFrom: string | null;
  readonly versionId: string;
  readonly agencyId: string;
  readonly agencySlug: string;
  readonly agencyName: string;
  /** the agency answers on paper now: the coordinator keys it in */
  readonly onPaper: boolean;
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
  withdrawnAt: 'w.withdrawn_at',
  withdrawnBy: 'wp.name',
  withdrawnReason: 'w.reason',
  carriedFrom: 'r.carried_from',
  versionId: 'a.version_id',
  agencyId: 'a.agency_id',
  agencySlug: 'ag.slug',
  agencyName: 'ag.name',
  onPaper: 'ag.on_paper',
  placeId: 'a.place_id',
  placeName: 'pl.name',
  roundId: 'a.round_id',
  roundSlug: 'ro.slug',
  roundName: 'ro.name',
  roundStatus: 'ro.status',
  closesAt: 'ro.closes_at',
} as const satisfies Record<keyof ResponseInRound, string>;

/** For statements that are asked so often that they are prepared: the columns of a `ResponseInRound`… */
export const responseColumns = Object.entries(columns)
  .map(([name, column]) => `${column} as "${name}"`)
  .join(', ');

/** …and the tables that they come from. */
export const responseTables = `responses as r
  join assignments as a on a.system_id = r.system_id and a.id = r.assignment_id
  join rounds as ro on ro.system_id = a.system_id and ro.id = a.round_id
  join agencies as ag on ag.system_id = a.system_id and ag.id = a.agency_id
  join instrument_versions as iv on iv.id = a.version_id
  left join places as pl on pl.system_id = a.system_id and pl.id = a.place_id
  left join members as sp on sp.system_id = r.system_id and sp.person_id = r.submitted_by
  left join members as kp on kp.system_id = r.system_id and kp.person_id = r.keyed_by
  left join members as rp on rp.system_id = r.system_id and rp.person_id = r.returned_by
  left join withdrawals as w on w.system_id = r.system_id and w.response_id = r.id
  left join members as wp on wp.system_id = r.system_id and wp.person_id = w.withdrawn_by`;

/** Of responses as `r`: what was withdrawn is neither waited for nor counted. */
export const stillAsked = `r.status is distinct from 'withdrawn'`;

/**
 * Responses of the person's system; whether the person may read one is `mayReadResponse`'s question.
 * The newest round first; in a round by agency and instrument, and in the system's order of Places.
 */
export function listResponses(
  db: Knex,
  scope: Scope,
  which: Knex.QueryCallback,
): Promise<ResponseInRound[]> {
  return db
    .select<ResponseInRound[]>(columns)
    .fromRaw(responseTables)
    .where('r.system_id', scope.systemId)
    .where(which)
    .orderBy([
      { column: 'ro.position', order: 'desc' },
      { column: 'ag.name' },
      { column: 'iv.kind' },
      { column: 'iv.instrument_id' },
      { column: 'pl.position' },
    ]);
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
/** What is none is nobody's id, and the database refuses to look for it. */
export const isId = (text: string): boolean => uuid.test(text);

const find = prepare<{ readonly system: string; readonly response: string }, ResponseInRound>(
  'response',
  `select ${responseColumns} from ${responseTables}
    where r.system_id = :system and r.id = :response`,
);

/** Undefined for what is no id, does not exist, or belongs to another system. */
export async function findResponse(
  db: Knex,
  scope: Scope,
  responseId: string,
): Promise<ResponseInRound | undefined> {
  if (!isId(responseId)) return undefined;
  const [row] = await find(db, { system: scope.systemId, response: responseId });
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
