/** What the maturity grid's answers add up to: counts per level in SQL, never answer by answer. */
import type { Knex } from 'knex';
import { stillAsked } from '../db/responses.queries.ts';
import type { Scope } from '../domain/access/scope.ts';
import type { Level } from '../domain/scoring/score.ts';

/** Which answers a report adds up. */
export interface GridSelection {
  readonly versionId: string;
  readonly roundIds: readonly string[];
  readonly placeIds: readonly string[];
}

export interface LevelCount {
  readonly roundId: string;
  readonly placeId: string;
  readonly itemId: string;
  /** null: "We can't say" */
  readonly level: Level | null;
  readonly count: number;
  /** of these, how many gave evidence */
  readonly withEvidence: number;
}

/** Levels of submitted responses by Place and domain. */
export function listLevelCounts(
  db: Knex,
  scope: Scope,
  { versionId, roundIds, placeIds }: GridSelection,
): Promise<LevelCount[]> {
  return db('assignments as a')
    .join('responses as r', { 'r.system_id': 'a.system_id', 'r.assignment_id': 'a.id' })
    .join('answers as n', { 'n.system_id': 'r.system_id', 'n.response_id': 'r.id' })
    .where({ 'a.system_id': scope.systemId, 'a.version_id': versionId })
    .where({ 'r.status': 'submitted', 'n.has_level': true })
    .whereIn('a.round_id', [...roundIds])
    .whereIn('a.place_id', [...placeIds])
    .groupBy('a.round_id', 'a.place_id', 'n.item_id', 'n.level')
    .select<LevelCount[]>(
      { roundId: 'a.round_id', placeId: 'a.place_id', itemId: 'n.item_id', level: 'n.level' },
      db.raw('count(*)::int as count'),
      db.raw('(count(*) filter (where n.has_evidence))::int as "withEvidence"'),
    );
}

export interface PlaceProgress {
  readonly roundId: string;
  readonly placeId: string;
  readonly assigned: number;
  readonly submitted: number;
}

/** How many agencies were asked in each Place, and how many have submitted. */
export function listProgress(
  db: Knex,
  scope: Scope,
  { versionId, roundIds, placeIds }: GridSelection,
): Promise<PlaceProgress[]> {
  return db('assignments as a')
    .leftJoin('responses as r', { 'r.system_id': 'a.system_id', 'r.assignment_id': 'a.id' })
    .where({ 'a.system_id': scope.systemId, 'a.version_id': versionId })
    .whereIn('a.round_id', [...roundIds])
    .whereIn('a.place_id', [...placeIds])
    .whereRaw(stillAsked)
    .groupBy('a.round_id', 'a.place_id')
    .select<PlaceProgress[]>(
      { roundId: 'a.round_id', placeId: 'a.place_id' },
      db.raw('count(*)::int as assigned'),
      db.raw(`(count(*) filter (where r.status = 'submitted'))::int as submitted`),
    );
}

export interface DecidedLevel {
  readonly roundId: string;
  readonly placeId: string;
  readonly itemId: string;
  /** null where the domain is set aside */
  readonly level: Level | null;
  readonly rationale: string;
  readonly present: string;
  readonly dissent: string | null;
  readonly agreedAt: Date;
}

export interface AgreedLevel extends DecidedLevel {
  readonly level: Level;
}

/** What the chair has recorded of domains: the level that was agreed, or that one is set aside. */
export function listDecidedLevels(
  db: Knex,
  scope: Scope,
  { roundIds, placeIds }: GridSelection,
): Promise<DecidedLevel[]> {
  return db('agreements')
    .where({ system_id: scope.systemId, subject: 'domain' })
    .whereIn('round_id', [...roundIds])
    .whereIn('place_id', [...placeIds])
    .select<DecidedLevel[]>({
      roundId: 'round_id',
      placeId: 'place_id',
      itemId: 'item_id',
      level: 'level',
      rationale: 'rationale',
      present: 'present',
      dissent: 'dissent',
      agreedAt: 'agreed_at',
    });
}
