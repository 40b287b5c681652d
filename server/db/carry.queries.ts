/** Last round's response, and what was decided of its answers: read and written by whatever shows answers or entries. */
import type { Knex } from 'knex';
import type { Scope } from '../domain/access/scope.ts';
import type { CarryDecision } from '../domain/carry/carried.ts';
import type { Undecided } from '../domain/answers/response.completeness.ts';
import { prepare } from './prepared.ts';
import { bumpResponse } from './responses.queries.ts';

export interface LastRound {
  /** the agency's response of that round */
  readonly responseId: string;
  /** the instrument's version then */
  readonly versionId: string;
  readonly roundName: string;
}

/**
 * The one that was chosen to start from; before that, of the rounds before this one in the system's order
 * the newest in which the same agency submitted the same instrument for the same Place.
 */
export const lastRoundColumns =
  'r2.id as "responseId", a2.version_id as "versionId", ro2.name as "roundName"';
/** …of the response `:response` of the system `:system`; last round's is `r2`. */
export const lastRoundFrom = `from responses r
    join assignments a on a.system_id = r.system_id and a.id = r.assignment_id
    join instrument_versions iv on iv.id = a.version_id
    join rounds ro on ro.system_id = a.system_id and ro.id = a.round_id
    join assignments a2 on a2.system_id = a.system_id and a2.agency_id = a.agency_id
      and a2.place_id is not distinct from a.place_id
    join instrument_versions iv2 on iv2.id = a2.version_id
      and iv2.instrument_id = iv.instrument_id
    join rounds ro2 on ro2.system_id = a2.system_id and ro2.id = a2.round_id
      and ro2.position < ro.position and ro2.status <> 'draft'
    join responses r2 on r2.system_id = a2.system_id and r2.assignment_id = a2.id
    where r.system_id = :system and r.id = :response
      and (r2.id = r.carried_from or (r.carried_from is null and r2.status = 'submitted'))
    order by ro2.position desc
    limit 1`;

const findLast = prepare<{ readonly system: string; readonly response: string }, LastRound>(
  'last-round',
  `select ${lastRoundColumns} ${lastRoundFrom}`,
);

/** Undefined where there is none. */
export async function findLastRound(
  db: Knex,
  scope: Scope,
  responseId: string,
): Promise<LastRound | undefined> {
  const [row] = await findLast(db, { system: scope.systemId, response: responseId });
  return row;
}

/** Begins with last round's answers, or (null) without them. @param trx holds the response's lock */
export async function setCarriedFrom(
  trx: Knex,
  scope: Scope,
  { responseId, source, now }: { responseId: string; source: string | null; now: Date },
): Promise<void> {
  await trx('responses')
    .where({ system_id: scope.systemId, id: responseId })
    .update({ carried_from: source });
  await bumpResponse(trx, scope, responseId, now);
}

/** Read under the response's lock: another may have begun, or given it up, meanwhile. */
export async function findCarriedFrom(
  trx: Knex,
  scope: Scope,
  responseId: string,
): Promise<string | null> {
  const row = await trx('responses')
    .where({ system_id: scope.systemId, id: responseId })
    .first('carried_from');
  return row?.carried_from ?? null;
}

export interface UndecidedRow extends Undecided {
  readonly responseId: string;
}

/**
 * Of responses that started from last round's: its answers that nobody has decided on or answered anew,
 * and its entries that nobody has decided on.
 */
export async function listUndecided(
  db: Knex,
  scope: Scope,
  responseIds: readonly string[],
): Promise<UndecidedRow[]> {
  const { rows } = await db.raw<{ rows: UndecidedRow[] }>(
    `with started as (
      select r.id, r.carried_from from responses r
      where r.system_id = :system and r.id = any(:ids::uuid[]) and r.carried_from is not null
    ), old as (
      select s.id as response_id, 'answer' as kind, an.item_id as source_id, '' as name, 0 as position
      from started s
      join answers an on an.system_id = :system and an.response_id = s.carried_from
        and an.value not in ('""'::jsonb, '{"criteria": {}}'::jsonb)
      where not exists (
        select from answers now where now.system_id = :system and now.response_id = s.id
          and now.item_id = an.item_id
          and now.value not in ('""'::jsonb, '{"criteria": {}}'::jsonb))
      union all
      select s.id, 'entry', e.id::text, e.name, e.position
      from started s
      join service_entries e on e.system_id = :system and e.response_id = s.carried_from
        and e.removed_at is null
    )
    select old.response_id as "responseId", old.kind, old.source_id as "sourceId", old.name
    from old
    where not exists (
      select from carry_decisions d where d.system_id = :system and d.response_id = old.response_id
        and d.kind = old.kind and d.source_id = old.source_id)
    order by old.kind, old.position, old.source_id`,
    { system: scope.systemId, ids: [...responseIds] },
  );
  return rows;
}

export interface StoredDecision {
  /** the item's id, or that of last round's entry */
  readonly sourceId: string;
  readonly decision: CarryDecision;
  /** this round's entry, where there is one */
  readonly entryId: string | null;
  readonly decidedAt: Date;
  readonly decidedById: string;
  readonly decidedBy: string;
}

type Kind = Undecided['kind'];

/** By the id of what was decided on. */
export async function listDecisions(
  db: Knex,
  scope: Scope,
  responseId: string,
  kind: Kind,
): Promise<ReadonlyMap<string, StoredDecision>> {
  const rows = await db('carry_decisions as d')
    .join('members as p', { 'p.system_id': 'd.system_id', 'p.person_id': 'd.decided_by' })
    .where({ 'd.system_id': scope.systemId, 'd.response_id': responseId, 'd.kind': kind })
    .select<StoredDecision[]>({
      sourceId: 'd.source_id',
      decision: 'd.decision',
      entryId: 'd.entry_id',
      decidedAt: 'd.decided_at',
      decidedById: 'd.decided_by',
      decidedBy: 'p.name',
    });
  return new Map(rows.map((row) => [row.sourceId, row]));
}

export interface NewDecision {
  readonly responseId: string;
  readonly kind: Kind;
  readonly sourceId: string;
  readonly decision: CarryDecision;
  readonly entryId: string | null;
  readonly now: Date;
}

/** Of what nobody has decided on yet. @param trx holds the response's lock */
export async function insertDecision(trx: Knex, scope: Scope, made: NewDecision): Promise<void> {
  await trx('carry_decisions').insert({
    system_id: scope.systemId,
    response_id: made.responseId,
    kind: made.kind,
    source_id: made.sourceId,
    decision: made.decision,
    entry_id: made.entryId,
    decided_at: made.now,
    decided_by: scope.personId,
  });
}

/** Decided again from the start. @param trx holds the response's lock */
export async function deleteDecision(
  trx: Knex,
  scope: Scope,
  { responseId, kind, sourceId }: Pick<NewDecision, 'responseId' | 'kind' | 'sourceId'>,
): Promise<void> {
  await trx('carry_decisions')
    .where({ system_id: scope.systemId, response_id: responseId, kind, source_id: sourceId })
    .delete();
}
