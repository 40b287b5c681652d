/** What is asked of somebody about results: drafts to read for their agency, comments to answer, corrections to publish. */
import type { Knex } from 'knex';
import { askedAgencies } from '../../db/asked-agencies.ts';
import { ownAgencies, type Scope } from '../../domain/access/scope.ts';

interface PlaceInCheck {
  readonly roundSlug: string;
  readonly roundName: string;
  readonly placeSlug: string;
  readonly placeName: string;
}
export interface Draft extends PlaceInCheck {
  readonly endsAt: Date;
}
export interface Commented extends PlaceInCheck {
  readonly roundId: string;
  readonly placeId: string;
  readonly comments: number;
  readonly unanswered: number;
}

const columns = {
  roundSlug: 'ro.slug',
  roundName: 'ro.name',
  placeSlug: 'p.slug',
  placeName: 'p.name',
};

/** The Places in a factual check where an agency of the person is asked, in the system's order. */
export function listDrafts(db: Knex, scope: Scope): Promise<Draft[]> {
  return db('round_places as rp')
    .join('rounds as ro', { 'ro.system_id': 'rp.system_id', 'ro.id': 'rp.round_id' })
    .join('places as p', { 'p.system_id': 'rp.system_id', 'p.id': 'rp.place_id' })
    .where({ 'rp.system_id': scope.systemId, 'ro.status': 'factual-check' })
    .whereNotNull('ro.factual_check_ends_at')
    .whereRaw(`${askedAgencies} && ?::uuid[]`, [[...ownAgencies(scope)]])
    .orderBy(['ro.position', 'p.position'])
    .select<Draft[]>({ ...columns, endsAt: 'ro.factual_check_ends_at' });
}

/** The Places whose draft was commented on, in rounds that are not published, with how much is not answered. */
export function listCommented(db: Knex, scope: Scope): Promise<Commented[]> {
  return db('check_comments as c')
    .join('rounds as ro', { 'ro.system_id': 'c.system_id', 'ro.id': 'c.round_id' })
    .join('places as p', { 'p.system_id': 'c.system_id', 'p.id': 'c.place_id' })
    .where('c.system_id', scope.systemId)
    .whereIn('ro.status', ['in-review', 'factual-check'])
    .groupBy('ro.id', 'ro.slug', 'ro.name', 'ro.position', 'p.id', 'p.slug', 'p.name', 'p.position')
    .orderBy(['ro.position', 'p.position'])
    .select<Commented[]>(
      { ...columns, roundId: 'ro.id', placeId: 'p.id' },
      db.raw('count(*)::int as comments'),
      db.raw('(count(*) filter (where c.reply is null))::int as unanswered'),
    );
}

export interface Corrected {
  readonly roundSlug: string;
  readonly roundName: string;
  readonly waiting: number;
  /** names, in the system's order */
  readonly places: readonly string[];
}

/** The published rounds with corrections that wait: only whoever publishes them knows of these. */
export function listCorrected(db: Knex, scope: Scope): Promise<Corrected[]> {
  return db('corrections as c')
    .join('rounds as ro', { 'ro.system_id': 'c.system_id', 'ro.id': 'c.round_id' })
    .join('places as p', { 'p.system_id': 'c.system_id', 'p.id': 'c.place_id' })
    .where('c.system_id', scope.systemId)
    .whereNull('c.edition')
    .whereNull('c.withdrawn_at')
    .groupBy('ro.id', 'ro.slug', 'ro.name', 'ro.position')
    .orderBy('ro.position', 'desc')
    .select<Corrected[]>(
      { roundSlug: 'ro.slug', roundName: 'ro.name' },
      db.raw('count(*)::int as waiting'),
      db.raw(
        `(select array_agg(q.name order by q.position) from places q
        where q.system_id = :systemId and q.id = any(array_agg(c.place_id))) as places`,
        { systemId: scope.systemId },
      ),
    );
}
