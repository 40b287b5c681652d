/** Rounds as their coordinator sees them: drafts too. */
import type { Knex } from 'knex';
import type { Scope } from '../../../domain/access/scope.ts';
import type { Band, Definition } from '../../../domain/instrument/definition.ts';
import { inNaturalOrder } from '../../../domain/natural-order.ts';
import type { ResponseStatus } from '../../../domain/round/response.ts';
import type { RoundStatus } from '../../../domain/round/round.ts';

export interface StoredRound {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly status: RoundStatus;
  readonly opensAt: Date | null;
  readonly closesAt: Date | null;
  readonly publishedAt: Date | null;
  readonly checkEndsAt: Date | null;
  readonly checkDays: number;
  readonly quorum: number;
  /** calendar days before the closing; the longest first */
  readonly reminderDays: readonly number[];
  /** since when they and the closing hold; null in a draft */
  readonly remindersFrom: Date | null;
  readonly bands: readonly Band[];
  /** that a form started from */
  readonly revision: number;
  readonly placeIds: readonly string[];
  /** chosen for a draft; afterwards those that were ever asked */
  readonly agencyIds: readonly string[];
  readonly versionIds: readonly string[];
  /** how many responses are asked for, and how many are in; the withdrawn ones aside */
  readonly asked: number;
  readonly submitted: number;
  /** Places that are signed off */
  readonly signedPlaceIds: readonly string[];
  /** of the factual check: how many comments have no answer, by Place; Places without any are left out */
  readonly unanswered: readonly { readonly placeId: string; readonly count: number }[];
  /** how many corrections of what is published wait for an edition */
  readonly corrections: number;
}

/** The newest first. */
export function listRounds(db: Knex, scope: Scope): Promise<StoredRound[]> {
  return selectRounds(db, scope, () => undefined);
}

/** Undefined for what does not exist or belongs to another system. */
export async function findRound(
  db: Knex,
  scope: Scope,
  slug: string,
): Promise<StoredRound | undefined> {
  const [row] = await selectRounds(db, scope, (query) => void query.where('r.slug', slug));
  return row;
}

function selectRounds(db: Knex, scope: Scope, which: Knex.QueryCallback): Promise<StoredRound[]> {
  const list = (column: string, table: string): string =>
    `array(
      select x.${column} from ${table} x
      where x.system_id = r.system_id and x.round_id = r.id)`;
  const count = (which: string): string =>
    `(
      select count(*)::int from assignments a
      join responses p on p.system_id = a.system_id and p.assignment_id = a.id
      where a.system_id = r.system_id and a.round_id = r.id and ${which})`;
  return db('rounds as r')
    .where('r.system_id', scope.systemId)
    .where(which)
    .orderBy([{ column: 'r.position', order: 'desc' }, { column: 'r.slug' }])
    .select<StoredRound[]>(
      {
        id: 'r.id',
        slug: 'r.slug',
        name: 'r.name',
        status: 'r.status',
        opensAt: 'r.opens_at',
        closesAt: 'r.closes_at',
        publishedAt: 'r.published_at',
        checkEndsAt: 'r.factual_check_ends_at',
        checkDays: 'r.factual_check_days',
        quorum: 'r.quorum',
        reminderDays: 'r.reminder_days',
        remindersFrom: 'r.reminders_from',
        bands: 'r.bands',
        revision: 'r.revision',
      },
      db.raw(`${list('place_id', 'round_places')} as "placeIds"`),
      db.raw(`${list('agency_id', 'round_agencies')} as "agencyIds"`),
      db.raw(`${list('version_id', 'round_instruments')} as "versionIds"`),
      db.raw(`${count(`p.status <> 'withdrawn'`)} as asked`),
      db.raw(`${count(`p.status = 'submitted'`)} as submitted`),
      db.raw(`array(
        select o.place_id from sign_offs o
        where o.system_id = r.system_id and o.round_id = r.id
          and o.reopened_at is null) as "signedPlaceIds"`),
      db.raw(`coalesce((
        select json_agg(json_build_object('placeId', u.place_id, 'count', u.count))
        from (
          select c.place_id, count(*)::int as count from check_comments c
          where c.system_id = r.system_id and c.round_id = r.id and c.reply is null
          group by c.place_id) u), '[]') as unanswered`),
      db.raw(`(
        select count(*)::int from corrections c
        where c.system_id = r.system_id and c.round_id = r.id
          and c.edition is null and c.withdrawn_at is null) as corrections`),
    );
}

/** One response that the round asks for, or asked for once. */
export interface AskedResponse {
  readonly responseId: string;
  readonly agencyId: string;
  readonly agency: string;
  readonly versionId: string;
  /** null where the instrument is answered once for all Places */
  readonly place: string | null;
  readonly status: ResponseStatus;
  /** somebody has saved something */
  readonly begun: boolean;
  /** of what was withdrawn */
  readonly reason: string | null;
  readonly withdrawnAt: Date | null;
  readonly withdrawnBy: string | null;
}

/** By agency's name, then instrument and Place. */
export async function listAsked(db: Knex, scope: Scope, roundId: string): Promise<AskedResponse[]> {
  const asked = await db('assignments as a')
    .join('responses as r', { 'r.system_id': 'a.system_id', 'r.assignment_id': 'a.id' })
    .join('agencies as g', { 'g.system_id': 'a.system_id', 'g.id': 'a.agency_id' })
    .join('instrument_versions as v', 'v.id', 'a.version_id')
    .leftJoin('places as p', { 'p.system_id': 'a.system_id', 'p.id': 'a.place_id' })
    .leftJoin('withdrawals as w', { 'w.system_id': 'r.system_id', 'w.response_id': 'r.id' })
    .leftJoin('members as m', { 'm.system_id': 'w.system_id', 'm.person_id': 'w.withdrawn_by' })
    .where({ 'a.system_id': scope.systemId, 'a.round_id': roundId })
    .orderBy(['g.id', 'v.kind', 'v.instrument_id', 'p.position'])
    .select<AskedResponse[]>(
      {
        responseId: 'r.id',
        agencyId: 'a.agency_id',
        agency: 'g.name',
        versionId: 'a.version_id',
        place: 'p.name',
        status: 'r.status',
        reason: 'w.reason',
        withdrawnAt: 'w.withdrawn_at',
        withdrawnBy: 'm.name',
      },
      db.raw('r.updated_at is not null as begun'),
    );
  return inNaturalOrder(asked, ({ agency }) => agency);
}

export interface Version {
  readonly id: string;
  readonly instrumentId: string;
  readonly version: string;
  readonly kind: Definition['kind'];
  readonly title: string;
  readonly bands: readonly Band[] | null;
  readonly answered: Definition['answered'];
}

/** The published versions that agencies answer: the newest of each instrument first. */
export function listVersions(db: Knex): Promise<Version[]> {
  return db('instrument_versions as v')
    .whereRaw(`v.definition ->> 'answered' <> 'place'`)
    .orderByRaw('v.kind, v.instrument_id, v.published_at desc, v.version desc')
    .select<Version[]>(
      { id: 'v.id', instrumentId: 'v.instrument_id', version: 'v.version', kind: 'v.kind' },
      db.raw(`v.definition ->> 'title' as title, v.definition -> 'bands' as bands,
        v.definition ->> 'answered' as answered`),
    );
}
