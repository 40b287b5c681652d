/** How the agencies marked each criterion of a Place's domains: counts in SQL, nobody's name (Design 4.1). */
import type { Knex } from 'knex';
import type { Scope } from '../domain/access/scope.ts';
import type { Mark } from '../domain/scoring/score.ts';
import type { PlaceSelection } from './place.queries.ts';

export interface MarkCount {
  readonly itemId: string;
  readonly criterionId: string;
  readonly mark: Mark;
  /** agencies */
  readonly count: number;
}

/** Marks of submitted responses by criterion; a criterion that nobody marked has no row. */
export function listMarkCounts(
  db: Knex,
  scope: Scope,
  { roundId, placeId, versionId }: PlaceSelection & { readonly versionId: string },
): Promise<MarkCount[]> {
  return db('assignments as a')
    .join('responses as r', { 'r.system_id': 'a.system_id', 'r.assignment_id': 'a.id' })
    .join('answers as n', { 'n.system_id': 'r.system_id', 'n.response_id': 'r.id' })
    .joinRaw(`cross join lateral jsonb_each_text(n.value -> 'criteria') as c(id, mark)`)
    .where({ 'a.system_id': scope.systemId, 'a.round_id': roundId, 'a.place_id': placeId })
    .where({ 'a.version_id': versionId, 'r.status': 'submitted', 'n.has_level': true })
    .groupBy('n.item_id', 'c.id', 'c.mark')
    .select<MarkCount[]>(
      { itemId: 'n.item_id', criterionId: 'c.id', mark: 'c.mark' },
      db.raw('count(*)::int as count'),
    );
}
